package io.rampline.simulation.backtest;

import java.util.Arrays;

/**
 * Scores of a forecast given as equally likely values; smaller is better.
 *
 * <p>Source: Gneiting and Raftery, Strictly proper scoring rules, prediction, and estimation, JASA 102 (2007).
 */
public final class Scores {
    private Scores() {}

    /**
     * Continuous ranked probability score: mean |X - y| - 1/2 mean |X - X'|, in the unit of the values. O(n log n).
     *
     * @param values at least one, in any order; stays as it is
     * @param outcome what came
     */
    public static double crps(double[] values, double outcome) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            distance += StrictMath.abs(sorted[i] - outcome);
            // Each value stands above i others and below n - 1 - i.
            spread += sorted[i] * (2.0 * i - n + 1);
        }
        return distance / n - spread / n / n;
    }

    /**
     * Pinball loss of a quantile, in the unit of the values.
     *
     * @param share of outcomes that shall be at or below {@code quantile}, 0 to 1
     */
    public static double pinball(double quantile, double share, double outcome) {
        return outcome >= quantile ? share * (outcome - quantile) : (1 - share) * (quantile - outcome);
    }
}
