package io.rampline.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each key of a TOML text stands: the parser tells values but not their places.
 *
 * <p>Looks at the beginnings of lines only, outside texts and lists that span lines; a key inside an inline table has
 * the place of the table. O(characters).
 */
final class TomlPlaces {
    record Place(int line, int column) {
        static final Place FRONT = new Place(1, 1);
    }

    private final Map<String, Place> keys = new HashMap<>();
    private Optional<Place> repeated = Optional.empty();

    private TomlPlaces() {}

    static TomlPlaces of(String text) {
        TomlPlaces places = new TomlPlaces();
        String table = "";
        int depth = 0;
        String open = "";
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int at = 0;
            if (depth == 0 && open.isEmpty()) {
                int begin = indent(line);
                if (line.startsWith("[", begin)) {
                    int end = line.indexOf(']', begin);
                    table = end < 0 ? table : path(line.substring(begin, end).replace("[", "")) + ".";
                    places.put(table.substring(0, Math.max(0, table.length() - 1)), i + 1, begin + 1, false);
                    continue;
                }
                int equals = line.indexOf('=', begin);
                if (equals < 0 || line.startsWith("#", begin)) {
                    continue;
                }
                places.put(table + path(line.substring(begin, equals)), i + 1, valueColumn(line, equals), true);
                at = equals + 1;
            }
            Scan scan = scan(line, at, depth, open);
            depth = scan.depth();
            open = scan.open();
        }
        return places;
    }

    /** The place of the value of a key, or of the nearest table around it. */
    Place of(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Place place = keys.get(String.join(".", path.subList(0, length)));
            if (place != null) {
                return place;
            }
        }
        return Place.FRONT;
    }

    /** The first key that stands there a second time. */
    Optional<Place> repeated() {
        return repeated;
    }

    private void put(String path, int line, int column, boolean isKey) {
        Place place = new Place(line, column);
        if (keys.putIfAbsent(path, place) != null && isKey && repeated.isEmpty()) {
            repeated = Optional.of(place);
        }
    }

    /** What is still open at the end of a line: brackets, and the sign that closes a text over several lines. */
    private record Scan(int depth, String open) {}

    private static Scan scan(String line, int begin, int depthBefore, String openBefore) {
        int depth = depthBefore;
        String open = openBefore;
        for (int at = begin; at < line.length(); at++) {
            if (!open.isEmpty()) {
                int end = line.indexOf(open, at);
                if (end < 0) {
                    return new Scan(depth, open.length() == 3 ? open : "");
                }
                at = end + open.length() - 1;
                open = "";
                continue;
            }
            char c = line.charAt(at);
            if (c == '"' || c == '\'') {
                String three = String.valueOf(c).repeat(3);
                open = line.startsWith(three, at) ? three : String.valueOf(c);
                at += open.length() - 1;
            } else if (c == '#') {
                break;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return new Scan(depth, open.length() == 3 ? open : "");
    }

    private static String path(String written) {
        StringBuilder path = new StringBuilder();
        for (String part : written.split("\\.", -1)) {
            path.append(path.isEmpty() ? "" : ".").append(part.strip().replaceAll("^[\"']|[\"']$", ""));
        }
        return path.toString();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int valueColumn(String line, int equals) {
        int at = equals + 1;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return Math.min(at, line.length()) + 1;
    }
}
