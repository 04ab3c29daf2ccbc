package io.rampline.desk.briefing.chart;

/** Months and years below a chart of weeks. */
final class TimeAxis {
    private TimeAxis() {}

    /** @param rightMargin by how much a label may stand out to the right */
    static void draw(Svg svg, WeekScale x, double top, double rightMargin, Wording wording) {
        svg.line(x.left(), top, x.right(), top, "axis");
        for (WeekScale.Tick tick : x.ticks()) {
            svg.line(tick.x(), top, tick.x(), top + 5, "axis");
            String month = wording.months().get(tick.month() - 1);
            if (tick.x() + TextWidth.of(month) <= x.right() + rightMargin) {
                svg.text(tick.x() + 2, top + 16, "tick", month);
            }
            if (tick.firstOfYear() && tick.x() + TextWidth.of("2000") <= x.right() + rightMargin) {
                svg.text(tick.x() + 2, top + 31, "tick strong", Integer.toString(tick.year()));
            }
        }
    }
}
