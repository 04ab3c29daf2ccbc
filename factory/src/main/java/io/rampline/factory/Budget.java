package io.rampline.factory;

/**
 * How much may be spent on one-off costs in some weeks together. Periods may overlap: each holds by itself.
 *
 * @param fromBucket first bucket of the period, 0 or more
 * @param toBucket the bucket behind its last one
 * @param spendMaxMinor minor units over the period, 0 or more; no period means no limit
 */
public record Budget(int fromBucket, int toBucket, long spendMaxMinor) {
    public Budget {
        if (fromBucket < 0 || toBucket <= fromBucket || spendMaxMinor < 0) {
            throw new IllegalArgumentException("found a budget of " + spendMaxMinor + " for buckets " + fromBucket
                    + " to before " + toBucket + ", expected 0 or more for at least one bucket");
        }
    }
}
