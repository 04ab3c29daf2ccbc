package io.rampline.desk.briefing.chart;

import java.util.ArrayList;
import java.util.List;

/** Sets labels beside marks and moves them up or down until none touches another or leaves the plot. */
final class Labels {
    private static final double LINE_HEIGHT = TextWidth.FONT_SIZE + 3;
    private static final double NUDGE = 4;
    private static final int NUDGES_MAX = 60;

    private final List<Box> taken = new ArrayList<>();
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    private record Box(double left, double right, double baseline) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && Math.abs(baseline - other.baseline) < LINE_HEIGHT;
        }
    }

    Labels(double left, double right, double top, double bottom) {
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    /** Keeps other labels from the place of a text that is already drawn. */
    void block(double x1, double x2, double baseline) {
        taken.add(new Box(x1, x2, baseline));
    }

    /** Draws {@code words} centred on {@code x} as near to {@code baseline} as there is room. */
    void set(Svg svg, double x, double baseline, String styleClass, String words) {
        if (words.isEmpty()) {
            return;
        }
        double width = TextWidth.of(words);
        double from = Math.max(left, Math.min(right - width, x - width / 2));
        double lowest = bottom - 3;
        double highest = top + TextWidth.FONT_SIZE;
        double start = Math.max(highest, Math.min(lowest, baseline));
        for (int i = 0; i < NUDGES_MAX; i++) {
            int distance = (i + 1) / 2;
            double shift = NUDGE * distance * (i % 2 == 0 ? 1 : -1);
            Box box = new Box(from, from + width, start - shift);
            if (box.baseline <= lowest
                    && box.baseline >= highest
                    && taken.stream().noneMatch(box::touches)) {
                taken.add(box);
                svg.text(from, box.baseline, styleClass, words);
                return;
            }
        }
        // No room: a label that would cover another says less than the table below the chart.
    }
}
