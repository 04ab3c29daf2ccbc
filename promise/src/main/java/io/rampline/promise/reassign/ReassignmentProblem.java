package io.rampline.promise.reassign;

/**
 * What is to be re-assigned: orders in the order of their rank, each needing one slot, and the slots that each bucket
 * has.
 *
 * <p>Order {@code o} (0 is first in line) may be built in bucket {@code release(o)} or later. {@code promise(o)} is the
 * bucket it was promised, or {@link #NO_PROMISE}. {@code weight(o)} says how much one bucket of lateness of this order
 * weighs against one of another order. Buckets are numbered from 0 to {@code buckets() - 1}; a release at or past the
 * horizon is allowed and means that the order can have no bucket.
 *
 * <p>The limits below keep every sum that is reported inside a {@code long}: the greatest possible weighted lateness is
 * {@link #ORDERS_MAX} x 2<sup>31</sup> x {@link #BUCKETS_MAX} = 8.8 x 10<sup>18</sup>, below 2<sup>63</sup> = 9.2 x
 * 10<sup>18</sup>.
 */
public final class ReassignmentProblem {

    /** In place of a promise: the order was never promised a bucket. */
    public static final int NO_PROMISE = -1;

    /** More orders on one bottleneck than any car maker has open; bounds the sums, see above. */
    public static final int ORDERS_MAX = 4_000_000;

    /** Ten years of weeks with room to spare, or nearly three years of days; bounds the sums, see above. */
    public static final int BUCKETS_MAX = 1_024;

    private final int[] release;
    private final int[] promise;
    private final int[] weight;
    private final int[] capacity;

    /**
     * @param release first bucket in which each order may be built, 0 or more
     * @param promise bucket promised to each order, or {@link #NO_PROMISE}; below the number of buckets
     * @param weight weight of each order, 1 or more
     * @param capacity slots per bucket, 0 or more
     * @throws IllegalArgumentException when lengths differ, a limit is passed or a value is out of its range; the
     *     message names the place
     */
    public ReassignmentProblem(int[] release, int[] promise, int[] weight, int[] capacity) {
        int orders = release.length;
        if (promise.length != orders || weight.length != orders) {
            throw new IllegalArgumentException("found " + orders + " releases, " + promise.length + " promises and "
                    + weight.length + " weights, expected one of each per order");
        }
        requireAtMost("orders", orders, ORDERS_MAX);
        requireAtMost("buckets", capacity.length, BUCKETS_MAX);
        this.release = release.clone();
        this.promise = promise.clone();
        this.weight = weight.clone();
        this.capacity = capacity.clone();
        requireRange("release", this.release, 0, Integer.MAX_VALUE);
        requireRange("promise", this.promise, NO_PROMISE, capacity.length - 1);
        requireRange("weight", this.weight, 1, Integer.MAX_VALUE);
        requireRange("capacity", this.capacity, 0, Integer.MAX_VALUE);
    }

    /** Number of orders. */
    public int orders() {
        return release.length;
    }

    /** Number of buckets. */
    public int buckets() {
        return capacity.length;
    }

    /** First bucket in which the order may be built. */
    public int release(int order) {
        return release[order];
    }

    /** Bucket promised to the order, or {@link #NO_PROMISE}. */
    public int promise(int order) {
        return promise[order];
    }

    /** Weight of the order, 1 or more. */
    public int weight(int order) {
        return weight[order];
    }

    /** Slots of the bucket. */
    public int capacity(int bucket) {
        return capacity[bucket];
    }

    /** Bucket from which the lateness of the order counts: its promise, or its release when it has none. */
    int due(int order) {
        return promise[order] == NO_PROMISE ? release[order] : promise[order];
    }

    private static void requireAtMost(String what, int found, int max) {
        if (found > max) {
            throw new IllegalArgumentException("found " + found + " " + what + ", expected at most " + max
                    + "; maybe split the problem by plant or shorten the horizon");
        }
    }

    private static void requireRange(String what, int[] values, int min, int max) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < min || values[i] > max) {
                throw new IllegalArgumentException(
                        what + "[" + i + "]: found " + values[i] + ", expected " + min + " to " + max);
            }
        }
    }
}
