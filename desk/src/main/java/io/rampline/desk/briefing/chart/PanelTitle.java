package io.rampline.desk.briefing.chart;

/** The heading of a panel: what, and in which unit. */
final class PanelTitle {
    private static final double GAP = 8;
    private static final double BOLD = 1.0;

    private PanelTitle() {}

    /** The unit stands behind the title where there is room, else it is left to the caption. */
    static void draw(Svg svg, String title, String unit, double baseline, double width) {
        if (title.isEmpty()) {
            return;
        }
        svg.text(0, baseline, "panel-title", title);
        double end = TextWidth.of(title) * BOLD + GAP;
        if (!unit.isEmpty() && end + TextWidth.of(unit) <= width) {
            svg.text(end, baseline, "note", unit);
        }
    }
}
