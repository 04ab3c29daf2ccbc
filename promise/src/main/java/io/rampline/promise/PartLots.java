package io.rampline.promise;

import java.util.Arrays;

/**
 * What is free of the parts, told by lots.
 *
 * <p>With A[t] = stock and arrivals to t less use to t, the units free for week t are M[t] = min over s >= t of A[s].
 * Kept are the increments of M, the <em>free lots</em> m[t] = M[t] - M[t-1], and what stands above M, the
 * <em>slack</em> S[t] = A[t] - M[t]: units that are there in t but spoken for later. With n[t] = arrivals less use in
 * t, S[t-1] = max(0, S[t] - n[t]) and m[t] = max(0, n[t] - S[t]). So using units in week t takes them from the latest
 * lots at or before t and adds to the slack from there to t; giving them back takes from the slack before t as far as
 * it reaches, and what it does not reach becomes a free lot again.
 *
 * <p>Cost: both O(1) where parts arrive when they are used, O(weeks between) otherwise. A change of supply, and
 * everything while a shortage stands, O(weeks). Places are those of {@link Buckets}.
 */
final class PartLots {
    /** A take found too little: nothing is known of levels any more. */
    static final int SHORT = -1;

    private final int span;
    private final int words;
    private final int[] openingStock;
    private final int[] capacity;
    private final int[] used;
    /** Never negative. */
    private final int[] free;

    private final int[] slack;
    /** Bit set of the places with free lots. */
    private final long[] lotBits;
    /** First place with a balance that is not negative. */
    private final int[] shortUntil;

    private final long[] cumulative;

    PartLots(int span, int words, int[] openingStock, int[] capacity) {
        int count = openingStock.length;
        this.span = span;
        this.words = words;
        this.openingStock = openingStock;
        this.capacity = capacity;
        this.used = new int[count * span];
        this.free = new int[count * span];
        this.slack = new int[count * span];
        this.lotBits = new long[count * words];
        this.shortUntil = new int[count];
        this.cumulative = new long[span];
    }

    /** The same over the same capacity in another array. */
    PartLots copy(int[] itsCapacity) {
        return new PartLots(this, itsCapacity);
    }

    private PartLots(PartLots from, int[] itsCapacity) {
        span = from.span;
        words = from.words;
        openingStock = from.openingStock;
        capacity = itsCapacity;
        used = from.used.clone();
        free = from.free.clone();
        slack = from.slack.clone();
        lotBits = from.lotBits.clone();
        shortUntil = from.shortUntil.clone();
        cumulative = new long[span];
    }

    /** Nothing is used any more; {@link #refresh} must follow for each part. */
    void clear() {
        Arrays.fill(used, 0);
    }

    int used(int part, int place) {
        return used[part * span + place];
    }

    /**
     * Uses units in a place.
     *
     * @return the earliest lot they came from, {@link #SHORT} when there was too little
     */
    int take(int part, int place, int quantity) {
        int base = part * span;
        used[base + place] += quantity;
        int lot = place;
        int wanted = quantity;
        while (wanted > 0) {
            if (free[base + lot] == 0) {
                int before = lotBefore(part, lot);
                if (before < 0) {
                    refresh(part);
                    return SHORT;
                }
                for (int at = base + before; at < base + lot; at++) {
                    slack[at] += wanted;
                }
                lot = before;
            }
            int taken = Math.min(wanted, free[base + lot]);
            wanted -= taken;
            free[base + lot] -= taken;
            if (free[base + lot] == 0) {
                lotBits[part * words + (lot >>> 6)] ^= 1L << (lot & 63);
            }
        }
        return lot;
    }

    /**
     * Gives units back.
     *
     * @return the earliest lot that grew, 0 while a shortage stands
     */
    int give(int part, int place, int quantity) {
        int base = part * span;
        used[base + place] -= quantity;
        if (shortUntil[part] > 0) {
            refresh(part);
            return 0;
        }
        int left = quantity;
        int lot = place;
        int earliest = place;
        while (left > 0) {
            int passed = lot == 0 ? 0 : Math.min(left, slack[base + lot - 1]);
            if (left > passed) {
                lotBits[part * words + (lot >>> 6)] |= 1L << (lot & 63);
                free[base + lot] += left - passed;
                earliest = lot;
            }
            if (passed > 0) {
                slack[base + lot - 1] -= passed;
                lot--;
            }
            left = passed;
        }
        return earliest;
    }

    /** Earliest place at or after {@code least} that what is used in {@code place} could be given to. */
    int reach(int part, int place, int least) {
        int at = place;
        int base = part * span;
        while (at > least && slack[base + at - 1] > 0) {
            at--;
        }
        return at;
    }

    /** First place from which so many are free, the span when nowhere. */
    int firstPlace(int part, int quantity) {
        if (quantity == 0) {
            return shortUntil[part];
        }
        long sum = 0;
        for (int word = 0; word < words; word++) {
            for (long bits = lotBits[part * words + word]; bits != 0; bits &= bits - 1) {
                int place = (word << 6) + Long.numberOfTrailingZeros(bits);
                sum += free[part * span + place];
                if (sum >= quantity) {
                    return place;
                }
            }
        }
        return span;
    }

    boolean isFree(int part, int place) {
        return free[part * span + place] > 0;
    }

    /** The latest place before {@code place} with a free lot, -1 when there is none. */
    private int lotBefore(int part, int place) {
        int word = place >>> 6;
        long bits = lotBits[part * words + word] & ((1L << (place & 63)) - 1);
        while (bits == 0) {
            if (--word < 0) {
                return -1;
            }
            bits = lotBits[part * words + word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** Recomputes everything about a part from supply and use. */
    void refresh(int part) {
        int base = part * span;
        long balance = openingStock[part];
        for (int place = 0; place < span; place++) {
            balance += capacity[base + place] - (long) used[base + place];
            cumulative[place] = balance;
        }
        slack[base + span - 1] = 0;
        for (int place = span - 2; place >= 0; place--) {
            long least = Math.min(cumulative[place], cumulative[place + 1]);
            slack[base + place] = (int) Math.min(Integer.MAX_VALUE, cumulative[place] - least);
            cumulative[place] = least;
        }
        shortUntil[part] = 0;
        long before = 0;
        Arrays.fill(lotBits, part * words, (part + 1) * words, 0);
        for (int place = 0; place < span; place++) {
            long now = Math.max(0, cumulative[place]);
            shortUntil[part] = cumulative[place] < 0 ? place + 1 : shortUntil[part];
            free[base + place] = (int) (now - before);
            if (now > before) {
                lotBits[part * words + (place >>> 6)] |= 1L << (place & 63);
            }
            before = now;
        }
    }
}
