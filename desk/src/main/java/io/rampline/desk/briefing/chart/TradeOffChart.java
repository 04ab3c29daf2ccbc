package io.rampline.desk.briefing.chart;

import java.util.List;

/**
 * What one thing costs in terms of another: points joined by a line, and a mark on the axis where there is none to be
 * had.
 *
 * @param xTitle what the lower axis counts
 * @param yTitle what the left axis counts
 * @param yUnit in which unit
 * @param points by {@code x}, ascending
 * @param impossible values of {@code x} for which there is nothing
 */
public record TradeOffChart(
        String title,
        String description,
        String xTitle,
        String yTitle,
        String yUnit,
        List<TradeOffChart.Point> points,
        List<Double> impossible,
        Wording wording) {
    private static final double PLOT_HEIGHT_WIDE = 250;
    private static final double PLOT_HEIGHT_NARROW = 210;
    private static final double TITLE_HEIGHT = 30;
    private static final double AXIS_HEIGHT = 42;
    private static final double RIGHT_MARGIN = 14;
    private static final double LABEL_GAP = 9;
    private static final int LINES_WIDE = 12;
    private static final int LINES_NARROW = 6;
    private static final double CROSS = 4;

    public TradeOffChart {
        points = List.copyOf(points);
        impossible = List.copyOf(impossible);
    }

    /**
     * One point.
     *
     * @param label stands beside it
     * @param asked whether it is the one that was asked for
     */
    public record Point(double x, double y, String label, boolean asked) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW;
        double bottom = TITLE_HEIGHT + (narrow ? PLOT_HEIGHT_NARROW : PLOT_HEIGHT_WIDE);
        double yMax = points.stream().mapToDouble(Point::y).max().orElse(1);
        double xMax = Math.max(
                points.stream().mapToDouble(Point::x).max().orElse(1),
                impossible.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        LinearScale y = LinearScale.upTo(1.1 * yMax, 5, bottom, TITLE_HEIGHT);
        double left = LABEL_GAP
                + y.ticks().stream()
                        .mapToDouble(tick -> TextWidth.of(wording.number().apply(tick)))
                        .max()
                        .orElse(0);
        double right = size.width() - RIGHT_MARGIN;
        LinearScale x = LinearScale.upTo(xMax, narrow ? LINES_NARROW : LINES_WIDE, left, right);
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        PanelTitle.draw(svg, yTitle, yUnit, 13, size.width());
        for (double tick : y.ticks()) {
            svg.line(left, y.at(tick), right, y.at(tick), tick == 0 ? "axis" : "grid");
            svg.text(left - 7, y.at(tick) + 4, "tick end", wording.number().apply(tick));
        }
        for (double tick : x.ticks()) {
            svg.text(x.at(tick), bottom + 16, "tick middle", wording.number().apply(tick));
        }
        svg.text(right, bottom + 34, "note end", xTitle);
        line(svg, x, y);
        Labels labels = new Labels(left, right, TITLE_HEIGHT, bottom);
        for (Point point : points) {
            svg.circle(
                    x.at(point.x()),
                    y.at(point.y()),
                    point.asked() ? 6 : 4,
                    "spot " + tone(point).fill());
        }
        for (Point point : points) {
            labels.set(svg, x.at(point.x()), y.at(point.y()) - 10, "label", point.label());
        }
        impossible.forEach(at -> cross(svg, x.at(at), bottom - 12));
        return svg.finish();
    }

    private static Tone tone(Point point) {
        return point.asked() ? Tone.series(1) : Tone.series(0);
    }

    private void line(Svg svg, LinearScale x, LinearScale y) {
        Track track = new Track();
        for (Point point : points) {
            if (track.isEmpty()) {
                track.moveTo(x.at(point.x()), y.at(point.y()));
            } else {
                track.lineTo(x.at(point.x()), y.at(point.y()));
            }
        }
        svg.path(track, "line thin " + Tone.series(0).line());
    }

    private static void cross(Svg svg, double x, double y) {
        svg.line(x - CROSS, y - CROSS, x + CROSS, y + CROSS, "line " + Tone.QUIET.line());
        svg.line(x - CROSS, y + CROSS, x + CROSS, y - CROSS, "line " + Tone.QUIET.line());
    }
}
