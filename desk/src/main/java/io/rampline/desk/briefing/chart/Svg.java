package io.rampline.desk.briefing.chart;

/** Writes one drawing. Colours and fonts come from classes; nothing is styled in place. */
final class Svg {
    private final StringBuilder text = new StringBuilder(8192);

    /**
     * Opens the drawing.
     *
     * @param title what a screen reader calls it
     * @param description what it shows, in a sentence
     */
    Svg(String styleClass, double width, double height, String title, String description, String data) {
        text.append("<svg class=\"")
                .append(styleClass)
                .append("\" viewBox=\"0 0 ")
                .append(Track.number(width));
        text.append(' ').append(Track.number(height)).append("\" role=\"img\" aria-label=\"");
        text.append(Markup.escape(title + ". " + description))
                .append('"')
                .append(data)
                .append('>');
        text.append("<title>").append(Markup.escape(title)).append("</title>");
        text.append("<desc>").append(Markup.escape(description)).append("</desc>");
    }

    Svg line(double x1, double y1, double x2, double y2, String styleClass) {
        open("line", styleClass)
                .number("x1", x1)
                .number("y1", y1)
                .number("x2", x2)
                .number("y2", y2);
        return end();
    }

    Svg rect(double x, double y, double width, double height, String styleClass) {
        open("rect", styleClass)
                .number("x", x)
                .number("y", y)
                .number("width", width)
                .number("height", height);
        return end();
    }

    Svg circle(double x, double y, double radius, String styleClass) {
        open("circle", styleClass).number("cx", x).number("cy", y).number("r", radius);
        return end();
    }

    Svg path(Track track, String styleClass) {
        if (!track.isEmpty()) {
            open("path", styleClass).text.append(" d=\"").append(track).append('"');
            end();
        }
        return this;
    }

    Svg text(double x, double y, String styleClass, String words) {
        open("text", styleClass).number("x", x).number("y", y);
        text.append('>').append(Markup.escape(words)).append("</text>");
        return this;
    }

    String finish() {
        return text.append("</svg>").toString();
    }

    private Svg open(String element, String styleClass) {
        text.append('<').append(element).append(" class=\"").append(styleClass).append('"');
        return this;
    }

    private Svg number(String name, double value) {
        text.append(' ').append(name).append("=\"").append(Track.number(value)).append('"');
        return this;
    }

    private Svg end() {
        text.append("/>");
        return this;
    }
}
