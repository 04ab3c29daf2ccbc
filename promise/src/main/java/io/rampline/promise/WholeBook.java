package io.rampline.promise;

/**
 * Dates every open order of a book without dates, in rank order: first those that were promised a delivery before they
 * were loaded, then all others.
 */
final class WholeBook {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final int[] ranked;

    WholeBook(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
        this.ranked = engine.rank();
    }

    void promise() {
        if (orders.anyPromisedBefore) {
            keepEarlierPromises();
        }
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (orders.open(row) && orders.build[row] < 0) {
                engine.promise(row);
            }
        }
    }

    private void keepEarlierPromises() {
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (orders.open(row) && orders.promisedBefore[row] != 0) {
                placeAtFirstPromise(engine, row);
            }
        }
    }

    /** Gives an order without a slot the one of its first promise, when it has one and there is room. */
    static void placeAtFirstPromise(PromiseEngine engine, int row) {
        if (engine.orders.firstDelivery[row] == OrderTable.NEVER_PROMISED) {
            return;
        }
        CompiledConfiguration configuration = engine.configuration(row);
        int bucket = engine.orders.firstDelivery[row] - configuration.transitWeeks;
        int from = engine.from(row, configuration);
        if (bucket < from || bucket < configuration.opensBucket || bucket >= engine.buckets.weeks()) {
            return;
        }
        for (int r = 0; r < configuration.routes.length; r++) {
            if (configuration.routes[r].fits(engine.buckets, bucket)) {
                engine.orders.binding[row] = engine.search().bindingAt(configuration, from, bucket);
                engine.slots.place(row, r, bucket);
                return;
            }
        }
    }
}
