package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.chart.LabelledRows.Label;
import io.rampline.desk.briefing.chart.LabelledRows.Layout;
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
    private static final Layout BESIDE = new Layout(52, 28, 43, 24);
    private static final Layout BELOW = new Layout(80, 16, 30, 50);
    private static final double RADIUS = 5;
    private static final double CROSS = 4;

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
        List<Label> labels =
                rows.stream().map(row -> new Label(row.label(), row.remark())).toList();
        return new LabelledRows(title, description, first, weeks, wording)
                .draw(size, labels, BESIDE, BELOW, (svg, x, row, top) -> bar(svg, x, rows.get(row), top));
    }

    private void bar(Svg svg, WeekScale x, Row row, double top) {
        double bottom = top + LabelledRows.BAR_HEIGHT;
        double middle = top + LabelledRows.BAR_HEIGHT / 2;
        if (row.earliest().isPresent() && row.earliest().getAsInt() < weeks) {
            double from = x.at(Math.max(0, row.earliest().getAsInt()));
            svg.rect(
                    from,
                    top,
                    x.right() - from,
                    LabelledRows.BAR_HEIGHT,
                    row.tone().softFill());
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
