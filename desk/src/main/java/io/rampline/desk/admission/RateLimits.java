package io.rampline.desk.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

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
     * @param nowNanos a clock that never runs backwards
     * @return 0 when there was one; otherwise nanoseconds until there is
     */
    public long take(String who, Rate rate, long nowNanos) {
        AtomicLong bucket = fullAgainNanos.get(who);
        if (bucket == null) {
            bucket = newBucket(who, nowNanos);
        }
        long each = rate.nanosEach();
        long depth = each * (rate.burst() - 1L);
        while (true) {
            long full = bucket.get();
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
