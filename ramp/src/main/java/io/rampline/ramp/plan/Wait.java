package io.rampline.ramp.plan;

/**
 * No one who orders in a week from {@code fromBucket} on waits longer than so many weeks from lock to delivery.
 *
 * @param weeks 1 to 520, transit counts
 * @param fromBucket first bucket of locks it holds for, 0 or more
 */
public record Wait(int weeks, int fromBucket) {
    public Wait {
        if (weeks < 1 || weeks > 520 || fromBucket < 0) {
            throw new IllegalArgumentException("found a wait of " + weeks + " weeks from bucket " + fromBucket
                    + ", expected 1 to 520 weeks from bucket 0 or later");
        }
    }
}
