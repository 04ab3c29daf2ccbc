package io.rampline.ramp.plan;

import java.util.Arrays;

/** Numbers by bucket, of units that may be fractions. Immutable. */
public final class Amounts {
    private final double[] byBucket;

    private Amounts(double[] byBucket) {
        this.byBucket = byBucket;
    }

    /** A copy of the numbers. */
    public static Amounts of(double... byBucket) {
        return new Amounts(byBucket.clone());
    }

    public double get(int bucket) {
        return byBucket[bucket];
    }

    public int weeks() {
        return byBucket.length;
    }

    public double sum() {
        double sum = 0;
        for (double amount : byBucket) {
            sum += amount;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amounts that && Arrays.equals(byBucket, that.byBucket);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byBucket);
    }

    @Override
    public String toString() {
        return Arrays.toString(byBucket);
    }
}
