package io.rampline.orderbook.record;

import java.util.List;

/** Writes one JSON object at a time, always the same way. Used for every entry, so it makes nothing but the text. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder to = new StringBuilder(512);
    private boolean first = true;

    void begin() {
        to.setLength(0);
        to.append('{');
        first = true;
    }

    String end() {
        return to.append('}').toString();
    }

    void open(String name) {
        name(name);
        to.append('{');
        first = true;
    }

    void close() {
        to.append('}');
        first = false;
    }

    void text(String name, String value) {
        name(name);
        quoted(value);
    }

    void texts(String name, List<String> values) {
        name(name);
        to.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                to.append(',');
            }
            quoted(values.get(i));
        }
        to.append(']');
    }

    void number(String name, long value) {
        name(name);
        to.append(value);
    }

    void flag(String name, boolean value) {
        name(name);
        to.append(value);
    }

    private void name(String name) {
        if (!first) {
            to.append(',');
        }
        first = false;
        to.append('"').append(name).append("\":");
    }

    private void quoted(String value) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ') {
                to.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }
}
