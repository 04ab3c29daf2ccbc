package io.rampline.promise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Promises the book again, each order under its strategy. What {@link Strategy#SKIP}, {@link Strategy#GAIN} and
 * {@link Strategy#IMPROVE} guarantee is on the buckets before anybody is dealt with, so nobody can take it.
 *
 * <p>Cost: O(orders), and a search for each order that may move.
 */
final class Repromising {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final Command.Repromise request;
    /** Strategy of each open row, null for the others. */
    private final @Nullable Strategy[] strategies;

    private final DatesBefore before;
    private final EarlierDates dates;
    private final List<String> exceptions = new ArrayList<>();

    Repromising(PromiseEngine engine, Command.Repromise request) {
        this.engine = engine;
        this.orders = engine.orders;
        this.request = request;
        this.strategies = new Strategy[orders.size];
        this.before = new DatesBefore(engine);
        this.dates = new EarlierDates(engine);
    }

    Difference run() {
        Map<Strategy, Rows> rowsOf = rowsByStrategy();
        if (rowsOf.keySet().stream().anyMatch(strategy -> !strategy.keepsSlot())) {
            keepGuaranteed(rowsOf);
        }
        rowsOf.forEach((strategy, rows) -> {
            for (int i = 0; i < rows.size; i++) {
                deal(rows.row[i], strategy);
            }
        });
        Difference difference = difference();
        if (request.dryRun()) {
            before.restore();
        } else {
            before.writeMoves(row -> new Reason.Repromised(strategyOf(row)));
        }
        return difference;
    }

    /** Leaves on the buckets what is delivered and what is guaranteed, and nothing else. */
    private void keepGuaranteed(Map<Strategy, Rows> rowsOf) {
        engine.buckets.clear();
        engine.slots.takeDelivered(engine.buckets);
        rowsOf.forEach((strategy, rows) -> {
            for (int i = 0; i < rows.size; i++) {
                int row = rows.row[i];
                if (strategy.keepsSlot() && before.build[row] >= 0) {
                    engine.slots.place(row, before.route(row), before.build[row]);
                } else {
                    orders.build[row] = CompiledConfiguration.BEYOND_HORIZON;
                }
            }
        });
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
            case GAIN -> dates.pull(row, 1);
            case IMPROVE ->
                dates.pull(row, Math.max(1, engine.network.scenario().rules().hysteresisWeeks()));
            case REDISTRIBUTE, LOSE -> engine.slots.date(row, movable);
            case FILL ->
                engine.slots.date(
                        row, Math.max(movable, before.build[row] < 0 ? engine.buckets.weeks() : before.build[row]));
        }
    }

    /** Rows in the order in which they came. */
    private static final class Rows {
        private int[] row = new int[16];
        private int size;

        void add(int next) {
            row = size == row.length ? Arrays.copyOf(row, 2 * size) : row;
            row[size++] = next;
        }
    }

    /** Open orders in rank order, strategy by strategy. */
    private Map<Strategy, Rows> rowsByStrategy() {
        Map<Strategy, Rows> rowsOf = new EnumMap<>(Strategy.class);
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (orders.open(row)) {
                Strategy strategy = strategy(row);
                strategies[row] = strategy;
                rowsOf.computeIfAbsent(strategy, _ -> new Rows()).add(row);
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

    private Strategy strategyOf(int row) {
        Strategy strategy = strategies[row];
        return strategy == null ? Strategy.SKIP : strategy;
    }

    private Difference difference() {
        int earlier = 0;
        int later = 0;
        int unchanged = 0;
        MovedOrders moves = new MovedOrders();
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
                moves.note(orders.id[row], strategyOf(row), before.build[row], orders.build[row]);
            }
        }
        return new Difference(earlier, later, unchanged, moves, exceptions);
    }
}
