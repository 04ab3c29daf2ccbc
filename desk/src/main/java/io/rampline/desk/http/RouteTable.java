package io.rampline.desk.http;

import io.rampline.desk.http.Route.Method;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every route there is. A path is compared segment by segment before its percent signs are decoded. */
final class RouteTable {
    private static final int SEGMENTS_MAX = 12;

    private final List<Route> routes;
    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> named = new LinkedHashMap<>();
        private @Nullable Node parameter;
        private final Map<Method, Integer> routes = new EnumMap<>(Method.class);
    }

    /** What a path leads to. */
    sealed interface Found {
        record Nothing() implements Found {}

        /** Only for other methods. */
        record OtherMethods(List<Method> methods) implements Found {}

        /**
         * A route.
         *
         * @param number of the route in {@link RouteTable#routes()}
         */
        record Match(int number, Route route, List<String> parameters) implements Found {}
    }

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        for (int number = 0; number < routes.size(); number++) {
            Route route = routes.get(number);
            Node node = root;
            for (String segment : segments(route.path())) {
                node = segment.startsWith("{") ? parameter(node) : named(node, segment);
            }
            if (node.routes.put(route.method(), number) != null) {
                throw new IllegalArgumentException("found " + route.label() + " twice, expected each route once");
            }
        }
    }

    private static Node parameter(Node node) {
        Node next = node.parameter == null ? new Node() : node.parameter;
        node.parameter = next;
        return next;
    }

    private static Node named(Node node, String segment) {
        return node.named.computeIfAbsent(segment, _ -> new Node());
    }

    List<Route> routes() {
        return routes;
    }

    /** @param method as it was sent; HEAD finds what GET does */
    Found find(String method, String rawPath) {
        List<String> parameters = new ArrayList<>(4);
        Node node = root;
        List<String> segments = segments(rawPath);
        if (segments.size() > SEGMENTS_MAX) {
            return new Found.Nothing();
        }
        for (String segment : segments) {
            Node next = node.named.get(segment);
            if (next == null && node.parameter != null && !segment.isEmpty()) {
                next = node.parameter;
                parameters.add(decoded(segment));
            }
            if (next == null) {
                return new Found.Nothing();
            }
            node = next;
        }
        if (node.routes.isEmpty()) {
            return new Found.Nothing();
        }
        Integer number = node.routes.get(method(method));
        return number == null
                ? new Found.OtherMethods(List.copyOf(node.routes.keySet()))
                : new Found.Match(number, routes.get(number), parameters);
    }

    private static @Nullable Method method(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Method.GET;
            case "PUT" -> Method.PUT;
            case "POST" -> Method.POST;
            case "DELETE" -> Method.DELETE;
            default -> null;
        };
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(8);
        int start = path.startsWith("/") ? 1 : 0;
        while (segments.size() <= SEGMENTS_MAX) {
            int slash = path.indexOf('/', start);
            if (slash < 0) {
                segments.add(path.substring(start));
                return segments;
            }
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        return segments;
    }

    /** Percent signs decoded; the bytes must be UTF-8. A plus sign is a plus sign. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i]);
            } else {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw Problem.parameter("path or query", text, "two hexadecimal digits after each percent sign");
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException broken) {
            throw Problem.parameter("path or query", text, "UTF-8 behind the percent signs");
        }
    }
}
