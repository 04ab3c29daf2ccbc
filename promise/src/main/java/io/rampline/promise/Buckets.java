package io.rampline.promise;

import io.rampline.factory.Need;
import io.rampline.factory.Resource;
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
 * <p>Cost: take O(needs) amortised; give O(needs), O(weeks) for each part; capacity change O(weeks). Memory: 12 bytes
 * for each resource and week, and a bit for each level and week. Sources: capable-to-promise with time-phased supply,
 * Chen, Zhao and Ball 2001; Ball and Zhao 2003.
 *
 * <p>Weeks are shifted by {@link #LEAD} places, so that a need some weeks before or after the line week needs no bounds
 * check: outside the horizon a perishable resource has nothing, and a part has its opening stock from the first place
 * on.
 *
 * <p>Two counters say what happened since: {@code turns} moves when a level changes its answer for any week,
 * {@code raises} when room was added. Whoever remembers an answer compares them.
 *
 * <p>Not here: what is answered by summing up ({@link Balances}), who uses what, ranks, rules.
 */
final class Buckets {
    /** Places before bucket 0: a whole word, so that needs in the line week read whole words. */
    static final int LEAD = 64;

    private final int weeks;
    final int span;
    private final int words;
    private final boolean[] storable;
    final int[] openingStock;
    /** Perishable: capacity; storable: arrivals. */
    private final int[] capacity;
    /** Perishable: units free, negative in a shortage; storable: free lots, never negative. */
    private final int[] free;
    /** Storable only: units used. */
    private final int[] used;
    /** Storable only: bit set of the places with free lots. */
    private final long[] lotBits;

    int levels;
    int[] levelResource = new int[16];
    int[] levelQuantity = new int[16];
    /** Storable levels: first place from which the quantity is free. */
    private int[] levelFrom = new int[16];
    /** Perishable levels: bit set of the places where the quantity is free. */
    private long[] levelBits;

    private final int[][] levelsOf;
    private final int[] quantityMax;
    /** Storable only: first place with a balance that is not negative. */
    private final int[] shortUntil;

    private final long[] cumulative;
    /** How often a level of the resource turned over. */
    final int[] turnsOf;
    /** How often a level of any resource turned over. */
    long turns;
    /** How often room was added anywhere; while it stands still, what had no room has none. */
    long raises;

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
        this.turnsOf = new int[count];
        this.lotBits = new long[count * words];
        this.levelsOf = new int[count][0];
        this.quantityMax = new int[count];
        this.shortUntil = new int[count];
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
        turnsOf = from.turnsOf.clone();
        lotBits = from.lotBits.clone();
        levels = from.levels;
        levelResource = from.levelResource.clone();
        levelQuantity = from.levelQuantity.clone();
        levelFrom = from.levelFrom.clone();
        levelBits = from.levelBits.clone();
        levelsOf = from.levelsOf.clone();
        quantityMax = from.quantityMax.clone();
        shortUntil = from.shortUntil.clone();
        cumulative = new long[span];
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
            raised(r);
        }
    }

    /** The number of the level of a resource at a quantity of 0 or more; the same for the same pair. */
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

    /** The same resources, summed up slowly. */
    Balances balances() {
        return new Balances(this);
    }

    /** What place {@code place} adds to the balance of a part, its opening stock aside. */
    long netArrivals(int resource, int place) {
        return capacity[resource * span + place] - (long) used[resource * span + place];
    }

    /** Units free of a perishable resource at a place, negative in a shortage. */
    int free(int resource, int place) {
        return free[resource * span + place];
    }

    boolean storable(int resource) {
        return storable[resource];
    }

    /** Takes units at a place. The caller has made sure of room, or accepts a shortage. */
    void takePerishable(int resource, int place, int quantity) {
        int at = resource * span + place;
        int left = free[at] - quantity;
        free[at] = left;
        if (left < quantityMax[resource]) {
            turn(resource, place, left, false);
        }
    }

    void takePart(int resource, int place, int quantity) {
        used[resource * span + place] += quantity;
        takeLots(resource, place, quantity);
        if (place < LEAD) {
            // Whether more supply inside the horizon would help such a place can change without any level turning over.
            turned(resource);
        }
    }

    /** Gives units back. */
    void give(int resource, int place, int quantity) {
        int at = resource * span + place;
        if (storable[resource]) {
            used[at] -= quantity;
            refresh(resource);
            raised(resource);
            return;
        }
        int before = free[at];
        free[at] = before + quantity;
        raises++;
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
        raised(resource);
    }

    /** Units used in a bucket; for a part counted in the week of need. */
    int used(int resource, int bucket) {
        int at = resource * span + LEAD + bucket;
        return storable[resource] ? used[at] : capacity[at] - free[at];
    }

    private void takeLots(int resource, int place, int quantity) {
        int base = resource * span;
        int lot = place;
        int wanted = quantity;
        boolean emptied = false;
        while (wanted > 0) {
            if (free[base + lot] == 0) {
                lot = lotBefore(resource, lot);
                if (lot < 0) {
                    // Only while a recorded shortage stands: the balance goes (further) below zero.
                    refresh(resource);
                    turned(resource);
                    return;
                }
            }
            int part = Math.min(wanted, free[base + lot]);
            wanted -= part;
            free[base + lot] -= part;
            if (free[base + lot] == 0) {
                lotBits[resource * words + (lot >>> 6)] ^= 1L << (lot & 63);
                emptied = true;
            }
        }
        // A level of one piece turns over only when its first lot is empty; larger ones may at any piece less.
        if (emptied || quantityMax[resource] > 1) {
            turnFrom(resource, lot);
        }
    }

    private void turnFrom(int resource, int lot) {
        boolean turned = false;
        for (int level : levelsOf[resource]) {
            if (lot <= levelFrom[level]) {
                int before = levelFrom[level];
                levelFrom[level] = firstPlace(resource, levelQuantity[level]);
                turned |= before != levelFrom[level];
            }
        }
        if (turned) {
            turned(resource);
        }
    }

    /** The latest place before {@code place} with a free lot, -1 when there is none. */
    private int lotBefore(int resource, int place) {
        int word = place >>> 6;
        long bits = lotBits[resource * words + word] & ((1L << (place & 63)) - 1);
        while (bits == 0) {
            if (--word < 0) {
                return -1;
            }
            bits = lotBits[resource * words + word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    private int firstPlace(int resource, int quantity) {
        if (quantity == 0) {
            return shortUntil[resource];
        }
        long sum = 0;
        for (int word = 0; word < words; word++) {
            for (long bits = lotBits[resource * words + word]; bits != 0; bits &= bits - 1) {
                int place = (word << 6) + Long.numberOfTrailingZeros(bits);
                sum += free[resource * span + place];
                if (sum >= quantity) {
                    return place;
                }
            }
        }
        return span;
    }

    private void turned(int resource) {
        turnsOf[resource]++;
        turns++;
    }

    private void raised(int resource) {
        turned(resource);
        raises++;
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
            turned(resource);
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
            shortUntil[resource] = 0;
            long before = 0;
            Arrays.fill(lotBits, resource * words, (resource + 1) * words, 0);
            for (int place = 0; place < span; place++) {
                long now = Math.max(0, cumulative[place]);
                shortUntil[resource] = cumulative[place] < 0 ? place + 1 : shortUntil[resource];
                free[base + place] = (int) (now - before);
                if (now > before) {
                    lotBits[resource * words + (place >>> 6)] |= 1L << (place & 63);
                }
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
}
