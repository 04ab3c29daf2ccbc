package io.rampline.promise;

import io.rampline.factory.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the buckets say when nothing is remembered: every answer is summed up from capacity and use, O(weeks). For what
 * is asked rarely, and to check what {@link Buckets} remembers.
 */
final class Balances {
    private final Buckets buckets;

    Balances(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Units that may still be used at a place: for a perishable resource what is left of it, for a part the smallest
     * cumulative balance from there on. Negative in a shortage.
     */
    long at(int resource, int place) {
        if (!buckets.storable(resource)) {
            return buckets.free(resource, place);
        }
        long least = Long.MAX_VALUE;
        long balance = buckets.openingStock[resource];
        for (int s = 0; s < buckets.span; s++) {
            balance += buckets.netArrivals(resource, s);
            if (s >= place) {
                least = Math.min(least, balance);
            }
        }
        return least;
    }

    /** Balance of a part at every place: stock and arrivals so far less use so far. */
    long[] cumulative(int resource) {
        long[] balances = new long[buckets.span];
        long balance = buckets.openingStock[resource];
        for (int place = 0; place < balances.length; place++) {
            balance += buckets.netArrivals(resource, place);
            balances[place] = balance;
        }
        return balances;
    }

    /** Units short of a level's quantity at a place, 0 when it is free there. */
    long shortOf(int level, int place) {
        return Math.max(0, buckets.levelQuantity[level] - at(buckets.levelResource[level], place));
    }

    /**
     * The bucket in which one more unit would make a place one unit less short: for a perishable resource its own; for
     * a part the last one, any earlier does as well. -1 when no unit inside the horizon can.
     */
    int reliefBucket(int resource, int place) {
        int bucket = place - Buckets.LEAD;
        if (!buckets.storable(resource)) {
            return bucket >= 0 && bucket < buckets.weeks() ? bucket : -1;
        }
        long least = at(resource, place);
        long balance = buckets.openingStock[resource];
        for (int s = 0; s < buckets.span; s++) {
            balance += buckets.netArrivals(resource, s);
            if (s >= place && balance == least) {
                return s < Buckets.LEAD ? -1 : Math.min(buckets.weeks() - 1, s - Buckets.LEAD);
            }
        }
        return -1;
    }

    /**
     * Adds the buckets that are short: each one of a perishable resource; of a part the first, with the deepest balance
     * from there on.
     */
    void addShortages(int resource, List<Shortage> found) {
        if (buckets.storable(resource)) {
            addPartShortage(resource, found);
            return;
        }
        for (int bucket = 0; bucket < buckets.weeks(); bucket++) {
            int left = buckets.free(resource, Buckets.LEAD + bucket);
            if (left < 0) {
                found.add(new Shortage(resource, bucket, -(long) left));
            }
        }
    }

    private void addPartShortage(int resource, List<Shortage> found) {
        long balance = buckets.openingStock[resource];
        int first = -1;
        long deepest = 0;
        for (int place = 0; place < buckets.span; place++) {
            balance += buckets.netArrivals(resource, place);
            if (balance < 0 && first < 0) {
                first = Math.max(0, place - Buckets.LEAD);
            }
            deepest = Math.min(deepest, balance);
        }
        if (first >= 0) {
            found.add(new Shortage(resource, first, -deepest));
        }
    }

    /**
     * Checks every level against its definition.
     *
     * @return what is wrong, one sentence each; empty when all is right
     */
    List<String> flaws(List<Resource> resources) {
        List<String> flaws = new ArrayList<>();
        for (int level = 0; level < buckets.levels; level++) {
            int resource = buckets.levelResource[level];
            boolean storable = buckets.storable(resource);
            for (int place = 0; place < buckets.span; place++) {
                int bucket = place - Buckets.LEAD;
                long balance = at(resource, place);
                boolean expected = balance >= buckets.levelQuantity[level]
                        && (storable || (bucket >= 0 && bucket < buckets.weeks()));
                boolean found = storable ? place >= buckets.from(level) : (buckets.word(level, place) & 1) != 0;
                if (expected != found) {
                    flaws.add("found " + buckets.levelQuantity[level] + " of "
                            + resources.get(resource).label() + " " + (found ? "free" : "taken") + " in bucket "
                            + bucket + ", expected the opposite: balance " + balance);
                }
            }
        }
        return flaws;
    }
}
