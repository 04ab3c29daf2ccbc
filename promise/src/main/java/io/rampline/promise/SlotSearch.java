package io.rampline.promise;

import io.rampline.promise.Binding.Cause;

/**
 * Finds the first bucket in which one of the routes of a configuration has everything it needs, and what keeps it from
 * being earlier.
 *
 * <p>Parts say "not before" (see {@link Buckets}); the bit sets of the perishable needs are intersected from there on,
 * 64 weeks at a time: O(needs x weeks / 64) for each route. The result is remembered in the configuration until a level
 * of one of its resources turns over, so orders of the same configuration are answered by one comparison.
 */
final class SlotSearch {
    private final Buckets buckets;
    private final int[] blockers = new int[Binding.RESOURCES_MAX];

    SlotSearch(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Makes the answer for {@code from} stand in {@code configuration.foundBucket}, {@code foundRoute} and
     * {@code foundBinding}.
     */
    void find(CompiledConfiguration configuration, int from) {
        if (configuration.foundFrom == from) {
            return;
        }
        int start = Math.max(from, configuration.opensBucket);
        int best = buckets.weeks();
        int bestRoute = -1;
        for (int r = 0; r < configuration.routes.length; r++) {
            int bucket = first(configuration.routes[r], start, best);
            if (bucket < best) {
                best = bucket;
                bestRoute = r;
            }
        }
        configuration.foundFrom = from;
        configuration.foundBucket = bestRoute < 0 ? CompiledConfiguration.BEYOND_HORIZON : best;
        configuration.foundRoute = bestRoute;
        configuration.foundBinding = binding(configuration, from, start, best);
    }

    /** First bucket in [start, end) in which the route fits; {@code end} when there is none. */
    int first(CompiledRoute route, int start, int end) {
        int notBefore = start;
        for (int i = 0; i < route.resource.length; i++) {
            if (route.storable[i]) {
                notBefore = Math.max(notBefore, buckets.from(route.level[i]) - route.shift[i]);
            }
        }
        for (int word = notBefore & -64; word < end; word += 64) {
            long free = word < notBefore ? -1L << (notBefore & 63) : -1L;
            for (int i = 0; i < route.resource.length; i++) {
                if (!route.storable[i]) {
                    free &= buckets.word(route.level[i], word + route.shift[i]);
                }
            }
            if (free != 0) {
                return Math.min(end, word + Long.numberOfTrailingZeros(free));
            }
        }
        return end;
    }

    /** What keeps a date in {@code bucket} from being earlier, packed. */
    long bindingAt(CompiledConfiguration configuration, int from, int bucket) {
        return binding(configuration, from, Math.max(from, configuration.opensBucket), bucket);
    }

    private long binding(CompiledConfiguration configuration, int from, int start, int found) {
        if (!configuration.offered()) {
            return Binding.pack(Cause.NOT_OFFERED);
        }
        if (found == start || start >= buckets.weeks()) {
            return Binding.pack(configuration.opensBucket > from ? Cause.MARKET_OPENS : Cause.NOTHING);
        }
        int bestBucket = found;
        int bestResource = -1;
        for (CompiledRoute route : configuration.routes) {
            int bucket = firstShortOfOne(route, start, bestBucket);
            if (bucket < bestBucket) {
                bestBucket = bucket;
                bestResource = blockerAt(route, bucket);
            }
        }
        if (bestResource >= 0) {
            blockers[0] = bestResource;
            return Binding.pack(blockers, 1, bestBucket);
        }
        return together(configuration, found - 1);
    }

    /** First bucket in [start, end) that one more unit of one resource would open; {@code end} when there is none. */
    int firstShortOfOne(CompiledRoute route, int start, int end) {
        for (int bucket = start; bucket < end; bucket += 64) {
            long once = 0;
            long twice = 0;
            for (int i = 0; i < route.resource.length; i++) {
                long blocked = blocked(route, i, bucket);
                twice |= once & blocked;
                once |= blocked;
            }
            for (long sole = once & ~twice; sole != 0; sole &= sole - 1) {
                int candidate = bucket + Long.numberOfTrailingZeros(sole);
                if (candidate >= end) {
                    break;
                }
                if (shortByOne(route, candidate)) {
                    return candidate;
                }
            }
        }
        return end;
    }

    private long blocked(CompiledRoute route, int need, int bucket) {
        int place = bucket + route.shift[need];
        if (!route.storable[need]) {
            return ~buckets.word(route.level[need], place);
        }
        int missing = buckets.from(route.level[need]) - place;
        return missing <= 0 ? 0 : missing >= 64 ? -1L : (1L << missing) - 1;
    }

    private boolean shortByOne(CompiledRoute route, int bucket) {
        for (int i = 0; i < route.resource.length; i++) {
            if (!route.hasRoom(buckets, i, bucket)) {
                return insideHorizon(route, i, bucket) && buckets.shortOf(route.level[i], bucket + route.shift[i]) == 1;
            }
        }
        return false;
    }

    /** A need outside the horizon cannot be met by any capacity of ours. */
    private boolean insideHorizon(CompiledRoute route, int need, int bucket) {
        int needBucket = bucket + route.shift[need] - Buckets.LEAD;
        return route.storable[need] || (needBucket >= 0 && needBucket < buckets.weeks());
    }

    private int blockerAt(CompiledRoute route, int bucket) {
        for (int i = 0; i < route.resource.length; i++) {
            if (!route.hasRoom(buckets, i, bucket)) {
                return route.resource[i];
            }
        }
        throw new IllegalStateException("found nothing that blocks bucket " + bucket + ", expected one resource");
    }

    private long together(CompiledConfiguration configuration, int bucket) {
        int fewest = Integer.MAX_VALUE;
        long packed = 0;
        for (CompiledRoute route : configuration.routes) {
            int count = 0;
            for (int i = 0; i < route.resource.length; i++) {
                if (!route.hasRoom(buckets, i, bucket)) {
                    if (count < blockers.length) {
                        blockers[count] = route.resource[i];
                    }
                    count++;
                }
            }
            if (count < fewest) {
                fewest = count;
                packed = Binding.pack(blockers, count, bucket);
            }
        }
        return packed;
    }
}
