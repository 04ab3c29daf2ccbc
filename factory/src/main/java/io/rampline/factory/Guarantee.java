package io.rampline.factory;

import java.util.Optional;

/**
 * No one who orders from a week on waits longer than so many weeks, from lock to delivery.
 *
 * @param market empty for all markets
 * @param model empty for all models
 * @param waitWeeks 0 to {@value Horizon#WEEKS_MAX}; transit counts
 * @param fromBucket first bucket of locks it holds for, 0 or more
 */
public record Guarantee(Optional<String> market, Optional<String> model, int waitWeeks, int fromBucket) {
    public Guarantee {
        if (waitWeeks < 0 || waitWeeks > Horizon.WEEKS_MAX || fromBucket < 0) {
            throw new IllegalArgumentException("found a guarantee of " + waitWeeks + " weeks from bucket " + fromBucket
                    + ", expected 0 to " + Horizon.WEEKS_MAX + " from bucket 0 or later");
        }
    }

    boolean covers(String aMarket, String aModel) {
        return market.map(aMarket::equals).orElse(true)
                && model.map(aModel::equals).orElse(true);
    }

    /** A word for a market counts more than one for a model; both together count most. */
    int precision() {
        return (market.isPresent() ? 2 : 0) + (model.isPresent() ? 1 : 0);
    }
}
