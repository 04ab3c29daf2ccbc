package io.rampline.promise;

import io.rampline.promise.Difference.Move;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Promises the book again, each order under its strategy. What {@link Strategy#SKIP}, {@link Strategy#GAIN} and
 * {@link Strategy#IMPROVE} guarantee is on the buckets before anybody is dealt with, so nobody can take it.
 */
final class Repromising {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final Command.Repromise request;
    private final Strategy[] strategies;
    private final short[] buildBefore;
    private final byte[] routeBefore;
    private final long[] bindingBefore;
    private final int[] firstDeliveryBefore;
    private final List<String> exceptions = new ArrayList<>();

    Repromising(PromiseEngine engine, Command.Repromise request) {
        this.engine = engine;
        this.orders = engine.orders;
        this.request = request;
        this.strategies = new Strategy[orders.size];
        this.buildBefore = orders.build.clone();
        this.routeBefore = orders.route.clone();
        this.bindingBefore = orders.binding.clone();
        this.firstDeliveryBefore = orders.firstDelivery.clone();
    }

    Difference run() {
        Map<Strategy, List<Integer>> rowsOf = rowsByStrategy();
        engine.buckets.clear();
        engine.takeDelivered(engine.buckets);
        for (Map.Entry<Strategy, List<Integer>> group : rowsOf.entrySet()) {
            for (int row : group.getValue()) {
                if (group.getKey().keepsSlot() && buildBefore[row] >= 0) {
                    engine.place(row, routeBefore[row], buildBefore[row]);
                } else {
                    orders.build[row] = CompiledConfiguration.BEYOND_HORIZON;
                }
            }
        }
        for (Map.Entry<Strategy, List<Integer>> group : rowsOf.entrySet()) {
            for (int row : group.getValue()) {
                deal(row, group.getKey());
            }
        }
        Difference difference = difference();
        if (request.dryRun()) {
            restore();
        } else {
            write();
        }
        return difference;
    }

    private void deal(int row, Strategy strategy) {
        int movable = engine.firstMovableBucket();
        switch (strategy) {
            case SKIP -> {}
            case WIN -> {
                engine.promiseAgain(row, movable);
                int first = orders.firstDelivery[row];
                int delivery = engine.deliveryBucket(row);
                if (first != OrderTable.NEVER_PROMISED && (delivery < 0 || delivery > first)) {
                    exceptions.add(orders.id[row]);
                }
            }
            case GAIN -> new EarlierDates(engine).pull(row, 1);
            case IMPROVE ->
                new EarlierDates(engine)
                        .pull(row, Math.max(1, engine.network.scenario().rules().hysteresisWeeks()));
            case REDISTRIBUTE, LOSE -> engine.promiseAgain(row, movable);
            case FILL ->
                engine.promiseAgain(
                        row, Math.max(movable, buildBefore[row] < 0 ? engine.buckets.weeks() : buildBefore[row]));
        }
    }

    private Map<Strategy, List<Integer>> rowsByStrategy() {
        Map<Strategy, List<Integer>> rowsOf = new EnumMap<>(Strategy.class);
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (orders.open(row)) {
                strategies[row] = strategy(row);
                rowsOf.computeIfAbsent(strategies[row], _ -> new ArrayList<>()).add(row);
            }
        }
        return rowsOf;
    }

    private Strategy strategy(int row) {
        if (engine.frozen(row) || orders.state[row] == OrderColumns.HELD) {
            return Strategy.SKIP;
        }
        for (Command.Assignment assignment : request.assignments()) {
            if (assignment.matches(
                    orders.id[row], orders.priorityClass[row], engine.configuration(row).configuration)) {
                return assignment.strategy();
            }
        }
        return request.otherwise();
    }

    private Difference difference() {
        int earlier = 0;
        int later = 0;
        int unchanged = 0;
        List<Move> moves = new ArrayList<>();
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (!orders.open(row)) {
                continue;
            }
            int gain = weeksOrHorizon(buildBefore[row]) - weeksOrHorizon(orders.build[row]);
            earlier += gain > 0 ? 1 : 0;
            later += gain < 0 ? 1 : 0;
            unchanged += gain == 0 ? 1 : 0;
            if (gain != 0) {
                moves.add(new Move(orders.id[row], strategies[row], buildBefore[row], orders.build[row]));
            }
        }
        return new Difference(earlier, later, unchanged, moves, exceptions);
    }

    private int weeksOrHorizon(int bucket) {
        return bucket < 0 ? engine.buckets.weeks() : bucket;
    }

    private void restore() {
        engine.buckets.clear();
        for (int row = 0; row < orders.size; row++) {
            orders.build[row] = buildBefore[row];
            orders.route[row] = routeBefore[row];
            orders.binding[row] = bindingBefore[row];
            orders.firstDelivery[row] = firstDeliveryBefore[row];
            if (orders.usesSlot(row)) {
                engine.routeOf(row).take(engine.buckets, orders.build[row]);
            }
        }
    }

    /** An order whose week and line stay keeps its promise as it was; every other one gets an entry. */
    private void write() {
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (!orders.open(row)) {
                continue;
            }
            int build = orders.build[row];
            if (build == buildBefore[row] && (build < 0 || orders.route[row] == routeBefore[row])) {
                orders.binding[row] = bindingBefore[row];
            } else if (engine.keepsBook()) {
                engine.write(new Entry.PromiseMoved(
                        engine.nextPosition(),
                        orders.id[row],
                        promiseBefore(row),
                        engine.promiseOf(row),
                        new Reason.Repromised(strategies[row])));
            }
        }
    }

    private Promise promiseBefore(int row) {
        Binding binding = Binding.unpack(bindingBefore[row]);
        if (buildBefore[row] < 0) {
            return new Promise.BeyondHorizon(binding);
        }
        CompiledConfiguration configuration = engine.configuration(row);
        return new Promise.Dated(
                configuration.routes[routeBefore[row]].line,
                buildBefore[row],
                buildBefore[row] + configuration.transitWeeks,
                binding);
    }
}
