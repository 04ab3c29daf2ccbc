package io.rampline.desk.briefing.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to SVG units along a straight axis that begins at 0.
 *
 * @param max the value at the far end, above 0
 * @param step distance of the grid lines in values
 * @param start SVG unit of value 0
 * @param end SVG unit of {@code max}
 */
record LinearScale(double max, double step, double start, double end) {

    /**
     * An axis whose end is a round number at or above {@code value}, with about {@code lines} grid lines. They stand at
     * whole numbers: there is no half an order, nor half a week.
     */
    static LinearScale upTo(double value, int lines, double start, double end) {
        double top = value > 0 ? value : 1;
        double step = Math.max(1, niceStep(top / lines));
        return new LinearScale(Math.ceil(top / step - 1e-9) * step, step, start, end);
    }

    double at(double value) {
        return start + (end - start) * value / max;
    }

    /** Values of the grid lines, 0 first. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= max * (1 + 1e-9); i++) {
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
