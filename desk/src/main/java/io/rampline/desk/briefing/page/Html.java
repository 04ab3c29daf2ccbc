package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.chart.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes markup that is well-formed as HTML and as XML: every element is closed, every text escaped. */
final class Html {
    private final StringBuilder text = new StringBuilder(1 << 18);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String element, String... attributes) {
        start(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /** An element that has no content. */
    Html single(String element, String... attributes) {
        start(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element that holds only words. */
    Html words(String element, String styleClass, String words) {
        if (styleClass.isEmpty()) {
            open(element);
        } else {
            open(element, "class", styleClass);
        }
        return text(words).close();
    }

    Html text(String words) {
        text.append(Markup.escape(words));
        return this;
    }

    /** Markup that is known to be well-formed. */
    Html markup(String markup) {
        text.append(markup);
        return this;
    }

    Html close() {
        text.append("</").append(open.pop()).append('>');
        switch (open.size()) {
            case 0, 1, 2, 3, 4 -> text.append('\n');
            default -> {}
        }
        return this;
    }

    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("found " + open + " still open, expected every element closed");
        }
        return text.toString();
    }

    private void start(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Markup.escape(attributes[i + 1]))
                    .append('"');
        }
    }
}
