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
 * at or above zero in that week and in every later one. The units free for a week never fall with the week, so a part
 * only says "not before": one number for each level ({@link PartLots}).
 *
 * <p>Cost: take and give O(needs) as a rule; capacity change O(weeks). Memory: 20 bytes for each resource and week, and
 * a bit for each level and week. Sources: capable-to-promise with time-phased supply, Chen, Zhao and Ball 2001; Ball
 * and Zhao 2003.
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
    /** Perishable only: units free, negative in a shortage. */
    private final int[] free;

    private final PartLots parts;

    int levels;
    int[] levelResource = new int[16];
    int[] levelQuantity = new int[16];
    /** Storable levels: first place from which the quantity is free. */
    private int[] levelFrom = new int[16];
    /** Perishable levels: bit set of the places where the quantity is free. */
    private long[] levelBits;

    private final int[][] levelsOf;
    private final int[] quantityMax;
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
        this.turnsOf = new int[count];
        this.levelsOf = new int[count][0];
        this.quantityMax = new int[count];
        this.levelBits = new long[16 * words];
        this.parts = new PartLots(span, words, openingStock, capacity);
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
        turnsOf = from.turnsOf.clone();
        levels = from.levels;
        levelResource = from.levelResource.clone();
        levelQuantity = from.levelQuantity.clone();
        levelFrom = from.levelFrom.clone();
        levelBits = from.levelBits.clone();
        levelsOf = from.levelsOf.clone();
        quantityMax = from.quantityMax.clone();
        parts = from.parts.copy(capacity);
    }

    int weeks() {
        return weeks;
    }

    /** Nothing is used any more; capacity stays. */
    final void clear() {
        System.arraycopy(capacity, 0, free, 0, free.length);
        parts.clear();
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
        return capacity[resource * span + place] - (long) parts.used(resource, place);
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
        int lot = parts.take(resource, place, quantity);
        if (lot == PartLots.SHORT) {
            // Only while a recorded shortage stands: the balance goes (further) below zero.
            recountLevels(resource);
            turned(resource);
        } else if (quantityMax[resource] > 1 || !parts.isFree(resource, lot)) {
            // A level of one piece turns over only when its first lot is empty; larger ones may at any piece less.
            turnFrom(resource, lot);
        }
        if (place < LEAD) {
            // Whether more supply inside the horizon would help such a place can change without any level turning over.
            turned(resource);
        }
    }

    void givePart(int resource, int place, int quantity) {
        raises++;
        turnFrom(resource, parts.give(resource, place, quantity));
        if (place < LEAD) {
            turned(resource);
        }
    }

    void givePerishable(int resource, int place, int quantity) {
        raises++;
        int at = resource * span + place;
        int before = free[at];
        free[at] = before + quantity;
        if (before < quantityMax[resource]) {
            turn(resource, place, before + quantity, true);
        }
    }

    /** Storable: earliest place at or after {@code least} that what is used in {@code place} could be given to. */
    int reach(int resource, int place, int least) {
        return parts.reach(resource, place, least);
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
        return storable[resource] ? parts.used(resource, LEAD + bucket) : capacity[at] - free[at];
    }

    private void turnFrom(int resource, int lot) {
        boolean turned = false;
        for (int level : levelsOf[resource]) {
            if (lot <= levelFrom[level]) {
                int before = levelFrom[level];
                levelFrom[level] = parts.firstPlace(resource, levelQuantity[level]);
                turned |= before != levelFrom[level];
            }
        }
        if (turned) {
            turned(resource);
        }
    }

    private void recountLevels(int resource) {
        for (int level : levelsOf[resource]) {
            levelFrom[level] = parts.firstPlace(resource, levelQuantity[level]);
        }
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
        if (storable[resource]) {
            parts.refresh(resource);
            recountLevels(resource);
            return;
        }
        int base = resource * span;
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
