package io.rampline.simulation.ramp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds a low place of a function of few variables without its derivatives. Source: Nelder and Mead, A simplex method
 * for function minimization, Computer Journal 7, 1965; reflection 1, expansion 2, contraction and shrinking 1/2.
 */
final class NelderMead {
    private static final int ROUNDS_MAX = 2_000;
    private static final double FLAT = 1e-13;

    private static final class Corner {
        final double[] at;
        final double value;

        Corner(double[] at, double value) {
            this.at = at;
            this.value = value;
        }

        double value() {
            return value;
        }
    }

    private final ToDoubleFunction<double[]> function;
    private final Corner[] corners;

    NelderMead(ToDoubleFunction<double[]> function, double[] start, double[] widths) {
        this.function = function;
        this.corners = new Corner[start.length + 1];
        corners[0] = corner(start);
        for (int i = 0; i < start.length; i++) {
            double[] moved = start.clone();
            moved[i] += widths[i];
            corners[i + 1] = corner(moved);
        }
        for (int round = 0; round < ROUNDS_MAX && !isFlat(); round++) {
            step();
        }
        sort();
    }

    double least() {
        return corners[0].value;
    }

    double[] place() {
        return corners[0].at.clone();
    }

    private Corner corner(double[] at) {
        double value = function.applyAsDouble(at);
        return new Corner(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private void sort() {
        Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
    }

    private boolean isFlat() {
        sort();
        double low = corners[0].value;
        double high = corners[corners.length - 1].value;
        return high - low <= FLAT * (StrictMath.abs(low) + FLAT);
    }

    private void step() {
        int last = corners.length - 1;
        double[] centre = new double[last];
        for (int i = 0; i < last; i++) {
            for (int d = 0; d < last; d++) {
                centre[d] += corners[i].at[d] / last;
            }
        }
        Corner worst = corners[last];
        Corner mirrored = between(centre, worst.at, -1);
        if (mirrored.value < corners[0].value) {
            Corner further = between(centre, worst.at, -2);
            corners[last] = further.value < mirrored.value ? further : mirrored;
        } else if (mirrored.value < corners[last - 1].value) {
            corners[last] = mirrored;
        } else {
            Corner nearer = between(centre, mirrored.value < worst.value ? mirrored.at : worst.at, 0.5);
            if (nearer.value < StrictMath.min(worst.value, mirrored.value)) {
                corners[last] = nearer;
            } else {
                for (int i = 1; i <= last; i++) {
                    corners[i] = between(corners[0].at, corners[i].at, 0.5);
                }
            }
        }
    }

    /** {@code from} and a share of the way to {@code to}; a negative share goes the other way. */
    private Corner between(double[] from, double[] to, double share) {
        double[] at = new double[from.length];
        for (int d = 0; d < at.length; d++) {
            at[d] = from[d] + share * (to[d] - from[d]);
        }
        return corner(at);
    }
}
