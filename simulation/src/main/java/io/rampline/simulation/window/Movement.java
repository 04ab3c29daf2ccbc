package io.rampline.simulation.window;

import io.rampline.simulation.futures.NormalCurve;

/**
 * How stated probabilities moved in a week. All orders share the week's luck, so a week counts once. Honest ones cannot
 * be foreseen: moved, drift and excess have mean 0 given all that was known before.
 *
 * <p>How far they may move can be foreseen: a probability near 0 or 1, or of a week far ahead, moves little. Were the
 * output of weeks independent, P = Phi(z) of a week that is w weeks ahead would move by phi(z) / sqrt(w) for each
 * spread of a week's output. So an order counts with weight sqrt(w), and sums are told in scales, the means of phi(z).
 * Weights and scales are known the week before, which keeps the means at 0.
 *
 * @param week number of the week in which it happened
 * @param orders 1 or more
 * @param moved mean of P' - P
 * @param drift mean of P' - P, in scales
 * @param excess mean of (P' - P) (1 - 2 P), in scales: how much more P moved than P (1 - P) fell
 */
public record Movement(int week, int orders, double moved, double drift, double excess) {
    /** Below this share of the drift's scale the excess has none of its own: all stand near a half. */
    private static final double EXCESS_SCALE_LEAST = 0.1;

    /** Probabilities as counted are no nearer to 0 or 1 than this. */
    private static final double NEAREST = 1e-4;

    /** Sums up the orders of a week. */
    static final class Sum {
        private int orders;
        private double moved;
        private double driftScale;
        private double excess;
        private double excessScale;

        /** @param weeksAhead from the week in which the probability was stated to the promised one */
        void add(double before, double after, int weeksAhead) {
            double z = NormalCurve.quantile(StrictMath.clamp(before, NEAREST, 1 - NEAREST));
            double reach =
                    StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI * StrictMath.max(1, weeksAhead));
            orders++;
            moved += after - before;
            driftScale += reach;
            excess += (after - before) * (1 - 2 * before);
            excessScale += reach * (1 - 2 * before);
        }

        int orders() {
            return orders;
        }

        Movement of(int week) {
            double least = EXCESS_SCALE_LEAST * driftScale;
            return new Movement(
                    week,
                    orders,
                    moved / orders,
                    moved / driftScale,
                    excess / StrictMath.max(least, StrictMath.abs(excessScale)));
        }
    }
}
