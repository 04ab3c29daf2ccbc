package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.chart.Panel.Row;
import io.rampline.desk.briefing.chart.Panel.Strip;

/** Draws rows of cells: empty, partly filled or full, and a mark where the row holds others back. */
final class StripDrawing {
    private static final double ROW_HEIGHT = 20;
    private static final double ROW_GAP = 6;
    private static final double NARROW_LABEL_HEIGHT = 17;
    private static final double LABEL_WIDTH_MAX = 200;
    /** Shares are drawn in so many steps, so that equal neighbours become one cell. */
    private static final int STEPS = 4;

    private static final double FULL = 0.999;

    private StripDrawing() {}

    static double height(Strip strip, boolean narrow) {
        return strip.rows().size() * rowHeight(narrow);
    }

    private static double rowHeight(boolean narrow) {
        return ROW_HEIGHT + ROW_GAP + (narrow ? NARROW_LABEL_HEIGHT : 0);
    }

    /** On a phone the labels stand above their rows and take no room at the left. */
    static double labelWidth(Strip strip, boolean narrow) {
        double width = 0;
        for (Row row : strip.rows()) {
            width = Math.max(width, TextWidth.of(row.label()));
        }
        return narrow ? 0 : Math.min(LABEL_WIDTH_MAX, width);
    }

    static void draw(Svg svg, WeekScale x, Strip strip, double top, boolean narrow) {
        double y = top;
        for (Row row : strip.rows()) {
            double cellTop = y + (narrow ? NARROW_LABEL_HEIGHT : 0);
            if (narrow) {
                String words = row.remark().isEmpty() ? row.label() : row.label() + " · " + row.remark();
                svg.text(x.left(), y + 12, "tick", words);
            } else {
                svg.text(x.left() - 8, cellTop + 14, "tick end", row.label());
            }
            cells(svg, x, row, cellTop);
            y += rowHeight(narrow);
        }
    }

    private static void cells(Svg svg, WeekScale x, Row row, double top) {
        int from = 0;
        while (from < x.weeks()) {
            int step = step(row, from);
            int to = from + 1;
            while (to < x.weeks() && step(row, to) == step) {
                to++;
            }
            if (step >= 0) {
                svg.rect(x.at(from), top, x.at(to) - x.at(from), ROW_HEIGHT, "cell-" + step);
            }
            from = to;
        }
    }

    /** -1 for nothing to show; 0 to {@link #STEPS} by share; one more where the row is what makes orders late. */
    private static int step(Row row, int week) {
        if (week >= row.shares().weeks() || !row.shares().has(week)) {
            return -1;
        }
        if (row.marked().contains(week)) {
            return STEPS + 1;
        }
        double share = row.shares().get(week);
        return share >= FULL ? STEPS : (int) Math.ceil(share * (STEPS - 1));
    }
}
