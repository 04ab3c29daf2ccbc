package io.rampline.promise;

import java.util.ArrayList;
import java.util.List;

/** Slots that became free, offered to those in line: an earlier date is an offer, never an order. */
final class EarlierDates {
    private final PromiseEngine engine;

    EarlierDates(PromiseEngine engine) {
        this.engine = engine;
    }

    List<String> offers(int most) {
        int least = Math.max(1, engine.network.scenario().rules().hysteresisWeeks());
        int[] ranked = engine.rank();
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < engine.orders.size && offers.size() < most; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (engine.orders.open(row) && !engine.frozen(row)) {
                int build = engine.orders.build[row];
                int route = engine.orders.route[row];
                long binding = engine.orders.binding[row];
                int firstDelivery = engine.orders.firstDelivery[row];
                if (pull(row, least)) {
                    offers.add(engine.orders.id[row]);
                    engine.slots.release(row);
                    if (build >= 0) {
                        engine.slots.place(row, route, build);
                    }
                    engine.orders.binding[row] = binding;
                    engine.orders.firstDelivery[row] = firstDelivery;
                }
            }
        }
        return offers;
    }

    /** Moves an order to its earliest date when that gains at least so many weeks; leaves it otherwise. */
    boolean pull(int row, int leastWeeks) {
        OrderColumns orders = engine.orders;
        int build = orders.build[row];
        CompiledConfiguration configuration = engine.configuration(row);
        int from = Math.max(engine.from(row, configuration), engine.firstMovableBucket());
        if (build >= 0
                && configuration.sameShifts
                && !configuration.gained
                && !engine.search().mayGain(configuration, from, build, build - leastWeeks)) {
            return false;
        }
        int route = orders.route[row];
        engine.slots.release(row);
        engine.search().find(configuration, from);
        int found = configuration.foundBucket;
        configuration.gained = found >= 0 && (build < 0 || build - found >= leastWeeks);
        if (configuration.gained) {
            orders.binding[row] = configuration.foundBinding;
            engine.slots.place(row, configuration.foundRoute, found);
            return true;
        }
        if (build >= 0) {
            engine.slots.place(row, route, build);
        }
        return false;
    }
}
