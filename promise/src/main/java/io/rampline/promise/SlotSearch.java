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
    private final Balances balances;
    private int routeFound;
    private int routeShort;
    private final int[] blockers = new int[Binding.RESOURCES_MAX];

    SlotSearch(Buckets buckets) {
        this.buckets = buckets;
        this.balances = buckets.balances();
    }

    /**
     * Makes the answer for {@code from} stand in {@code configuration.foundBucket}, {@code foundRoute} and
     * {@code foundBinding}.
     */
    void find(CompiledConfiguration configuration, int from) {
        boolean sameQuestion = configuration.foundFrom == from;
        if (sameQuestion && configuration.foundTurns == buckets.turns) {
            return;
        }
        long turnsOfMine = 0;
        int[] needs = configuration.needs;
        for (int at = 0; at < needs.length; at += CompiledConfiguration.STRIDE) {
            turnsOfMine += buckets.turnsOf[needs[at]];
        }
        if (!sameQuestion || configuration.foundTurnsOfMine != turnsOfMine) {
            // While no room was added, what was full before the last answer still is.
            boolean goOn = sameQuestion && configuration.foundRaises == buckets.raises;
            search(configuration, from, goOn);
        }
        configuration.foundTurns = buckets.turns;
        configuration.foundTurnsOfMine = turnsOfMine;
        configuration.foundRaises = buckets.raises;
    }

    private void search(CompiledConfiguration configuration, int from, boolean goOn) {
        int start = Math.max(from, configuration.opensBucket);
        int last = configuration.foundBucket < 0 ? buckets.weeks() : configuration.foundBucket;
        int best = first(configuration, goOn ? last : start);
        configuration.foundFrom = from;
        configuration.foundBucket = best == buckets.weeks() ? CompiledConfiguration.BEYOND_HORIZON : best;
        configuration.foundRoute = routeFound;
        if (!goOn) {
            configuration.foundRelief = start;
        }
        configuration.foundBinding = binding(configuration, from, start, best);
    }

    /** Route of the bucket that {@link #first} found. */
    int routeFound() {
        return routeFound;
    }

    /** First bucket from {@code start} on in which a route fits, the number of weeks when there is none. */
    int first(CompiledConfiguration configuration, int start) {
        int weeks = buckets.weeks();
        routeFound = -1;
        if (!configuration.offered()) {
            return weeks;
        }
        int[] needs = configuration.needs;
        int notBefore = start;
        for (int at = configuration.partsStart(); at < needs.length; at += CompiledConfiguration.STRIDE) {
            notBefore = Math.max(notBefore, buckets.from(needs[at + 3]) - needs[at + 2]);
        }
        for (int word = notBefore & -64; word < weeks; word += 64) {
            long shared = free(needs, 0, configuration.sharedEnd, word);
            shared &= word < notBefore ? -1L << (notBefore & 63) : -1L;
            if (shared != 0) {
                int best = 64;
                for (int r = 0; r < configuration.ownEnd.length; r++) {
                    long free = shared & free(needs, configuration.ownStart(r), configuration.ownEnd[r], word);
                    int bit = Long.numberOfTrailingZeros(free);
                    if (bit < best) {
                        best = bit;
                        routeFound = r;
                    }
                }
                if (best < 64) {
                    return word + best;
                }
            }
        }
        return weeks;
    }

    /**
     * Whether an order that stands in a bucket might stand earlier once it has given its own slot back; false only when
     * it cannot. Its own slot adds nothing to perishable resources in earlier buckets
     * ({@link CompiledConfiguration#sameShifts}); to a part it adds from where the part is not spoken for any more.
     *
     * @param last latest bucket that is wanted, before {@code build}
     */
    boolean mayGain(CompiledConfiguration configuration, int from, int build, int last) {
        int[] needs = configuration.needs;
        int notBefore = Math.max(from, configuration.opensBucket);
        for (int at = configuration.partsStart();
                at < needs.length && notBefore <= last;
                at += CompiledConfiguration.STRIDE) {
            int shift = needs[at + 2];
            int free = buckets.from(needs[at + 3]) - shift;
            if (free > notBefore) {
                int reached = buckets.reach(needs[at], build + shift, notBefore + shift) - shift;
                notBefore = Math.max(notBefore, Math.min(free, reached));
            }
        }
        if (notBefore > last) {
            return false;
        }
        for (int word = notBefore & -64; word <= last; word += 64) {
            long wanted = word < notBefore ? -1L << (notBefore & 63) : -1L;
            wanted &= last - word < 63 ? (1L << (last - word + 1)) - 1 : -1L;
            long shared = wanted & free(needs, 0, configuration.sharedEnd, word);
            for (int r = 0; r < configuration.ownEnd.length && shared != 0; r++) {
                if ((shared & free(needs, configuration.ownStart(r), configuration.ownEnd[r], word)) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The weeks from {@code word} on, 64 of them, in which the perishable needs from {@code start} to {@code end} all
     * have room.
     */
    private long free(int[] needs, int start, int end, int word) {
        long free = -1L;
        for (int at = start; at < end; at += CompiledConfiguration.STRIDE) {
            free &= buckets.word(needs[at + 3], word + needs[at + 2]);
        }
        return free;
    }

    /** What keeps a date in {@code bucket} from being earlier, packed. Leaves the remembered answer alone. */
    long bindingAt(CompiledConfiguration configuration, int from, int bucket) {
        int relief = configuration.foundRelief;
        int start = Math.max(from, configuration.opensBucket);
        configuration.foundRelief = start;
        long packed = binding(configuration, from, start, bucket);
        configuration.foundRelief = relief;
        return packed;
    }

    /** Looks from {@code foundRelief} on and leaves there the first bucket that one more unit would open. */
    private long binding(CompiledConfiguration configuration, int from, int start, int found) {
        if (!configuration.offered()) {
            return Binding.pack(Cause.NOT_OFFERED);
        }
        if (found == start || start >= buckets.weeks()) {
            return Binding.pack(configuration.opensBucket > from ? Cause.MARKET_OPENS : Cause.NOTHING);
        }
        int relief = firstShortOfOne(configuration, configuration.foundRelief, found);
        configuration.foundRelief = relief;
        if (relief < found) {
            blockers[0] = blockerAt(configuration, routeShort, relief);
            return Binding.pack(blockers, 1, relief);
        }
        return together(configuration, found - 1);
    }

    /**
     * First bucket in [start, end) that one more unit of one resource would open, on the route {@code routeShort};
     * {@code end} when there is none.
     */
    private int firstShortOfOne(CompiledConfiguration configuration, int start, int end) {
        int[] needs = configuration.needs;
        for (int bucket = start; bucket < end; bucket += 64) {
            long once = 0;
            long twice = 0;
            for (int at = configuration.partsStart(); at < needs.length; at += CompiledConfiguration.STRIDE) {
                long blocked = before(buckets.from(needs[at + 3]) - needs[at + 2] - bucket);
                twice |= once & blocked;
                once |= blocked;
            }
            for (int at = 0; at < configuration.sharedEnd; at += CompiledConfiguration.STRIDE) {
                long blocked = ~buckets.word(needs[at + 3], bucket + needs[at + 2]);
                twice |= once & blocked;
                once |= blocked;
            }
            int best = end;
            for (int r = 0; r < configuration.ownEnd.length; r++) {
                int candidate = soleOnRoute(configuration, r, bucket, best, once, twice);
                if (candidate < best) {
                    best = candidate;
                    routeShort = r;
                }
            }
            if (best < end) {
                return best;
            }
        }
        return end;
    }

    private int soleOnRoute(
            CompiledConfiguration configuration, int route, int bucket, int end, long sharedOnce, long sharedTwice) {
        int[] needs = configuration.needs;
        long once = sharedOnce;
        long twice = sharedTwice;
        for (int at = configuration.ownStart(route);
                at < configuration.ownEnd[route];
                at += CompiledConfiguration.STRIDE) {
            long blocked = ~buckets.word(needs[at + 3], bucket + needs[at + 2]);
            twice |= once & blocked;
            once |= blocked;
        }
        for (long sole = once & ~twice; sole != 0; sole &= sole - 1) {
            int candidate = bucket + Long.numberOfTrailingZeros(sole);
            if (candidate >= end) {
                return end;
            }
            if (shortByOne(configuration, route, candidate)) {
                return candidate;
            }
        }
        return end;
    }

    /** The lowest {@code count} bits; none for a negative count, all for 64 and more. */
    private static long before(int count) {
        return count <= 0 ? 0 : count >= 64 ? -1L : (1L << count) - 1;
    }

    /** Whether the one need without room lacks one unit, and one that could be had. */
    private boolean shortByOne(CompiledConfiguration configuration, int route, int bucket) {
        int[] needs = configuration.needs;
        for (int at = configuration.partsStart(); at < needs.length; at += CompiledConfiguration.STRIDE) {
            int place = bucket + needs[at + 2];
            if (place < buckets.from(needs[at + 3])) {
                // Before the horizon supply inside it helps only where the balance is lowest inside it.
                return place >= buckets.from(needs[at + 4])
                        && (place >= Buckets.LEAD || balances.reliefBucket(needs[at], place) >= 0);
            }
        }
        return oneLessFits(needs, 0, configuration.sharedEnd, bucket)
                && oneLessFits(needs, configuration.ownStart(route), configuration.ownEnd[route], bucket);
    }

    private boolean oneLessFits(int[] needs, int start, int end, int bucket) {
        for (int at = start; at < end; at += CompiledConfiguration.STRIDE) {
            if ((buckets.word(needs[at + 4], bucket + needs[at + 2]) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The resource of the one need that has no room. */
    private int blockerAt(CompiledConfiguration configuration, int route, int bucket) {
        int[] needs = configuration.needs;
        for (int at = configuration.partsStart(); at < needs.length; at += CompiledConfiguration.STRIDE) {
            if (bucket + needs[at + 2] < buckets.from(needs[at + 3])) {
                return needs[at];
            }
        }
        int at = 0;
        while ((buckets.word(needs[at + 3], bucket + needs[at + 2]) & 1) != 0) {
            at += CompiledConfiguration.STRIDE;
            at = at == configuration.sharedEnd ? configuration.ownStart(route) : at;
        }
        return needs[at];
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
