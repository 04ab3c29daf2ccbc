package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.LabelledRows.Label;
import io.rampline.desk.briefing.chart.LabelledRows.Layout;
import io.rampline.factory.Week;
import java.util.List;

/**
 * Steps over weeks: a light bar while the work goes on, then a solid one as high as the share of the full effect.
 *
 * @param title what it is called, for those who cannot see it
 * @param description what it shows, in a sentence
 * @param first the week at the left edge
 * @param weeks how many weeks are shown
 */
public record GanttChart(
        String title, String description, Week first, int weeks, List<GanttChart.Row> rows, Wording wording) {
    private static final Layout BESIDE = new Layout(40, 17, 32, 11);
    private static final Layout BELOW = new Layout(62, 16, 30, 34);

    public GanttChart {
        rows = List.copyOf(rows);
    }

    /**
     * One step.
     *
     * @param remark stands below the label
     * @param start where the work starts, in weeks from the left edge; may lie before it
     * @param effective where it takes effect
     * @param effect share of the full effect by week of the chart, 0 to 1
     */
    public record Row(String label, String remark, int start, int effective, Weekly effect, Tone tone) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        List<Label> labels =
                rows.stream().map(row -> new Label(row.label(), row.remark())).toList();
        return new LabelledRows(title, description, first, weeks, wording)
                .draw(size, labels, BESIDE, BELOW, (svg, x, row, top) -> bar(svg, x, rows.get(row), top));
    }

    private void bar(Svg svg, WeekScale x, Row row, double top) {
        double bottom = top + LabelledRows.BAR_HEIGHT;
        double from = x.at(Math.clamp(row.start(), 0, weeks));
        double to = x.at(Math.clamp(row.effective(), 0, weeks));
        if (to > from) {
            svg.rect(from, top, to - from, LabelledRows.BAR_HEIGHT, row.tone().softFill());
        }
        Track track = new Track();
        int begin = Math.clamp(row.effective(), 0, weeks);
        if (begin < weeks) {
            track.moveTo(x.at(begin), bottom);
            for (int week = begin; week < weeks; week++) {
                double level = bottom
                        - LabelledRows.BAR_HEIGHT * Math.clamp(row.effect().get(week), 0, 1);
                track.lineTo(x.at(week), level);
                if (week + 1 == weeks
                        || row.effect().get(week + 1) != row.effect().get(week)) {
                    track.lineTo(x.at(week + 1), level);
                }
            }
            track.lineTo(x.at(weeks), bottom).close();
        }
        svg.path(track, row.tone().fill());
        svg.line(x.left(), bottom, x.right(), bottom, "grid");
    }
}
