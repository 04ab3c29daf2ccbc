package io.rampline.desk.briefing.page;

import java.util.List;

/**
 * A chart with everything that belongs to it.
 *
 * @param id part of the page's address, and what read-outs look for
 * @param legend keys of the marks
 * @param drawings SVG text; several widths of the same picture, or several panels
 * @param panels whether the drawings stand side by side rather than in each other's place
 */
record Picture(String id, List<Picture.Key> legend, List<Drawing> drawings, boolean panels, DataTable table) {
    Picture {
        legend = List.copyOf(legend);
        drawings = List.copyOf(drawings);
    }

    /**
     * One key of the legend.
     *
     * @param style classes of the swatch: {@code box f-s1}, {@code rule l-ink dashed}
     */
    record Key(String style, String words) {}

    /** One drawing; a panel has a heading. */
    record Drawing(String heading, String svg) {}

    void write(Html html, Speech speech) {
        html.open("figure", "class", "picture", "id", id);
        if (!legend.isEmpty()) {
            html.open("ul", "class", "legend");
            for (Key key : legend) {
                html.open("li").open("span", "class", "key " + key.style()).close();
                html.text(key.words()).close();
            }
            html.close();
        }
        html.open("div", "class", panels ? "panels" : "sizes");
        for (Drawing drawing : drawings) {
            if (panels) {
                html.open("div", "class", "panel").words("h3", "", drawing.heading());
                html.markup(drawing.svg()).close();
            } else {
                html.markup(drawing.svg());
            }
        }
        html.close().open("details").words("summary", "", speech.say("table.show"));
        table.write(html);
        html.close().close();
    }
}
