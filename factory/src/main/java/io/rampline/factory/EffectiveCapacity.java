package io.rampline.factory;

import java.util.function.IntToDoubleFunction;

/** Turns a shift model, a ramp and a plant calendar into whole units per week. */
public final class EffectiveCapacity {
    /** Absorbs the rounding of binary fractions, so that 0.1 x 10 weeks is one whole unit. */
    private static final double FRACTION_SLACK = 1e-9;

    private EffectiveCapacity() {}

    /**
     * Units of each bucket. The fraction of a unit left in one week is carried into the next, so that the sum over any
     * prefix of weeks is the exact sum rounded down.
     *
     * @param workingDays days the plant works in each bucket, 0 to 7; its length is the number of buckets
     * @param rampStartBucket bucket in which the ramp has age 0; may be negative
     */
    public static int[] of(ShiftModel shifts, RampCurve ramp, int rampStartBucket, double[] workingDays) {
        return carried(
                workingDays.length,
                bucket -> shifts.unitsPerWeek(workingDays[bucket]) * ramp.share(bucket - rampStartBucket));
    }

    /**
     * Whole units of each bucket from exact ones, fractions carried as in {@link #of}.
     *
     * @param exactUnits units of a bucket, 0 or more
     */
    static int[] carried(int weeks, IntToDoubleFunction exactUnits) {
        int[] units = new int[weeks];
        double exact = 0;
        long given = 0;
        for (int bucket = 0; bucket < weeks; bucket++) {
            exact += exactUnits.applyAsDouble(bucket);
            long whole = (long) Math.floor(exact + FRACTION_SLACK);
            units[bucket] = Math.toIntExact(whole - given);
            given = whole;
        }
        return units;
    }
}
