package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
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
    private static final double BAR_HEIGHT = 18;
    private static final double ROW_HEIGHT = 40;
    private static final double NARROW_LABEL_HEIGHT = 34;
    private static final double NARROW_ROW_HEIGHT = NARROW_LABEL_HEIGHT + BAR_HEIGHT + 10;
    private static final double TOP = 8;
    private static final double AXIS_HEIGHT = 38;
    private static final double LABEL_GAP = 18;
    private static final double RIGHT_MARGIN = 6;
    private static final double BOLD = 1.08;
    /** Labels that would take more of the width stand above their bars. */
    private static final double LABEL_SHARE_MAX = 0.42;

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
            double barTop = above ? top + NARROW_LABEL_HEIGHT : top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
            svg.text(above ? left : 0, top + (above ? 16 : 17), "row-label", row.label());
            svg.text(above ? left : 0, top + (above ? 30 : 32), "note", row.remark());
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
        double from = x.at(Math.clamp(row.start(), 0, weeks));
        double to = x.at(Math.clamp(row.effective(), 0, weeks));
        if (to > from) {
            svg.rect(from, top, to - from, BAR_HEIGHT, row.tone().softFill());
        }
        Track track = new Track();
        int begin = Math.clamp(row.effective(), 0, weeks);
        if (begin < weeks) {
            track.moveTo(x.at(begin), bottom);
            for (int week = begin; week < weeks; week++) {
                double level = bottom - BAR_HEIGHT * Math.clamp(row.effect().get(week), 0, 1);
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
