package io.rampline.promise;

/** The dates of all orders as they were when this was made, to tell what has moved since, or to go back. */
final class DatesBefore {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    final short[] build;
    private final byte[] route;
    private final long[] binding;
    final int[] firstDelivery;

    /** What an order's move is put down to. */
    interface ReasonOf {
        Reason of(int row);
    }

    DatesBefore(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
        this.build = orders.build.clone();
        this.route = orders.route.clone();
        this.binding = orders.binding.clone();
        this.firstDelivery = orders.firstDelivery.clone();
    }

    int route(int row) {
        return route[row];
    }

    /** Weeks by which an order is earlier now; below 0 when it is later. Beyond the horizon counts as its end. */
    int weeksGained(int row) {
        return weeksOrHorizon(build[row]) - weeksOrHorizon(orders.build[row]);
    }

    private int weeksOrHorizon(int bucket) {
        return bucket < 0 ? engine.buckets.weeks() : bucket;
    }

    /** Everything as it was. */
    void restore() {
        engine.buckets.clear();
        for (int row = 0; row < orders.size; row++) {
            orders.build[row] = build[row];
            orders.route[row] = route[row];
            orders.binding[row] = binding[row];
            orders.firstDelivery[row] = firstDelivery[row];
            if (orders.usesSlot(row)) {
                engine.routeOf(row).take(engine.buckets, orders.build[row]);
            }
        }
    }

    /** An order whose week and line stay keeps its promise as it was; every other one gets an entry, in rank order. */
    void writeMoves(ReasonOf reasons) {
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (!orders.open(row)) {
                continue;
            }
            int now = orders.build[row];
            if (now == build[row] && (now < 0 || orders.route[row] == route[row])) {
                orders.binding[row] = binding[row];
            } else if (engine.keepsBook()) {
                engine.write(new Entry.PromiseMoved(
                        engine.nextPosition(), orders.id[row], promise(row), engine.promiseOf(row), reasons.of(row)));
            }
        }
    }

    private Promise promise(int row) {
        Binding why = Binding.unpack(binding[row]);
        if (build[row] < 0) {
            return new Promise.BeyondHorizon(why);
        }
        CompiledConfiguration configuration = engine.configuration(row);
        return new Promise.Dated(
                configuration.routes[route[row]].line, build[row], build[row] + configuration.transitWeeks, why);
    }
}
