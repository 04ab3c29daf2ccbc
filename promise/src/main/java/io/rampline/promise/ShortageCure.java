package io.rampline.promise;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves orders until nothing is short. Where the short resource is all that its orders need, the best re-assignment is
 * taken ({@link SingleBottleneck}). Otherwise orders of lowest rank that use what is short lose their slots until the
 * rest has room, then are dated anew in rank order, when all shortages have been seen; orders in the frozen zone stay,
 * and so does a shortage that only they could close.
 *
 * <p>Cost: O(orders) for each resource that is short, and a promise for each order that is moved.
 */
final class ShortageCure {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final boolean writing;
    private final List<Shortage> shortages;
    /** 1 + place in the shortages of the one that cost an order its slot; 0 for none. */
    private final int[] why;

    private final @Nullable Promise[] before;
    /** Least and greatest places from a build bucket to where a resource is needed, by resource. */
    private final int[] leastShift;

    private final int[] greatestShift;
    private int displaced;

    /** @param writing whether every move gets an entry, with the shortage as its reason */
    ShortageCure(PromiseEngine engine, boolean writing) {
        this.engine = engine;
        this.orders = engine.orders;
        this.writing = writing && engine.keepsBook();
        this.shortages = engine.openShortages();
        this.why = new int[shortages.isEmpty() ? 0 : orders.size];
        this.before = new Promise[this.writing ? why.length : 0];
        this.leastShift = new int[engine.network.resources().size()];
        this.greatestShift = new int[leastShift.length];
        if (!shortages.isEmpty()) {
            findShifts();
        }
    }

    private void findShifts() {
        Arrays.fill(leastShift, Integer.MAX_VALUE);
        for (int number = 0; number < engine.configurations().count(); number++) {
            for (CompiledRoute route : engine.configurations().get(number).routes) {
                for (int need = 0; need < route.resource.length; need++) {
                    int resource = route.resource[need];
                    leastShift[resource] = Math.min(leastShift[resource], route.shift[need]);
                    greatestShift[resource] = Math.max(greatestShift[resource], route.shift[need]);
                }
            }
        }
    }

    /** How many orders were moved. */
    int run() {
        int moved = 0;
        int first = 0;
        while (first < shortages.size()) {
            int resource = shortages.get(first).resource();
            int end = first;
            while (end < shortages.size() && shortages.get(end).resource() == resource) {
                end++;
            }
            if (SingleBottleneck.holds(engine, resource)) {
                moved += SingleBottleneck.cure(
                        engine, resource, shortages.get(first).bucket(), writing);
            } else if (engine.buckets.storable(resource)) {
                displaceFromPart(resource, first);
            } else {
                displaceFromBuckets(resource, first, end);
            }
            first = end;
        }
        return moved + (displaced > 0 ? dateAgain() : 0);
    }

    private int dateAgain() {
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (why[row] != 0) {
                engine.slots.date(row, engine.firstMovableBucket());
                Promise was = writing ? before[row] : null;
                if (was != null) {
                    Shortage shortage = shortages.get(why[row] - 1);
                    engine.write(new Entry.PromiseMoved(
                            engine.nextPosition(),
                            orders.id[row],
                            was,
                            engine.promiseOf(row),
                            new Reason.CapacityCut(shortage.resource(), shortage.bucket())));
                }
            }
        }
        return displaced;
    }

    private void displace(int row, int shortage) {
        why[row] = shortage + 1;
        if (writing) {
            before[row] = engine.promiseOf(row);
        }
        engine.slots.release(row);
        displaced++;
    }

    private void displaceFromBuckets(int resource, int first, int end) {
        int[] shortageAt = new int[engine.buckets.span];
        Arrays.fill(shortageAt, -1);
        for (int i = first; i < end; i++) {
            shortageAt[Buckets.LEAD + shortages.get(i).bucket()] = i;
        }
        int earliest = Buckets.LEAD + shortages.get(first).bucket() - greatestShift[resource];
        int latest = Buckets.LEAD + shortages.get(end - 1).bucket() - leastShift[resource];
        int[] ranked = engine.rank();
        for (int i = orders.size - 1; i >= 0; i--) {
            int row = ranked.length == 0 ? i : ranked[i];
            int build = orders.build[row];
            if (build >= earliest && build <= latest && movable(row)) {
                int place = placeOfNeed(row, resource);
                if (place >= 0 && shortageAt[place] >= 0 && engine.buckets.free(resource, place) < 0) {
                    displace(row, shortageAt[place]);
                }
            }
        }
    }

    /** Every order that needs the part before the last place that is short adds to that place when it goes. */
    private void displaceFromPart(int resource, int shortage) {
        int firstPlace = Buckets.LEAD + shortages.get(shortage).bucket();
        int span = engine.buckets.span;
        long[] balance = engine.buckets.balances().cumulative(resource);
        long[] given = new long[span];
        long givenSoFar = 0;
        int last = span - 1;
        int[] ranked = engine.rank();
        for (int i = orders.size - 1; i >= 0; i--) {
            while (last >= 0 && balance[last] + givenSoFar >= 0) {
                givenSoFar -= given[last];
                last--;
            }
            if (last < firstPlace) {
                return;
            }
            int row = ranked.length == 0 ? i : ranked[i];
            boolean early = orders.build[row] <= last - leastShift[resource];
            int place = early && movable(row) ? placeOfNeed(row, resource) : -1;
            if (place >= 0 && place <= last) {
                CompiledRoute route = engine.routeOf(row);
                int quantity = route.quantity[route.needOf(resource)];
                given[place] += quantity;
                givenSoFar += quantity;
                displace(row, shortage);
            }
        }
    }

    private boolean movable(int row) {
        return orders.open(row) && orders.build[row] >= engine.firstMovableBucket();
    }

    /** Where an order that has a slot needs the resource; -1 when it does not. */
    private int placeOfNeed(int row, int resource) {
        CompiledRoute route = engine.routeOf(row);
        int need = route.needOf(resource);
        return need < 0 ? -1 : orders.build[row] + route.shift[need];
    }
}
