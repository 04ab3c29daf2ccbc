package io.rampline.factory;

/**
 * The window shown around a delivery week until one is calibrated from futures.
 *
 * @param earlyWeeks weeks before the promised week, 0 to 52
 * @param lateWeeks weeks after it, 0 to 52
 * @param lateShare share of the remaining wait added to the late end, 0 to 1
 */
public record WindowRule(int earlyWeeks, int lateWeeks, double lateShare) {
    /** Last week of the window, in weeks after the delivery week, for an order with {@code remainingWeeks} to wait. */
    public int lateBy(int remainingWeeks) {
        return lateWeeks + (int) Math.ceil(lateShare * Math.max(0, remainingWeeks) - 1e-9);
    }
}
