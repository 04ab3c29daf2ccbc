package io.rampline.orderbook.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rampline.factory.Configuration;
import io.rampline.promise.Binding;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON object of an entry, taken apart: texts, whole numbers, flags, lists of texts and objects of the same one
 * level down. Everything else, and everything missing, is an {@link IllegalArgumentException} that names it.
 */
final class EntryBody {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> values;
    private final Names names;

    private EntryBody(Map<String, Object> values, Names names) {
        this.values = values;
        this.names = names;
    }

    static EntryBody read(String body, Names names) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("found an entry that is no JSON object: " + start(body));
            }
            EntryBody read = new EntryBody(values(parser, names, true), names);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("found more than one JSON object in an entry: " + start(body));
            }
            return read;
        } catch (IOException broken) {
            throw new IllegalArgumentException("found an entry that is no JSON: " + start(body), broken);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    long number(String name) {
        return get(name, Long.class);
    }

    boolean flag(String name) {
        return get(name, Boolean.class);
    }

    int bucket(String name) {
        return names.bucket(text(name));
    }

    int resource() {
        return names.resource(text("resource"));
    }

    Order order(String id) {
        List<String> options = has("options") ? texts("options") : List.of();
        return new Order(
                id,
                number("locked_at_us"),
                Math.toIntExact(number("priority")),
                new Configuration(text("market"), text("model"), text("trim"), options),
                has("earliest") ? bucket("earliest") : Order.AS_SOON_AS_POSSIBLE,
                number("deposit_minor"));
    }

    Promise promise() {
        return promise("promise");
    }

    Promise promise(String name) {
        EntryBody inner = get(name, EntryBody.class);
        Binding binding = inner.binding();
        return inner.has("line")
                ? new Promise.Dated(inner.text("line"), inner.bucket("build"), inner.bucket("delivery"), binding)
                : new Promise.BeyondHorizon(binding);
    }

    private Binding binding() {
        Binding.Cause cause = Binding.Cause.valueOf(text("cause").toUpperCase(Locale.ROOT));
        return cause == Binding.Cause.RESOURCE
                ? new Binding(
                        cause, texts("binding").stream().map(names::resource).toList(), bucket("binding_week"))
                : new Binding(cause, List.of(), -1);
    }

    Reason reason() {
        String why = text("why");
        return switch (why) {
            case "first_promise" -> new Reason.FirstPromise();
            case "customer_change" -> new Reason.CustomerChange();
            case "pull_forward" -> new Reason.PullForward();
            case "capacity_cut" -> new Reason.CapacityCut(resource(), bucket("week"));
            case "plan_adopted" -> new Reason.PlanAdopted(text("plan"));
            case "repromised" ->
                new Reason.Repromised(Strategy.valueOf(text("strategy").toUpperCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException("found reason \"" + why + "\", expected one of those known");
        };
    }

    String text(String name) {
        return get(name, String.class);
    }

    private List<String> texts(String name) {
        return get(name, Texts.class).values();
    }

    private <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("found " + name + " = " + value + " in an entry, expected "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    /** A list, so that its type can be asked for. */
    private record Texts(List<String> values) {}

    private static Map<String, Object> values(JsonParser parser, Names names, boolean outer) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Object value = value(parser, token, names, outer);
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException("found " + name + " twice in an entry");
            }
        }
        return values;
    }

    private static Object value(JsonParser parser, JsonToken token, Names names, boolean outer) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> {
                List<String> texts = new ArrayList<>();
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
                if (parser.currentToken() != JsonToken.END_ARRAY) {
                    throw new IllegalArgumentException("found something else than texts in a list of an entry");
                }
                yield new Texts(List.copyOf(texts));
            }
            case START_OBJECT -> {
                if (!outer) {
                    throw new IllegalArgumentException("found an entry with objects two levels down");
                }
                yield new EntryBody(values(parser, names, false), names);
            }
            default -> throw new IllegalArgumentException("found " + token + " in an entry");
        };
    }

    private static String start(String body) {
        return body.length() <= 60 ? body : body.substring(0, 60) + "...";
    }
}
