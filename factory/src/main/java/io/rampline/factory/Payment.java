package io.rampline.factory;

/**
 * A share of a one-off cost and when it falls due.
 *
 * @param afterWeeks weeks after the start of the work, 0 to {@value Horizon#WEEKS_MAX}
 * @param permille share of the cost in thousandths, 1 to 1000
 */
public record Payment(int afterWeeks, int permille) {
    /** The whole cost, in thousandths. */
    public static final int WHOLE = 1000;

    public Payment {
        if (afterWeeks < 0 || afterWeeks > Horizon.WEEKS_MAX || permille < 1 || permille > WHOLE) {
            throw new IllegalArgumentException("found a payment of " + permille + " thousandths after " + afterWeeks
                    + " weeks, expected 1 to " + WHOLE + " after 0 to " + Horizon.WEEKS_MAX);
        }
    }
}
