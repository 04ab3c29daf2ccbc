package io.rampline.desk.briefing.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Hours from left to right, one row for each thing: how full it was, and below that when it reigned.
 *
 * @param hours at the right edge, above 0
 * @param axisTitle what the axis counts
 * @param number words for an hour
 */
public record HourRows(
        String title,
        String description,
        int hours,
        String axisTitle,
        List<HourRows.Row> rows,
        DoubleFunction<String> number) {
    private static final double AREA_HEIGHT = 30;
    private static final double STRIP_HEIGHT = 9;
    private static final double ROW_GAP = 12;
    private static final double NARROW_LABEL_HEIGHT = 18;
    private static final double AXIS_HEIGHT = 40;
    private static final double LABEL_GAP = 14;
    private static final double RIGHT_MARGIN = 14;
    private static final double LABEL_MAX = 260;
    private static final double BOLD = 1.08;
    private static final int LINES_WIDE = 12;
    private static final int LINES_NARROW = 6;

    public HourRows {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param fill how full, 0 to 1, at times that lie equally far from one another; empty for what cannot fill
     * @param reigns when it reigned
     */
    public record Row(String label, List<Double> fill, List<Reign> reigns) {
        public Row {
            fill = List.copyOf(fill);
            reigns = List.copyOf(reigns);
        }
    }

    /** From one hour to another, with fractions. */
    public record Reign(double from, double to) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW;
        double left = narrow ? 2 : labelWidth() + LABEL_GAP;
        double right = size.width() - RIGHT_MARGIN;
        double own = AREA_HEIGHT + STRIP_HEIGHT + ROW_GAP + (narrow ? NARROW_LABEL_HEIGHT : 0);
        double bottom = rows.size() * own;
        LinearScale x = new LinearScale(hours, step(narrow), left, right);
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), 0, x.at(tick), bottom, "grid");
            svg.text(x.at(tick), bottom + 14, tick == 0 && narrow ? "tick" : "tick middle", number.apply(tick));
        }
        svg.text(right, bottom + 32, "note end", axisTitle);
        double top = 0;
        for (Row row : rows) {
            double areaTop = top + (narrow ? NARROW_LABEL_HEIGHT : 0);
            if (narrow) {
                svg.text(left, top + 13, "row-label", row.label());
            } else {
                svg.text(0, areaTop + AREA_HEIGHT - 6, "row-label", row.label());
            }
            area(svg, x, row, areaTop + AREA_HEIGHT);
            strip(svg, x, row, areaTop + AREA_HEIGHT + 1);
            top += own;
        }
        return svg.finish();
    }

    private double step(boolean narrow) {
        return LinearScale.upTo(hours, narrow ? LINES_NARROW : LINES_WIDE, 0, 1).step();
    }

    private static void area(Svg svg, LinearScale x, Row row, double bottom) {
        Track track = new Track();
        int samples = row.fill().size();
        if (samples > 0) {
            track.moveTo(x.start(), bottom);
            for (int i = 0; i < samples; i++) {
                double level = bottom - AREA_HEIGHT * Math.min(1, row.fill().get(i));
                track.lineTo(x.start() + (x.end() - x.start()) * i / samples, level);
                track.lineTo(x.start() + (x.end() - x.start()) * (i + 1) / samples, level);
            }
            track.lineTo(x.end(), bottom).close();
        }
        svg.path(track, Tone.series(0).softFill());
        svg.line(x.start(), bottom, x.end(), bottom, "axis");
    }

    /** Reigns too short to be seen are joined with their neighbours, so that a page of them stays small. */
    private static void strip(Svg svg, LinearScale x, Row row, double top) {
        double from = -1;
        double to = -1;
        for (Reign reign : row.reigns()) {
            double start = x.at(reign.from());
            double end = x.at(reign.to());
            if (from >= 0 && start - to < 0.3) {
                to = Math.max(to, end);
                continue;
            }
            mark(svg, from, to, top);
            from = start;
            to = end;
        }
        mark(svg, from, to, top);
    }

    private static void mark(Svg svg, double from, double to, double top) {
        if (from >= 0 && to - from > 0.05) {
            svg.rect(from, top, to - from, STRIP_HEIGHT, Tone.series(1).fill());
        }
    }

    private double labelWidth() {
        double width = 0;
        for (Row row : rows) {
            width = Math.max(width, TextWidth.of(row.label()) * BOLD);
        }
        return Math.min(LABEL_MAX, width);
    }
}
