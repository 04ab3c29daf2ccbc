package io.rampline.simulation.window;

/**
 * How stated probabilities moved in a week, mean of the orders followed. All of them share the week's luck, so a week
 * counts once. Honest ones cannot be foreseen: all three have mean 0 given all that was known before.
 *
 * @param week number of the week in which it was seen
 * @param orders 1 or more
 * @param drift mean of P' - P
 * @param excess mean of (P' - P) (1 - 2 P), which is how much more P moved than P (1 - P) fell
 */
public record Movement(int week, int orders, double drift, double excess) {
    /** Sums up the orders of a week. */
    static final class Sum {
        private int orders;
        private double drift;
        private double excess;

        void add(double before, double after) {
            orders++;
            drift += after - before;
            excess += (after - before) * (1 - 2 * before);
        }

        int orders() {
            return orders;
        }

        Movement of(int week) {
            return new Movement(week, orders, drift / orders, excess / orders);
        }
    }
}
