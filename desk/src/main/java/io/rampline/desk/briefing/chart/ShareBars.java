package io.rampline.desk.briefing.chart;

import java.util.List;

/**
 * How the time of several things was spent: one bar each, cut into shares of the whole.
 *
 * @param rows from top to bottom
 * @param percent words for a per cent tick
 */
public record ShareBars(
        String title, String description, List<ShareBars.Row> rows, java.util.function.IntFunction<String> percent) {
    private static final double BAR_HEIGHT = 24;
    private static final double ROW_GAP = 10;
    private static final double NARROW_LABEL_HEIGHT = 18;
    private static final double AXIS_HEIGHT = 24;
    private static final double LABEL_GAP = 14;
    private static final double RIGHT_MARGIN = 18;
    private static final double LABEL_MAX = 260;
    private static final double BOLD = 1.08;
    private static final int TICK_PERCENT = 25;

    public ShareBars {
        rows = List.copyOf(rows);
    }

    /** One bar, from left to right. */
    public record Row(String label, List<Part> parts) {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a bar.
     *
     * @param share 0 to 1
     */
    public record Part(double share, Tone tone, boolean soft) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW;
        double left = narrow ? 2 : labelWidth() + LABEL_GAP;
        double right = size.width() - RIGHT_MARGIN;
        double rowHeight = BAR_HEIGHT + ROW_GAP + (narrow ? NARROW_LABEL_HEIGHT : 0);
        double bottom = rows.size() * rowHeight;
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        double top = 0;
        for (Row row : rows) {
            double barTop = top + (narrow ? NARROW_LABEL_HEIGHT : 0);
            if (narrow) {
                svg.text(left, top + 13, "row-label", row.label());
            } else {
                svg.text(0, barTop + BAR_HEIGHT - 7, "row-label", row.label());
            }
            double at = 0;
            for (Part part : row.parts()) {
                double from = left + (right - left) * at;
                double width = (right - left) * part.share();
                if (width > 0.05) {
                    svg.rect(
                            from,
                            barTop,
                            width,
                            BAR_HEIGHT,
                            part.soft() ? part.tone().softFill() : part.tone().fill());
                }
                at += part.share();
            }
            top += rowHeight;
        }
        for (int tick = 0; tick <= 100; tick += TICK_PERCENT) {
            double x = left + (right - left) * tick / 100;
            svg.line(x, bottom - ROW_GAP + 2, x, bottom, "axis");
            svg.text(x, bottom + 14, tick == 0 && narrow ? "tick" : "tick middle", percent.apply(tick));
        }
        return svg.finish();
    }

    private double labelWidth() {
        double width = 0;
        for (Row row : rows) {
            width = Math.max(width, TextWidth.of(row.label()) * BOLD);
        }
        return Math.min(LABEL_MAX, width);
    }
}
