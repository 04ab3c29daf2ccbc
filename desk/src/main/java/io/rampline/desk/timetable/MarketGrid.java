package io.rampline.desk.timetable;

import java.util.List;

/**
 * Which openings of a market are looked at.
 *
 * @param quotas in the order asked for
 * @param buckets of the opening, ascending
 * @param waits at home in weeks, ascending
 * @param fromBucket first bucket of the home orders that the waits hold for
 * @param firstBucket first in which the market may open
 * @param lastBucket last in which it may open within the plan
 */
public record MarketGrid(
        String market,
        List<MarketQuota> quotas,
        List<Integer> buckets,
        List<Integer> waits,
        int fromBucket,
        int firstBucket,
        int lastBucket) {
    public MarketGrid {
        quotas = List.copyOf(quotas);
        buckets = List.copyOf(buckets);
        waits = List.copyOf(waits);
    }

    /** How many points it has. */
    public int size() {
        return quotas.size() * buckets.size() * waits.size();
    }
}
