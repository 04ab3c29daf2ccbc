package io.rampline.promise;

import io.rampline.promise.reassign.Reassignment;
import io.rampline.promise.reassign.ReassignmentProblem;
import java.util.Arrays;

/**
 * Re-promising after a cut where a resource is all that its orders need: exactly, by {@link Reassignment}, least
 * weighted lateness first, then fewest changes, then least drift. An order weighs as many as there are priority classes
 * from its own to the last.
 *
 * <p>With several needs or several lines the same question contains multi-dimensional matching, which is NP-hard; then
 * the rule of {@link CapacityDesk} decides.
 */
final class SingleBottleneck {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final int resource;
    private int[] rows = new int[0];

    private SingleBottleneck(PromiseEngine engine, int resource) {
        this.engine = engine;
        this.orders = engine.orders;
        this.resource = resource;
    }

    /**
     * Whether every open order that uses the resource needs one unit of it in its line week and nothing else, whatever
     * line it is built on.
     */
    static boolean holds(PromiseEngine engine, int resource) {
        if (engine.buckets.storable(resource)) {
            return false;
        }
        boolean[] seen = new boolean[engine.configurations().count()];
        for (int row = 0; row < engine.orders.size; row++) {
            int number = engine.orders.configuration[row];
            if (engine.orders.open(row) && !seen[number]) {
                seen[number] = true;
                if (!aloneOrElsewhere(engine.configurations().get(number), resource)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean aloneOrElsewhere(CompiledConfiguration configuration, int resource) {
        for (CompiledRoute route : configuration.routes) {
            boolean alone = configuration.routes.length == 1
                    && route.resource.length == 1
                    && route.quantity[0] == 1
                    && route.shift[0] == Buckets.LEAD;
            if (route.needOf(resource) >= 0 && !alone) {
                return false;
            }
        }
        return true;
    }

    /**
     * Moves the orders of the resource to their best buckets; how many moved.
     *
     * @param writing whether every move gets an entry
     */
    static int cure(PromiseEngine engine, int resource, int bucketCut, boolean writing) {
        SingleBottleneck bottleneck = new SingleBottleneck(engine, resource);
        bottleneck.collect();
        return bottleneck.apply(Reassignment.solve(bottleneck.problem()), bucketCut, writing);
    }

    private void collect() {
        int[] found = new int[orders.size];
        int count = 0;
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            boolean uses = orders.open(row)
                    && engine.configuration(row).offered()
                    && engine.routeOf(row).needOf(resource) >= 0;
            if (uses && !engine.frozen(row)) {
                found[count++] = row;
            }
        }
        rows = Arrays.copyOf(found, count);
    }

    private ReassignmentProblem problem() {
        int weeks = engine.buckets.weeks();
        int[] capacity = new int[weeks];
        for (int bucket = engine.firstMovableBucket(); bucket < weeks; bucket++) {
            capacity[bucket] = engine.buckets.capacity(resource, bucket) - engine.buckets.used(resource, bucket);
        }
        for (int row : rows) {
            if (orders.build[row] >= 0) {
                capacity[orders.build[row]]++;
            }
        }
        // What delivered orders used may be more than a cut has left.
        for (int bucket = 0; bucket < weeks; bucket++) {
            capacity[bucket] = Math.max(0, capacity[bucket]);
        }
        int[] release = new int[rows.length];
        int[] promise = new int[rows.length];
        int[] weight = new int[rows.length];
        int classes = engine.network.scenario().rules().priorityClasses().size();
        for (int i = 0; i < rows.length; i++) {
            CompiledConfiguration configuration = engine.configuration(rows[i]);
            int from = Math.max(engine.from(rows[i], configuration), engine.firstMovableBucket());
            release[i] = Math.max(from, configuration.opensBucket);
            promise[i] = orders.build[rows[i]] < 0 ? ReassignmentProblem.NO_PROMISE : orders.build[rows[i]];
            weight[i] = classes - orders.priorityClass[rows[i]];
        }
        return new ReassignmentProblem(release, promise, weight, capacity);
    }

    private int apply(Reassignment best, int bucketCut, boolean writing) {
        boolean[] moves = new boolean[rows.length];
        Promise[] before = new Promise[rows.length];
        for (int i = 0; i < rows.length; i++) {
            moves[i] = best.bucket()[i] != orders.build[rows[i]];
            if (moves[i]) {
                before[i] = engine.promiseOf(rows[i]);
                engine.slots.release(rows[i]);
            }
        }
        Reason reason = new Reason.CapacityCut(resource, bucketCut);
        int moved = 0;
        for (int i = 0; i < rows.length; i++) {
            if (moves[i]) {
                int row = rows[i];
                place(row, best.bucket()[i]);
                if (writing) {
                    engine.write(new Entry.PromiseMoved(
                            engine.nextPosition(), orders.id[row], before[i], engine.promiseOf(row), reason));
                }
                moved++;
            }
        }
        return moved;
    }

    private void place(int row, int bucket) {
        CompiledConfiguration configuration = engine.configuration(row);
        int end = bucket < 0 ? engine.buckets.weeks() : bucket;
        orders.binding[row] = engine.search().bindingAt(configuration, engine.from(row, configuration), end);
        if (bucket >= 0) {
            engine.slots.place(row, 0, bucket);
        }
    }
}
