package io.rampline.desk.briefing.chart;

import io.rampline.factory.Week;
import java.util.List;
import java.util.OptionalInt;

/**
 * From which week on something may begin, row by row: a light bar from the earliest week on, a disc at each week that
 * was looked at and will do, a cross at each that will not.
 *
 * @param title what it is called, for those who cannot see it
 * @param description what it shows, in a sentence
 * @param first the week at the left edge
 * @param weeks how many weeks are shown
 */
public record OpeningChart(
        String title, String description, Week first, int weeks, List<OpeningChart.Row> rows, Wording wording) {
    private static final double BAR_HEIGHT = 18;
    private static final double ROW_HEIGHT = 52;
    private static final double LABEL_HEIGHT = 34;
    private static final double NARROW_ROW_HEIGHT = LABEL_HEIGHT + 16 + BAR_HEIGHT + 12;
    private static final double TOP = 8;
    private static final double AXIS_HEIGHT = 38;
    private static final double LABEL_GAP = 18;
    private static final double RIGHT_MARGIN = 6;
    private static final double BOLD = 1.08;
    private static final double RADIUS = 5;
    private static final double CROSS = 4;
    /** Labels that would take more of the width stand above their bars. */
    private static final double LABEL_SHARE_MAX = 0.42;

    public OpeningChart {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param remark stands below the label
     * @param earliest weeks from the left edge; empty when there is none
     */
    public record Row(String label, String remark, OptionalInt earliest, List<Mark> marks, Tone tone) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A week that was looked at.
     *
     * @param week from the left edge
     * @param good whether it will do
     * @param label stands above it
     */
    public record Mark(int week, boolean good, String label) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean above = size == Size.NARROW || labelWidth() > LABEL_SHARE_MAX * size.width();
        double left = above ? 2 : labelWidth() + LABEL_GAP;
        WeekScale x = new WeekScale(first, weeks, left, size.width() - RIGHT_MARGIN);
        double rowHeight = above ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
        double bottom = TOP + rows.size() * rowHeight;
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        for (WeekScale.Tick tick : x.ticks()) {
            svg.line(tick.x(), TOP, tick.x(), bottom, tick.firstOfYear() ? "grid year" : "grid");
        }
        double top = TOP;
        for (Row row : rows) {
            double barTop = above ? top + LABEL_HEIGHT + 16 : top + 24;
            svg.text(above ? left : 0, top + (above ? 16 : 28), "row-label", row.label());
            svg.text(above ? left : 0, top + (above ? 30 : 43), "note", row.remark());
            bar(svg, x, row, barTop);
            top += rowHeight;
        }
        TimeAxis.draw(svg, x, bottom + 2, RIGHT_MARGIN, wording);
        return svg.finish();
    }

    private double labelWidth() {
        double width = 0;
        for (Row row : rows) {
            width = Math.max(width, Math.max(TextWidth.of(row.label()) * BOLD, TextWidth.of(row.remark())));
        }
        return width;
    }

    private void bar(Svg svg, WeekScale x, Row row, double top) {
        double bottom = top + BAR_HEIGHT;
        double middle = top + BAR_HEIGHT / 2;
        if (row.earliest().isPresent() && row.earliest().getAsInt() < weeks) {
            double from = x.at(Math.max(0, row.earliest().getAsInt()));
            svg.rect(from, top, x.right() - from, BAR_HEIGHT, row.tone().softFill());
        }
        svg.line(x.left(), bottom, x.right(), bottom, "grid");
        Labels labels = new Labels(x.left(), x.right(), top - 18, top);
        for (Mark mark : row.marks()) {
            double at = x.middle(Math.clamp(mark.week(), 0, weeks - 1));
            if (mark.good()) {
                svg.circle(at, middle, RADIUS, "spot " + row.tone().fill());
            } else {
                svg.line(at - CROSS, middle - CROSS, at + CROSS, middle + CROSS, "line " + Tone.INK.line());
                svg.line(at - CROSS, middle + CROSS, at + CROSS, middle - CROSS, "line " + Tone.INK.line());
            }
            labels.set(svg, at, top - 4, "tick", mark.label());
        }
    }
}
