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
    private final DatesBefore before;
    private final List<String> exceptions = new ArrayList<>();

    Repromising(PromiseEngine engine, Command.Repromise request) {
        this.engine = engine;
        this.orders = engine.orders;
        this.request = request;
        this.strategies = new Strategy[orders.size];
        this.before = new DatesBefore(engine);
    }

    Difference run() {
        Map<Strategy, List<Integer>> rowsOf = rowsByStrategy();
        engine.buckets.clear();
        engine.slots.takeDelivered(engine.buckets);
        for (Map.Entry<Strategy, List<Integer>> group : rowsOf.entrySet()) {
            for (int row : group.getValue()) {
                if (group.getKey().keepsSlot() && before.build[row] >= 0) {
                    engine.slots.place(row, before.route(row), before.build[row]);
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
            before.restore();
        } else {
            before.writeMoves(row -> new Reason.Repromised(strategies[row]));
        }
        return difference;
    }

    private void deal(int row, Strategy strategy) {
        int movable = engine.firstMovableBucket();
        switch (strategy) {
            case SKIP -> {}
            case WIN -> {
                engine.slots.date(row, movable);
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
            case REDISTRIBUTE, LOSE -> engine.slots.date(row, movable);
            case FILL ->
                engine.slots.date(
                        row, Math.max(movable, before.build[row] < 0 ? engine.buckets.weeks() : before.build[row]));
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
            int gain = before.weeksGained(row);
            earlier += gain > 0 ? 1 : 0;
            later += gain < 0 ? 1 : 0;
            unchanged += gain == 0 ? 1 : 0;
            if (gain != 0) {
                moves.add(new Move(orders.id[row], strategies[row], before.build[row], orders.build[row]));
            }
        }
        return new Difference(earlier, later, unchanged, moves, exceptions);
    }
}
