package io.rampline.promise;

/**
 * Whether a change of one order makes nobody else later: the book is run anew in rank order from the order on, with the
 * change and without it, over buckets of their own. O(orders).
 */
final class NoHarm {
    private NoHarm() {}

    static boolean holds(PromiseEngine engine, int changedRow, int newConfiguration, int newEarliestBucket) {
        OrderColumns orders = engine.orders;
        Buckets without = engine.buckets.emptyCopy();
        engine.slots.takeDelivered(without);
        int[] ranked = engine.rank();
        int at = 0;
        SlotSearch searchWithout = new SlotSearch(without);
        int row = ranked.length == 0 ? at : ranked[at];
        while (row != changedRow) {
            promise(engine, row, orders.configuration[row], orders.earliestBucket[row], without, searchWithout);
            at++;
            row = ranked.length == 0 ? at : ranked[at];
        }
        Buckets with = without.copy();
        SlotSearch searchWith = new SlotSearch(with);
        promise(engine, row, orders.configuration[row], orders.earliestBucket[row], without, searchWithout);
        promise(engine, row, newConfiguration, newEarliestBucket, with, searchWith);
        for (at++; at < orders.size; at++) {
            int other = ranked.length == 0 ? at : ranked[at];
            int before = promise(
                    engine, other, orders.configuration[other], orders.earliestBucket[other], without, searchWithout);
            int after =
                    promise(engine, other, orders.configuration[other], orders.earliestBucket[other], with, searchWith);
            if (after > before) {
                return false;
            }
        }
        return true;
    }

    /** The order's bucket on the given buckets, their number of weeks when there is none; its slot is taken. */
    private static int promise(
            PromiseEngine engine,
            int row,
            int configurationNumber,
            int earliestBucket,
            Buckets buckets,
            SlotSearch search) {
        if (!engine.orders.open(row)) {
            return 0;
        }
        CompiledConfiguration configuration = engine.configurations().get(configurationNumber);
        int start = Math.max(engine.fromFor(earliestBucket, configuration), configuration.opensBucket);
        int best = search.first(configuration, start);
        if (best < buckets.weeks()) {
            configuration.take(buckets, search.routeFound(), best);
        }
        return best;
    }
}
