package io.rampline.promise;

import io.rampline.promise.Binding.Cause;

/** Gives orders their slots and takes slots back, in the columns and in the buckets at once. */
final class Slots {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final Buckets buckets;
    private final SlotSearch search;

    Slots(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
        this.buckets = engine.buckets;
        this.search = engine.search();
    }

    /** Dates an order that has no slot, in {@code notBefore} or later. */
    void date(int row, int notBefore) {
        CompiledConfiguration configuration = engine.configuration(row);
        search.find(configuration, Math.max(engine.from(row, configuration), notBefore));
        take(row, configuration);
    }

    private void take(int row, CompiledConfiguration configuration) {
        int bucket = configuration.foundBucket;
        orders.build[row] = (short) bucket;
        orders.binding[row] = bindingFor(row, configuration);
        if (bucket >= 0) {
            orders.route[row] = (byte) configuration.foundRoute;
            if (orders.firstDelivery[row] == OrderTable.NEVER_PROMISED) {
                orders.firstDelivery[row] = bucket + configuration.transitWeeks;
            }
            configuration.take(buckets, configuration.foundRoute, bucket);
        }
    }

    private long bindingFor(int row, CompiledConfiguration configuration) {
        int earliest = orders.earliestBucket[row];
        boolean waits = earliest != Order.AS_SOON_AS_POSSIBLE
                && earliest - configuration.transitWeeks == configuration.foundFrom
                && configuration.foundFrom > engine.firstBucket();
        return waits && configuration.foundBinding == Binding.pack(Cause.NOTHING)
                ? Binding.pack(Cause.CUSTOMER)
                : configuration.foundBinding;
    }

    /** Puts an order on a slot, with the binding it had or is given. */
    void place(int row, int route, int bucket) {
        orders.build[row] = (short) bucket;
        orders.route[row] = (byte) route;
        engine.configuration(row).take(buckets, route, bucket);
        if (orders.firstDelivery[row] == OrderTable.NEVER_PROMISED) {
            orders.firstDelivery[row] = bucket + engine.configuration(row).transitWeeks;
        }
    }

    /** Gives an order's slot back; it has no date then. */
    void release(int row) {
        if (orders.build[row] >= 0) {
            engine.configuration(row).give(buckets, orders.route[row], orders.build[row]);
            orders.build[row] = CompiledConfiguration.BEYOND_HORIZON;
        }
    }

    /** Takes what delivered orders use. */
    void takeDelivered(Buckets on) {
        if (orders.anyDelivered) {
            for (int row = 0; row < orders.size; row++) {
                if (!orders.open(row) && orders.usesSlot(row)) {
                    engine.routeOf(row).take(on, orders.build[row]);
                }
            }
        }
    }
}
