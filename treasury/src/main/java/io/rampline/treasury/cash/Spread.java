package io.rampline.treasury.cash;

import java.util.Arrays;

/**
 * Cash of many futures: own cash at the end of each week, what customers paid in it, and what was refunded. Quantiles
 * are by week, so the line of one quantile is no single future.
 */
public final class Spread {
    private final int first;
    private final int weeks;
    private final long[][] ownByWeek;
    private final long[][] paidInByWeek;
    private final long[] leastOwn;
    private final long[] refunds;
    private final double[] leavers;
    private final double[] compensation;
    private final int[] count = new int[1];

    public Spread(int firstBucket, int weeks, int futures) {
        this.first = firstBucket;
        this.weeks = weeks;
        this.ownByWeek = new long[Math.max(0, weeks - firstBucket)][futures];
        this.paidInByWeek = new long[ownByWeek.length][futures];
        this.leastOwn = new long[futures];
        this.refunds = new long[futures];
        this.leavers = new double[futures];
        this.compensation = new double[futures];
    }

    /** Counts one future. */
    public void count(CashPlan plan, double left) {
        int future = count[0]++;
        for (int i = 0; i < ownByWeek.length; i++) {
            ownByWeek[i][future] = plan.rows().get(i).ownMinor();
            paidInByWeek[i][future] = plan.rows().get(i).paidInMinor();
        }
        leastOwn[future] = plan.leastOwnMinor();
        refunds[future] = -plan.sum(Flow.REFUNDS);
        leavers[future] = left;
        compensation[future] = -plan.sum(Flow.COMPENSATION);
    }

    public int futures() {
        return count[0];
    }

    public int firstBucket() {
        return first;
    }

    public int weeks() {
        return weeks;
    }

    /** Own cash at the end of a week that a share of the futures does not exceed. */
    public long own(int bucket, double share) {
        return quantile(ownByWeek[bucket - first], share);
    }

    /** What customers pay in a week that a share of the futures does not exceed. */
    public long paidIn(int bucket, double share) {
        return quantile(paidInByWeek[bucket - first], share);
    }

    /** The least own cash of any week that a share of the futures does not exceed. */
    public long leastOwn(double share) {
        return quantile(leastOwn, share);
    }

    /** Refunds over the horizon that a share of the futures does not exceed. */
    public long refunds(double share) {
        return quantile(refunds, share);
    }

    /** Mean number of customers who leave over the horizon. */
    public double leavers() {
        return Arrays.stream(leavers, 0, count[0]).average().orElse(0);
    }

    /** Mean of what is paid for late cars and borne taxes over the horizon. */
    public double compensation() {
        return Arrays.stream(compensation, 0, count[0]).average().orElse(0);
    }

    private long quantile(long[] values, double share) {
        long[] sorted = Arrays.copyOf(values, count[0]);
        Arrays.sort(sorted);
        int at = (int) StrictMath.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.clamp(at, 0, sorted.length - 1)];
    }
}
