package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
import java.util.List;

/**
 * How a number of weeks is spread, one hill for each row; every hill is as high as its own peak, so that small rows can
 * be read as well.
 *
 * @param weeksMax right end of the axis, above 0
 * @param axisTitle what the axis counts
 */
public record SpreadChart(
        String title, String description, int weeksMax, String axisTitle, List<Row> rows, Wording wording, int bin) {
    private static final double HILL_HEIGHT = 46;
    private static final double ROW_GAP = 14;
    private static final double NARROW_LABEL_HEIGHT = 34;
    private static final double AXIS_HEIGHT = 42;
    private static final double LABEL_GAP = 18;
    private static final double RIGHT_MARGIN = 14;
    private static final double BOLD = 1.08;
    private static final double TOP = 8;

    public SpreadChart {
        rows = List.copyOf(rows);
    }

    /**
     * One hill.
     *
     * @param remark stands below the label
     * @param counts by weeks from 0; those at {@code weeksMax} or more are not drawn
     * @param median a mark on the hill, below 0 for none
     */
    public record Row(String label, String remark, Weekly counts, int median, Tone tone) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW;
        double left = narrow ? 2 : labelWidth() + LABEL_GAP;
        double right = size.width() - RIGHT_MARGIN;
        double rowHeight = HILL_HEIGHT + ROW_GAP + (narrow ? NARROW_LABEL_HEIGHT : 0);
        double height = TOP + rows.size() * rowHeight + AXIS_HEIGHT;
        LinearScale x = new LinearScale(weeksMax, step(right - left), left, right);
        int bins = (weeksMax + bin - 1) / bin;
        String data = " data-x0=\"" + Track.number(left) + "\" data-x1=\"" + Track.number(x.at(bins * bin))
                + "\" data-n=\"" + bins + "\" data-row=\"0\" data-cols=\"\" tabindex=\"0\"";
        Svg svg = new Svg(size.styleClass(), size.width(), height, title, description, data);
        double bottom = TOP + rows.size() * rowHeight;
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP, x.at(tick), bottom, "grid");
            svg.text(
                    x.at(tick),
                    bottom + 15,
                    tick == 0 && narrow ? "tick" : "tick middle",
                    wording.number().apply(tick));
        }
        svg.text(right, bottom + 33, "note end", axisTitle);
        double top = TOP;
        for (Row row : rows) {
            double hillTop = top + (narrow ? NARROW_LABEL_HEIGHT : 0);
            label(svg, row, left, top, narrow);
            hill(svg, x, row, hillTop + ROW_GAP / 2);
            top += rowHeight;
        }
        return svg.finish();
    }

    private static double step(double room) {
        return room > 500 ? 4 : 13;
    }

    private double labelWidth() {
        double width = 0;
        for (Row row : rows) {
            width = Math.max(width, Math.max(TextWidth.of(row.label()) * BOLD, TextWidth.of(row.remark())));
        }
        return width;
    }

    private static void label(Svg svg, Row row, double left, double top, boolean narrow) {
        if (narrow) {
            svg.text(left, top + 16, "row-label", row.label());
            svg.text(left, top + 31, "note", row.remark());
        } else {
            svg.text(0, top + ROW_GAP / 2 + HILL_HEIGHT - 20, "row-label", row.label());
            svg.text(0, top + ROW_GAP / 2 + HILL_HEIGHT - 4, "note", row.remark());
        }
    }

    private void hill(Svg svg, LinearScale x, Row row, double top) {
        double bottom = top + HILL_HEIGHT;
        double peak = Math.max(1, row.counts().max());

        Track track = new Track();
        boolean open = false;
        for (int week = 0; week < Math.min(row.counts().weeks(), weeksMax); week++) {
            double level = bottom - HILL_HEIGHT * row.counts().get(week) / peak;
            if (row.counts().get(week) > 0) {
                if (!open) {
                    track.moveTo(x.at(week), bottom);
                }
                track.lineTo(x.at(week), level).lineTo(x.at(week + 1), level);
                open = true;
            }
            boolean ends = week + 1 >= Math.min(row.counts().weeks(), weeksMax)
                    || row.counts().get(week + 1) == 0;
            if (open && ends) {
                track.lineTo(x.at(week + 1), bottom).close();
                open = false;
            }
        }
        svg.path(track, row.tone().fill() + " hill");
        svg.line(x.start(), bottom, x.end(), bottom, "axis");
        if (row.median() >= 0 && row.median() < weeksMax) {
            median(svg, x, row, top, bottom);
        }
    }

    private static void median(Svg svg, LinearScale x, Row row, double top, double bottom) {
        double at = x.at(row.median() + 0.5);
        svg.line(at, top - 3, at, bottom, "median");
    }
}
