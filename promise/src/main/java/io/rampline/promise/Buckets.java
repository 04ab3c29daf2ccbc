package io.rampline.promise;

import io.rampline.factory.Need;
import io.rampline.factory.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is still free of every resource in every week, kept so that "is there room?" is one bit and "from when on?" is
 * one number.
 *
 * <p><b>Perishable resources</b> (line-weeks, limits, quotas, transport) keep the free units of each week and, for each
 * quantity somebody asks for (a <em>level</em>), a bit set of the weeks that have so many. Weeks of several resources
 * are then intersected 64 at a time.
 *
 * <p><b>Storable resources</b> (parts) may be used in a week when the cumulative supply less the cumulative use stays
 * at or above zero in that week and in every later one: with A[s] = supply to s less use to s, the units free for week
 * t are M[t] = min over s >= t of A[s]. M never falls with t, so a part only says "not before": one number for each
 * level. M is kept by its increments, the <em>free lots</em> m[t] = M[t] - M[t-1]: using q units in week t takes them
 * from the latest lots at or before t, because afterwards M'[s] = M[s] - q for s >= t and min(M[s], M[t] - q) before.
 * Giving units back and changing supply recompute M from A, O(weeks).
 *
 * <p>Cost: take O(needs) amortised; give O(needs), O(weeks) for each part; capacity change O(weeks). Memory: 8 bytes
 * for each resource and week, and a bit for each level and week. Sources: capable-to-promise with time-phased supply,
 * Chen, Zhao and Ball 2001; Ball and Zhao 2003.
 *
 * <p>Weeks are shifted by {@link #LEAD} places, so that a need some weeks before or after the line week needs no bounds
 * check: outside the horizon a perishable resource has nothing, and a part has its opening stock from the first place
 * on.
 *
 * <p>Not here: who uses what, ranks, rules. A level's answer turning over is told to a {@link Listener}.
 */
final class Buckets {
    /** Places before bucket 0: a whole word, so that needs in the line week read whole words. */
    static final int LEAD = 64;

    /** Told when any level of a resource changed its answer for some week. */
    interface Listener {
        void turned(int resource);
    }

    private final int weeks;
    private final int span;
    private final int words;
    private final boolean[] storable;
    private final int[] openingStock;
    /** Perishable: capacity; storable: arrivals. */
    private final int[] capacity;
    /** Perishable: units free, negative in a shortage; storable: free lots, never negative. */
    private final int[] free;
    /** Storable only: units used. */
    private final int[] used;

    private int levels;
    private int[] levelResource = new int[16];
    private int[] levelQuantity = new int[16];
    /** Storable levels: first place from which the quantity is free. */
    private int[] levelFrom = new int[16];
    /** Perishable levels: bit set of the places where the quantity is free. */
    private long[] levelBits;

    private final int[][] levelsOf;
    private final int[] quantityMax;
    private final long[] cumulative;
    private Listener listener = _ -> {};

    Buckets(List<Resource> resources, int weeks) {
        this.weeks = weeks;
        this.span = LEAD + weeks + Need.OFFSET_WEEKS_MAX + 1;
        // One word of padding, so that an unaligned read never runs off the end.
        this.words = (span + 63) / 64 + 1;
        int count = resources.size();
        this.storable = new boolean[count];
        this.openingStock = new int[count];
        this.capacity = new int[count * span];
        this.free = new int[count * span];
        this.used = new int[count * span];
        this.levelsOf = new int[count][0];
        this.quantityMax = new int[count];
        this.levelBits = new long[16 * words];
        this.cumulative = new long[span];
        for (int r = 0; r < count; r++) {
            storable[r] = resources.get(r).kind().storable();
            openingStock[r] = resources.get(r).openingStock();
            for (int bucket = 0; bucket < weeks; bucket++) {
                capacity[r * span + LEAD + bucket] = resources.get(r).units().get(bucket);
            }
        }
        clear();
    }

    /** A second set of buckets with the same capacity and levels and nothing used. */
    Buckets emptyCopy() {
        Buckets copy = new Buckets(this);
        copy.clear();
        return copy;
    }

    /** A second set of buckets with the same capacity, levels and use. */
    Buckets copy() {
        return new Buckets(this);
    }

    private Buckets(Buckets from) {
        weeks = from.weeks;
        span = from.span;
        words = from.words;
        storable = from.storable;
        openingStock = from.openingStock;
        capacity = from.capacity.clone();
        free = from.free.clone();
        used = from.used.clone();
        levels = from.levels;
        levelResource = from.levelResource.clone();
        levelQuantity = from.levelQuantity.clone();
        levelFrom = from.levelFrom.clone();
        levelBits = from.levelBits.clone();
        levelsOf = from.levelsOf.clone();
        quantityMax = from.quantityMax.clone();
        cumulative = new long[span];
    }

    void listen(Listener newListener) {
        listener = newListener;
    }

    int weeks() {
        return weeks;
    }

    /** Nothing is used any more; capacity stays. */
    final void clear() {
        System.arraycopy(capacity, 0, free, 0, free.length);
        Arrays.fill(used, 0);
        for (int r = 0; r < storable.length; r++) {
            refresh(r);
        }
    }

    /** The number of the level of a resource at a quantity; the same for the same pair. */
    int level(int resource, int quantity) {
        for (int level : levelsOf[resource]) {
            if (levelQuantity[level] == quantity) {
                return level;
            }
        }
        if (levels == levelResource.length) {
            int larger = levels * 2;
            levelResource = Arrays.copyOf(levelResource, larger);
            levelQuantity = Arrays.copyOf(levelQuantity, larger);
            levelFrom = Arrays.copyOf(levelFrom, larger);
            levelBits = Arrays.copyOf(levelBits, larger * words);
        }
        int level = levels++;
        levelResource[level] = resource;
        levelQuantity[level] = quantity;
        levelsOf[resource] = Arrays.copyOf(levelsOf[resource], levelsOf[resource].length + 1);
        levelsOf[resource][levelsOf[resource].length - 1] = level;
        quantityMax[resource] = Math.max(quantityMax[resource], quantity);
        refresh(resource);
        return level;
    }

    /** Storable level: first place from which the quantity is free, the span when nowhere. */
    int from(int level) {
        return levelFrom[level];
    }

    /** Perishable level: 64 places from {@code place} on, the lowest bit first; bits beyond the horizon are 0. */
    long word(int level, int place) {
        int index = level * words + (place >>> 6);
        int shift = place & 63;
        long low = levelBits[index] >>> shift;
        return shift == 0 ? low : low | (levelBits[index + 1] << (64 - shift));
    }

    /** Units short of the quantity at a place, 0 when it is free there. */
    long shortOf(int level, int place) {
        int resource = levelResource[level];
        long available = storable[resource] ? Math.max(0, freeUpTo(resource, place)) : free[resource * span + place];
        return Math.max(0, levelQuantity[level] - available);
    }

    boolean storable(int resource) {
        return storable[resource];
    }

    /** Takes units at a place. The caller has made sure of room, or accepts a shortage. */
    void take(int resource, int place, int quantity) {
        int at = resource * span + place;
        if (storable[resource]) {
            used[at] += quantity;
            takeLots(resource, place, quantity);
            return;
        }
        int left = free[at] - quantity;
        free[at] = left;
        if (left < quantityMax[resource]) {
            turn(resource, place, left, false);
        }
    }

    /** Gives units back. */
    void give(int resource, int place, int quantity) {
        int at = resource * span + place;
        if (storable[resource]) {
            used[at] -= quantity;
            refresh(resource);
            listener.turned(resource);
            return;
        }
        int before = free[at];
        free[at] = before + quantity;
        if (before < quantityMax[resource]) {
            turn(resource, place, before + quantity, true);
        }
    }

    /** Capacity of a bucket, for a part its arrivals. */
    int capacity(int resource, int bucket) {
        return capacity[resource * span + LEAD + bucket];
    }

    void setCapacity(int resource, int bucket, int units) {
        int at = resource * span + LEAD + bucket;
        free[at] += storable[resource] ? 0 : units - capacity[at];
        capacity[at] = units;
        refresh(resource);
        listener.turned(resource);
    }

    /** Units used in a bucket; for a part counted in the week of need. */
    int used(int resource, int bucket) {
        int at = resource * span + LEAD + bucket;
        return storable[resource] ? used[at] : capacity[at] - free[at];
    }

    /** Pieces of a part used before bucket 0, for the first weeks' lines. */
    int usedBefore(int resource) {
        int sum = 0;
        for (int place = 0; place < LEAD; place++) {
            sum += used[resource * span + place];
        }
        return sum;
    }

    int openingStock(int resource) {
        return openingStock[resource];
    }

    /**
     * Units that may still be used in a bucket: for a perishable resource what is left of it, for a part the smallest
     * cumulative balance from that bucket on. Negative in a shortage.
     */
    long balance(int resource, int bucket) {
        return balanceAt(resource, LEAD + bucket);
    }

    private long balanceAt(int resource, int place) {
        if (!storable[resource]) {
            return free[resource * span + place];
        }
        long least = Long.MAX_VALUE;
        long balance = openingStock[resource];
        for (int s = 0; s < span; s++) {
            balance += capacity[resource * span + s] - (long) used[resource * span + s];
            if (s >= place) {
                least = Math.min(least, balance);
            }
        }
        return least;
    }

    /**
     * Adds the buckets that are short: each one of a perishable resource; of a part the first, with the deepest balance
     * from there on.
     */
    void addShortages(int resource, List<Shortage> found) {
        int base = resource * span;
        if (storable[resource]) {
            long balance = openingStock[resource];
            int first = -1;
            long deepest = 0;
            for (int place = 0; place < span; place++) {
                balance += capacity[base + place] - (long) used[base + place];
                if (balance < 0 && first < 0) {
                    first = Math.max(0, place - LEAD);
                }
                deepest = Math.min(deepest, balance);
            }
            if (first >= 0) {
                found.add(new Shortage(resource, first, -deepest));
            }
            return;
        }
        for (int bucket = 0; bucket < weeks; bucket++) {
            int left = free[base + LEAD + bucket];
            if (left < 0) {
                found.add(new Shortage(resource, bucket, -(long) left));
            }
        }
    }

    /** Last bucket in which the cumulative balance of a part is below zero, -1 when there is none. */
    int lastShortBucket(int resource) {
        long balance = openingStock[resource];
        int last = -1;
        for (int place = 0; place < span; place++) {
            balance += capacity[resource * span + place] - (long) used[resource * span + place];
            if (balance < 0) {
                last = place - LEAD;
            }
        }
        return last;
    }

    private long freeUpTo(int resource, int place) {
        long sum = 0;
        for (int p = 0; p <= place; p++) {
            sum += free[resource * span + p];
        }
        return sum;
    }

    private void takeLots(int resource, int place, int quantity) {
        int base = resource * span;
        int lot = place;
        int wanted = quantity;
        while (wanted > 0) {
            while (lot >= 0 && free[base + lot] == 0) {
                lot--;
            }
            if (lot < 0) {
                // Only while a recorded shortage stands: the balance goes (further) below zero.
                refresh(resource);
                listener.turned(resource);
                return;
            }
            int part = Math.min(wanted, free[base + lot]);
            free[base + lot] -= part;
            wanted -= part;
        }
        boolean turned = false;
        for (int level : levelsOf[resource]) {
            if (lot <= levelFrom[level]) {
                int before = levelFrom[level];
                levelFrom[level] = firstPlace(resource, levelQuantity[level]);
                turned |= before != levelFrom[level];
            }
        }
        if (turned) {
            listener.turned(resource);
        }
    }

    private int firstPlace(int resource, int quantity) {
        long sum = 0;
        for (int place = 0; place < span; place++) {
            sum += free[resource * span + place];
            if (sum >= quantity) {
                return place;
            }
        }
        return span;
    }

    private void turn(int resource, int place, int left, boolean raised) {
        boolean turned = false;
        for (int level : levelsOf[resource]) {
            int index = level * words + (place >>> 6);
            long bit = 1L << (place & 63);
            boolean has = left >= levelQuantity[level];
            if (has == raised && ((levelBits[index] & bit) != 0) != has) {
                levelBits[index] ^= bit;
                turned = true;
            }
        }
        if (turned) {
            listener.turned(resource);
        }
    }

    /** Recomputes lots and levels of a resource from capacity and use. */
    private void refresh(int resource) {
        int base = resource * span;
        if (storable[resource]) {
            long balance = openingStock[resource];
            for (int place = 0; place < span; place++) {
                balance += capacity[base + place] - (long) used[base + place];
                cumulative[place] = balance;
            }
            for (int place = span - 2; place >= 0; place--) {
                cumulative[place] = Math.min(cumulative[place], cumulative[place + 1]);
            }
            long before = 0;
            for (int place = 0; place < span; place++) {
                long now = Math.max(0, cumulative[place]);
                free[base + place] = (int) (now - before);
                before = now;
            }
            for (int level : levelsOf[resource]) {
                levelFrom[level] = firstPlace(resource, levelQuantity[level]);
            }
            return;
        }
        for (int level : levelsOf[resource]) {
            Arrays.fill(levelBits, level * words, (level + 1) * words, 0);
            for (int place = LEAD; place < LEAD + weeks; place++) {
                if (free[base + place] >= levelQuantity[level]) {
                    levelBits[level * words + (place >>> 6)] |= 1L << (place & 63);
                }
            }
        }
    }

    /**
     * Checks every derived figure against its definition.
     *
     * @return what is wrong, one sentence each; empty when all is right
     */
    List<String> flaws(List<Resource> resources) {
        List<String> flaws = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int r = levelResource[level];
            for (int place = 0; place < span; place++) {
                boolean expected = balanceAt(r, place) >= levelQuantity[level]
                        && (storable[r] || (place >= LEAD && place < LEAD + weeks));
                boolean found = storable[r] ? place >= levelFrom[level] : (word(level, place) & 1) != 0;
                if (expected != found) {
                    flaws.add("found level " + levelQuantity[level] + " of "
                            + resources.get(r).label() + " "
                            + (found ? "free" : "taken") + " in bucket " + (place - LEAD)
                            + ", expected the opposite: balance "
                            + balanceAt(r, place));
                }
            }
        }
        return flaws;
    }
}
