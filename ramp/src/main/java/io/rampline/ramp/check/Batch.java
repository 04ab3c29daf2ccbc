package io.rampline.ramp.check;

import io.rampline.ramp.plan.GroupFlow;

/**
 * Orders of one group that stand in line one behind the other and may be built from the same week on.
 *
 * @param group of the plan
 * @param booked whether they are in the book; the others are forecast
 * @param lockBucket bucket of the lock; one before the first for the book
 * @param lockedAtMicros of the middle one
 * @param priority class, 0 first
 * @param fromBucket first bucket they may be built in
 * @param units orders
 */
public record Batch(
        GroupFlow group,
        boolean booked,
        int lockBucket,
        long lockedAtMicros,
        int priority,
        int fromBucket,
        int units) {}
