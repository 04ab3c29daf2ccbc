package io.rampline.desk.briefing;

import io.rampline.factory.Week;

/**
 * How long those waited or will wait who locked a trim in a week, over all markets; by week from {@code first}.
 *
 * @param first the first week with a lock of any trim
 * @param delivered median weeks from lock to handover of delivered orders, {@code NaN} where there are none
 * @param promised median weeks from lock to promised delivery of open orders, {@code NaN} where there are none
 * @param postedLow fewest weeks posted in that week, {@code NaN} where nothing was posted
 * @param postedHigh most weeks posted in that week, {@code NaN} where nothing was posted
 */
public record LockWeeks(
        String model, String trim, Week first, Weekly delivered, Weekly promised, Weekly postedLow, Weekly postedHigh) {
    public String product() {
        return Trim.product(model, trim);
    }

    public int weeks() {
        return delivered.weeks();
    }
}
