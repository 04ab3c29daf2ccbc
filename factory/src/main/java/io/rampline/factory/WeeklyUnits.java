package io.rampline.factory;

import java.util.Arrays;

/** Units in each bucket of the horizon: capacity, arrivals or a limit. Immutable. */
public final class WeeklyUnits {
    /** A bucket without a limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final int[] units;

    private WeeklyUnits(int[] units) {
        this.units = units;
    }

    /**
     * The given units, one number for each bucket.
     *
     * @param units units of each bucket, each 0 or more; copied
     * @throws IllegalArgumentException when a bucket is negative
     */
    public static WeeklyUnits of(int... units) {
        for (int bucket = 0; bucket < units.length; bucket++) {
            if (units[bucket] < 0) {
                throw new IllegalArgumentException(
                        "found " + units[bucket] + " units in bucket " + bucket + ", expected 0 or more");
            }
        }
        return new WeeklyUnits(units.clone());
    }

    /** The same units in each of {@code weeks} buckets. */
    public static WeeklyUnits constant(int weeks, int unitsPerWeek) {
        int[] units = new int[weeks];
        Arrays.fill(units, unitsPerWeek);
        return of(units);
    }

    public int get(int bucket) {
        return units[bucket];
    }

    public int weeks() {
        return units.length;
    }

    /** A copy of the units, one number for each bucket. */
    public int[] toArray() {
        return units.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeeklyUnits that && Arrays.equals(units, that.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units);
    }

    @Override
    public String toString() {
        return Arrays.toString(units);
    }
}
