package io.rampline.promise;

import io.rampline.factory.Configuration;

/**
 * A customer's order.
 *
 * @param id the client's own name for it, 1 to 64 characters
 * @param lockedAtMicros when it was locked, microseconds since 1970-01-01T00:00 in scenario local time: the place in
 *     line
 * @param priorityClass position in the scenario's priority classes, 0 is served first, 0 to 15
 * @param earliestBucket first bucket in which the customer takes delivery, {@link #AS_SOON_AS_POSSIBLE} for none
 * @param depositMinor paid at order, minor units
 */
public record Order(
        String id,
        long lockedAtMicros,
        int priorityClass,
        Configuration configuration,
        int earliestBucket,
        long depositMinor) {
    public static final int AS_SOON_AS_POSSIBLE = Integer.MIN_VALUE;
}
