package io.rampline.factory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A market that is closed and may be opened: in which week, and with how many units a week.
 *
 * @param market one whose {@link Market#opensBucket()} lies behind the horizon
 * @param products what would be offered there; a market and its products have one opening at most
 * @param earliestBucket first bucket in which a unit for it may be built, 0 or more
 * @param latestBucket last bucket in which it may open, not before the earliest
 * @param unitsPerWeekMax the largest weekly quota that may be decided, 1 to {@value StepGain#UNITS_MAX}
 * @param costMinor one-off cost in minor units, due in the week it opens, 0 or more
 * @param reservedOn the line that keeps the quota from markets without one until the release fence; empty for a ceiling
 *     only
 * @param decidedBucket the bucket in which it opens, with the largest quota, when that is decided and may not be
 *     changed
 */
public record Opening(
        String market,
        Selector products,
        int earliestBucket,
        int latestBucket,
        int unitsPerWeekMax,
        long costMinor,
        Optional<String> reservedOn,
        OptionalInt decidedBucket) {
    public Opening {
        if (earliestBucket < 0 || earliestBucket > latestBucket) {
            throw new IllegalArgumentException("found an opening of " + market + " from bucket " + earliestBucket
                    + " to " + latestBucket + ", expected 0 or more, and the earliest first");
        }
        if (unitsPerWeekMax < 1 || unitsPerWeekMax > StepGain.UNITS_MAX || costMinor < 0) {
            throw new IllegalArgumentException("found an opening of " + market + " with " + unitsPerWeekMax
                    + " a week for " + costMinor + ", expected 1 to " + StepGain.UNITS_MAX + " for 0 or more");
        }
    }

    /** The name of its quota's resource: {@code EU SU7}. */
    public String resourceName() {
        return market + " " + products;
    }
}
