package io.rampline.desk.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of an object in a body. What is asked for must be there and fit; what nobody asks for is refused. */
final class Fields {
    static final int TEXT_LENGTH_MAX = 200;
    static final int LIST_LENGTH_MAX = 100;

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The body as an object with no other fields than these. */
    static Fields of(byte[] body, Set<String> known) {
        return of(Json.tree(body), "", known);
    }

    private static Fields of(JsonNode node, String path, Set<String> known) {
        if (!node.isObject()) {
            throw Problem.field(path.isEmpty() ? "the body" : path, kind(node), "an object");
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                throw unknown(within(path, name), known);
            }
        }
        return new Fields(node, path);
    }

    static Problem unknown(String field, Set<String> known) {
        return new Problem(
                        ProblemType.MALFORMED_BODY,
                        "found unknown field " + Problem.clipped(field) + ", expected one of "
                                + String.join(", ", known.stream().sorted().toList()))
                .with("field", Problem.clipped(field));
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isNull();
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> findText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isTextual()) {
            throw Problem.field(within(path, name), kind(value), "a text");
        }
        return Optional.of(checkedText(within(path, name), value.textValue()));
    }

    /** A text as it may stand in the book: 1 to {@value #TEXT_LENGTH_MAX} printable characters. */
    static String checkedText(String field, String text) {
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX) {
            throw Problem.field(field, text.length() + " characters", "1 to " + TEXT_LENGTH_MAX)
                    .with("code", "TEXT_LENGTH")
                    .with("found", text.length())
                    .with("most", TEXT_LENGTH_MAX);
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (Character.isISOControl(character) || Character.isSurrogate(character)) {
                throw Problem.field(field, "a character that cannot be printed", "printable characters")
                        .with("code", "UNPRINTABLE");
            }
        }
        return text;
    }

    int whole(String name, int least, int most) {
        if (!has(name)) {
            throw missing(name);
        }
        JsonNode value = object.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw noWhole(name, value.isNumber() ? value.asText() : kind(value), least, most);
        }
        int number = value.intValue();
        if (number < least || number > most) {
            throw noWhole(name, Integer.toString(number), least, most);
        }
        return number;
    }

    private Problem noWhole(String name, String found, int least, int most) {
        return Problem.field(within(path, name), found, "a whole number from " + least + " to " + most)
                .with("code", "NO_WHOLE_NUMBER")
                .with("found", Problem.clipped(found))
                .with("least", least)
                .with("most", most);
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = object.get(name);
        if (!value.isBoolean()) {
            throw Problem.field(within(path, name), kind(value), "true or false");
        }
        return value.booleanValue();
    }

    List<String> texts(String name) {
        return texts(name, LIST_LENGTH_MAX);
    }

    List<String> texts(String name, int most) {
        if (!has(name)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(name, most)) {
            if (!value.isTextual()) {
                throw Problem.field(within(path, name), kind(value), "texts");
            }
            texts.add(checkedText(within(path, name), value.textValue()));
        }
        return texts;
    }

    /** An object with no other fields than these. */
    Optional<Fields> findObject(String name, Set<String> known) {
        return has(name) ? Optional.of(of(object.get(name), within(path, name), known)) : Optional.empty();
    }

    /** Objects in a list, each with no other fields than these. */
    List<Fields> objects(String name, int most, Set<String> known) {
        if (!has(name)) {
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : list(name, most)) {
            objects.add(of(value, within(path, name) + "[" + objects.size() + "]", known));
        }
        return objects;
    }

    private JsonNode list(String name, int most) {
        JsonNode list = object.get(name);
        if (!list.isArray()) {
            throw Problem.field(within(path, name), kind(list), "a list");
        }
        if (list.size() > most) {
            throw Problem.field(within(path, name), list.size() + " items", "at most " + most);
        }
        return list;
    }

    Optional<Week> findWeek(String name) {
        return findText(name).map(text -> Week.find(text).orElseThrow(() -> noWeek(within(path, name), text)));
    }

    /** A bucket of the horizon. */
    int bucket(String name, Horizon horizon) {
        String text = text(name);
        return bucket(within(path, name), text, horizon);
    }

    /** The bucket that a text of a field means. */
    static int bucket(String field, String text, Horizon horizon) {
        Week week = Week.find(text).orElseThrow(() -> noWeek(field, text));
        if (!horizon.holds(week)) {
            Week last = horizon.week(horizon.weeks() - 1);
            throw Problem.field(field, week.toString(), "a week from " + horizon.week(0) + " to " + last)
                    .with("code", "WEEK_OUTSIDE")
                    .with("found", week.toString())
                    .with("from", horizon.week(0).toString())
                    .with("to", last.toString());
        }
        return horizon.bucket(week);
    }

    static Problem noWeek(String field, String text) {
        return Problem.field(field, text, "an ISO week such as 2026-W09")
                .with("code", "NO_WEEK")
                .with("found", Problem.clipped(text));
    }

    Problem missing(String name) {
        return Problem.field(within(path, name), "nothing", "a value").with("code", "MISSING_VALUE");
    }

    String within(String name) {
        return within(path, name);
    }

    private static String within(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case BINARY, POJO, MISSING -> "nothing";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "a text";
        };
    }
}
