package io.rampline.desk.briefing.chart;

import io.rampline.factory.Week;
import java.util.List;

/**
 * A chart of rows over weeks, each with a label and a remark at its left, or above its bar where that would take too
 * much of the width.
 */
final class LabelledRows {
    static final double BAR_HEIGHT = 18;
    private static final double TOP = 8;
    private static final double AXIS_HEIGHT = 38;
    private static final double LABEL_GAP = 18;
    private static final double RIGHT_MARGIN = 6;
    private static final double BOLD = 1.08;
    private static final double LABEL_SHARE_MAX = 0.42;

    private final String title;
    private final String description;
    private final Week first;
    private final int weeks;
    private final Wording wording;

    LabelledRows(String title, String description, Week first, int weeks, Wording wording) {
        this.title = title;
        this.description = description;
        this.first = first;
        this.weeks = weeks;
        this.wording = wording;
    }

    /**
     * What stands beside a bar.
     *
     * @param remark below the name
     */
    record Label(String name, String remark) {}

    /**
     * Where things stand in a row, from its top.
     *
     * @param name the foot of its letters
     * @param remark the foot of its letters
     * @param bar its top
     */
    record Layout(double height, double name, double remark, double bar) {}

    /** Draws what a row has over the weeks. */
    interface Bars {
        /**
         * Draws one row.
         *
         * @param top of the bar, which is {@value LabelledRows#BAR_HEIGHT} high
         */
        void draw(Svg svg, WeekScale x, int row, double top);
    }

    /**
     * The drawing as SVG text.
     *
     * @param beside how rows stand with labels at their left
     * @param below how rows stand with labels above their bars
     */
    String draw(Size size, List<Label> labels, Layout beside, Layout below, Bars bars) {
        double wide = width(labels);
        boolean above = size == Size.NARROW || wide > LABEL_SHARE_MAX * size.width();
        Layout layout = above ? below : beside;
        WeekScale x = new WeekScale(first, weeks, above ? 2 : wide + LABEL_GAP, size.width() - RIGHT_MARGIN);
        double bottom = TOP + labels.size() * layout.height();
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        for (WeekScale.Tick tick : x.ticks()) {
            svg.line(tick.x(), TOP, tick.x(), bottom, tick.firstOfYear() ? "grid year" : "grid");
        }
        for (int row = 0; row < labels.size(); row++) {
            double top = TOP + row * layout.height();
            double left = above ? x.left() : 0;
            svg.text(left, top + layout.name(), "row-label", labels.get(row).name());
            svg.text(left, top + layout.remark(), "note", labels.get(row).remark());
            bars.draw(svg, x, row, top + layout.bar());
        }
        TimeAxis.draw(svg, x, bottom + 2, RIGHT_MARGIN, wording);
        return svg.finish();
    }

    private static double width(List<Label> labels) {
        double width = 0;
        for (Label label : labels) {
            width = Math.max(width, Math.max(TextWidth.of(label.name()) * BOLD, TextWidth.of(label.remark())));
        }
        return width;
    }
}
