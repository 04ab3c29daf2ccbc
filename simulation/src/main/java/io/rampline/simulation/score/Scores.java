package io.rampline.simulation.score;

import java.util.Arrays;

/**
 * Proper scores: whoever states what he believes has the best expected score. All are in the unit of what was forecast,
 * 0 is perfect, less is better.
 *
 * <p>Source: Gneiting and Raftery, Strictly proper scoring rules, prediction, and estimation, JASA 102, 2007, sections
 * 4.2 (CRPS) and 6 (quantiles and intervals).
 */
public final class Scores {
    private static final double INVERSE_ROOT_PI = 1 / StrictMath.sqrt(StrictMath.PI);
    private static final double INVERSE_ROOT_TWO_PI = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private Scores() {}

    /**
     * The pinball score of a quantile.
     *
     * @param level of the quantile, above 0 and below 1
     */
    public static double pinball(double actual, double quantile, double level) {
        inside("level", level);
        double miss = actual - quantile;
        return miss >= 0 ? level * miss : (level - 1) * miss;
    }

    /**
     * The interval score: the width, and 2 / alpha for each unit by which the actual value lies outside.
     *
     * @param alpha share of cases in which the interval may fail, above 0 and below 1
     * @throws IllegalArgumentException when {@code low} is above {@code high}
     */
    public static double interval(double actual, double low, double high, double alpha) {
        inside("alpha", alpha);
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "found an interval from " + low + " to " + high + ", expected the lower end first");
        }
        double outside = StrictMath.max(0, low - actual) + StrictMath.max(0, actual - high);
        return high - low + 2 / alpha * outside;
    }

    /**
     * The continuous ranked probability score of equally likely values: mean |X - y| - mean |X - X'| / 2, all pairs
     * counted. O(n log n).
     *
     * @param ensemble at least one value, in any order; not changed
     */
    public static double crps(double actual, double[] ensemble) {
        if (ensemble.length == 0) {
            throw new IllegalArgumentException("found an ensemble of no values, expected at least one");
        }
        double[] sorted = ensemble.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double apart = 0;
        for (int i = 0; i < n; i++) {
            distance += StrictMath.abs(sorted[i] - actual);
            // In the sum over ordered pairs the i-th smallest is added i times and taken away n - 1 - i times.
            apart += (2.0 * i - n + 1) * sorted[i];
        }
        return distance / n - apart / ((double) n * n);
    }

    /**
     * The same score of a normal distribution, in closed form: s (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)).
     *
     * @param deviation standard deviation, above 0
     */
    public static double crpsNormal(double actual, double mean, double deviation) {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("found a standard deviation of " + deviation + ", expected above 0");
        }
        double z = (actual - mean) / deviation;
        double density = INVERSE_ROOT_TWO_PI * StrictMath.exp(-z * z / 2);
        return deviation * (z * (2 * below(z) - 1) + 2 * density - INVERSE_ROOT_PI);
    }

    /**
     * The value below which a share of the ensemble lies, straight lines between neighbours.
     *
     * @param sorted at least one value, ascending
     * @param level 0 to 1
     */
    public static double quantile(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int left = (int) place;
        int right = StrictMath.min(sorted.length - 1, left + 1);
        return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
    }

    /**
     * Share of a standard normal distribution below z: the alternating series inside, the continued fraction outside.
     */
    private static double below(double z) {
        double x = StrictMath.abs(z);
        double density = INVERSE_ROOT_TWO_PI * StrictMath.exp(-x * x / 2);
        double upper;
        if (x < 3) {
            double term = x;
            double sum = x;
            for (int i = 1; i < 200; i++) {
                term *= x * x / (2 * i + 1);
                sum += term;
            }
            upper = 0.5 - density * sum;
        } else {
            double fraction = x;
            for (int i = 60; i >= 1; i--) {
                fraction = x + i / fraction;
            }
            upper = density / fraction;
        }
        return z > 0 ? 1 - upper : upper;
    }

    private static void inside(String what, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("found " + what + " " + share + ", expected above 0 and below 1");
        }
    }
}
