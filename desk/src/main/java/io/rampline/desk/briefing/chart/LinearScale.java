package io.rampline.desk.briefing.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to SVG units along a straight axis that holds 0.
 *
 * @param min the value at the near end, 0 or less
 * @param max the value at the far end, above {@code min}
 * @param step distance of the grid lines in values
 * @param start SVG unit of {@code min}
 * @param end SVG unit of {@code max}
 */
record LinearScale(double min, double max, double step, double start, double end) {
    /** An axis that begins at 0. */
    LinearScale(double max, double step, double start, double end) {
        this(0, max, step, start, end);
    }

    /**
     * An axis whose end is a round number at or above {@code value}, with about {@code lines} grid lines. They stand at
     * whole numbers: there is no half an order, nor half a week.
     */
    static LinearScale upTo(double value, int lines, double start, double end) {
        return spanning(0, value, lines, start, end);
    }

    /** An axis from a round number at or below {@code low}, and at most 0, to one at or above {@code high}. */
    static LinearScale spanning(double low, double high, int lines, double start, double end) {
        double bottom = Math.min(0, low);
        double top = high > 0 ? high : bottom < 0 ? 0 : 1;
        double step = Math.max(1, niceStep((top - bottom) / lines));
        double last = Math.ceil(top / step - 1e-9) * step;
        return new LinearScale(-Math.ceil(-bottom / step - 1e-9) * step + 0.0, last, step, start, end);
    }

    double at(double value) {
        return start + (end - start) * (value - min) / (max - min);
    }

    /** Values of the grid lines, the least first; 0 is one of them. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long last = Math.round(max / step);
        for (long i = Math.round(min / step); i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least {@code rough}; whole from 1 on. */
    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            boolean whole = power > 1 || factor != 2.5;
            if (whole && factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
