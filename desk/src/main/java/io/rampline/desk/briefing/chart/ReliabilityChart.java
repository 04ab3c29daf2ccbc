package io.rampline.desk.briefing.chart;

import java.util.List;

/**
 * How often things came out at or below a stated quantile, beside how often they were meant to: on the diagonal where
 * the forecasts told the truth, above it where they were too high, steeper or flatter than it where they were too wide
 * or too narrow.
 *
 * @param unit what both axes count
 * @param points ascending; at least one
 */
public record ReliabilityChart(
        String title, String description, String unit, List<Point> points, Tone tone, Wording wording) {
    private static final double PLOT = 230;
    private static final double TITLE_HEIGHT = 30;
    private static final double AXIS_HEIGHT = 26;
    private static final double LEFT = 40;
    private static final double RIGHT_MARGIN = 20;
    private static final double WHOLE = 100;
    private static final double STEP = 20;

    public ReliabilityChart {
        points = List.copyOf(points);
    }

    /** In percent. */
    public record Point(double meant, double came) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        double width = Math.min(PLOT, size.width() - LEFT - RIGHT_MARGIN);
        double bottom = TITLE_HEIGHT + PLOT;
        LinearScale x = new LinearScale(WHOLE, STEP, LEFT, LEFT + width);
        LinearScale y = new LinearScale(WHOLE, STEP, bottom, TITLE_HEIGHT);
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        PanelTitle.draw(svg, title, unit, 13, size.width());
        for (double tick : y.ticks()) {
            svg.line(x.start(), y.at(tick), x.end(), y.at(tick), tick == 0 ? "axis" : "grid");
            svg.text(x.start() - 7, y.at(tick) + 4, "tick end", wording.number().apply(tick));
            svg.line(x.at(tick), bottom, x.at(tick), bottom + 4, "axis");
            svg.text(x.at(tick), bottom + 16, "tick middle", wording.number().apply(tick));
        }
        svg.line(x.start(), y.start(), x.end(), y.end(), "median");
        Track track = new Track();
        for (Point point : points) {
            if (track.isEmpty()) {
                track.moveTo(x.at(point.meant()), y.at(point.came()));
            } else {
                track.lineTo(x.at(point.meant()), y.at(point.came()));
            }
        }
        svg.path(track, "line thin " + tone.line());
        for (Point point : points) {
            svg.circle(x.at(point.meant()), y.at(point.came()), 3.5, "spot " + Tone.INK.fill());
        }
        return svg.finish();
    }
}
