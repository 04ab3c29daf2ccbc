package io.rampline.desk.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket for each who asks, as one number: the moment at which the bucket would be full again (the generic cell
 * rate algorithm of ITU-T I.371). Taking a token costs one compare-and-set.
 */
public final class RateLimits {
    /** Buckets that are full again are forgotten when there are more. */
    static final int BUCKETS_MAX = 200_000;

    private final ConcurrentHashMap<String, AtomicLong> fullAgainNanos = new ConcurrentHashMap<>();
    /** Shared by all newcomers when there is no room for a bucket of their own. */
    private final AtomicLong crowd = new AtomicLong(Long.MIN_VALUE);

    /**
     * Takes a token.
     *
     * @param clockNanos never runs backwards
     * @return 0 when there was one; otherwise nanoseconds until there is
     */
    public long take(String who, Rate rate, LongSupplier clockNanos) {
        AtomicLong bucket = fullAgainNanos.get(who);
        if (bucket == null) {
            bucket = newBucket(who, clockNanos.getAsLong());
        }
        long each = rate.nanosEach();
        long depth = each * (rate.burst() - 1L);
        while (true) {
            // The bucket before the clock: others may take at any later time while this thread is held up, and a time
            // from before would make what they took look like debt.
            long full = bucket.get();
            long nowNanos = clockNanos.getAsLong();
            long start = Math.max(full, nowNanos);
            if (start - nowNanos > depth) {
                return start - nowNanos - depth;
            }
            if (bucket.compareAndSet(full, start + each)) {
                return 0;
            }
        }
    }

    private AtomicLong newBucket(String who, long nowNanos) {
        if (fullAgainNanos.size() >= BUCKETS_MAX) {
            fullAgainNanos.values().removeIf(bucket -> bucket.get() <= nowNanos);
        }
        return fullAgainNanos.size() >= BUCKETS_MAX
                ? crowd
                : fullAgainNanos.computeIfAbsent(who, _ -> new AtomicLong(Long.MIN_VALUE));
    }
}
