package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.factory.Week;
import io.rampline.orderbook.DurableBook;
import io.rampline.promise.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody orders, read as a stream: the one body that comes ten thousand times a second. */
final class OrderBody {
    private static final List<String> NAMES = List.of(
            "model",
            "trim",
            "market",
            "options",
            "earliest_week",
            "priority",
            "deposit_minor",
            "locked_at",
            "customer");

    /** So many of the names belong to a question too. */
    private static final int QUESTION_NAMES = 5;

    /** A trillion, far above any price in any currency's minor units. */
    private static final long DEPOSIT_MAX = 1_000_000_000_000L;

    private @Nullable String market;
    private @Nullable String model;
    private @Nullable String trim;
    private List<String> options = List.of();
    private @Nullable String priority;
    private long depositMinor;
    private boolean hasDeposit;
    private @Nullable String earliestWeek;
    private @Nullable String lockedAt;
    private @Nullable String customer;

    private OrderBody() {}

    /**
     * Reads a body.
     *
     * @param withTerms whether it is an order, with priority, deposit and the like, and not only a question
     */
    static OrderBody read(byte[] body, boolean withTerms) {
        OrderBody read = new OrderBody();
        try (JsonParser json = Json.parser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.field("the body", "no object", "an object");
            }
            int seen = 0;
            String name = json.nextFieldName();
            while (name != null) {
                int bit = read.field(json, name, withTerms);
                if ((seen & bit) != 0) {
                    throw Problem.field(name, "it twice", "it once");
                }
                seen |= bit;
                name = json.nextFieldName();
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw Problem.field("the body", "something behind the object", "one object");
            }
        } catch (JsonProcessingException broken) {
            throw Json.broken(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return read;
    }

    /** Takes a field in, and gives the bit that stands for it. */
    private int field(JsonParser json, String name, boolean withTerms) throws IOException {
        JsonToken token = json.nextToken();
        boolean isNull = token == JsonToken.VALUE_NULL;
        switch (name) {
            case "model" -> model = text(json, name, token);
            case "trim" -> trim = text(json, name, token);
            case "market" -> market = isNull ? null : text(json, name, token);
            case "options" -> options = isNull ? List.of() : list(json, name, token);
            case "earliest_week" -> earliestWeek = isNull ? null : text(json, name, token);
            default -> term(json, name, token, withTerms);
        }
        return 1 << NAMES.indexOf(name);
    }

    private void term(JsonParser json, String name, JsonToken token, boolean withTerms) throws IOException {
        boolean isNull = token == JsonToken.VALUE_NULL;
        if (!withTerms || !NAMES.contains(name)) {
            throw Fields.unknown(name, Set.copyOf(withTerms ? NAMES : NAMES.subList(0, QUESTION_NAMES)));
        }
        switch (name) {
            case "priority" -> priority = isNull ? null : text(json, name, token);
            case "locked_at" -> lockedAt = isNull ? null : text(json, name, token);
            case "customer" -> customer = isNull ? null : text(json, name, token);
            default -> deposit(json, token, isNull);
        }
    }

    private void deposit(JsonParser json, JsonToken token, boolean isNull) throws IOException {
        hasDeposit = !isNull;
        if (isNull) {
            return;
        }
        String expected = "a whole number from 0 to " + DEPOSIT_MAX;
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw Problem.field("deposit_minor", json.getText(), expected);
        }
        JsonParser.NumberType type = json.getNumberType();
        if (type == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0 || json.getLongValue() > DEPOSIT_MAX) {
            throw Problem.field("deposit_minor", json.getText(), expected);
        }
        depositMinor = json.getLongValue();
    }

    private static String text(JsonParser json, String name, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw Problem.field(name, "no text", "a text");
        }
        return Fields.checkedText(name, json.getText());
    }

    private static List<String> list(JsonParser json, String name, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw Problem.field(name, "no list", "a list of texts");
        }
        List<String> texts = new ArrayList<>(4);
        JsonToken next = json.nextToken();
        while (next != JsonToken.END_ARRAY) {
            if (texts.size() == Fields.LIST_LENGTH_MAX) {
                throw Problem.field(name, "more than " + Fields.LIST_LENGTH_MAX + " items", "fewer");
            }
            texts.add(text(json, name, next));
            next = json.nextToken();
        }
        return texts;
    }

    boolean statesTerms() {
        return priority != null || hasDeposit;
    }

    boolean statesLockTime() {
        return lockedAt != null;
    }

    /** Who it is for; null when for whoever asks. */
    @Nullable String customer() {
        return customer;
    }

    Configuration configuration(Network network) {
        String product = model;
        String version = trim;
        if (product == null || version == null) {
            throw Problem.field(product == null ? "model" : "trim", "nothing", "a value");
        }
        return new Configuration(market == null ? network.scenario().homeMarket() : market, product, version, options);
    }

    int earliestBucket(Network network) {
        String text = earliestWeek;
        return text == null
                ? Order.AS_SOON_AS_POSSIBLE
                : PromiseText.earliestBucket(
                        "earliest_week",
                        Week.find(text).orElseThrow(() -> Fields.noWeek("earliest_week", text)),
                        network.horizon());
    }

    Order order(String id, Network network) {
        return new Order(
                id,
                lockedAtMicros(),
                priorityClass(network),
                configuration(network),
                earliestBucket(network),
                depositMinor);
    }

    private int priorityClass(Network network) {
        List<String> classes = network.scenario().rules().priorityClasses();
        if (priority == null) {
            return classes.size() - 1;
        }
        int found = classes.indexOf(priority);
        if (found < 0) {
            throw Problem.field("priority", priority, "one of " + String.join(", ", classes));
        }
        return found;
    }

    private long lockedAtMicros() {
        return lockedAt == null ? DurableBook.NOW : micros("locked_at", lockedAt);
    }

    /** Microseconds of a moment in scenario local time, between 1970 and 2200. */
    static long micros(String field, String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (time.getYear() >= 1970 && time.getYear() < 2200) {
                return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + time.get(ChronoField.MICRO_OF_SECOND);
            }
        } catch (DateTimeException noMoment) {
            // Said below, as for a moment out of range.
        }
        throw Problem.field(field, text, "a moment such as 2026-02-01T10:00:00");
    }
}
