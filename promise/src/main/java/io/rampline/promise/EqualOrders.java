package io.rampline.promise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals out what equal orders hold together so that they keep their place in line.
 *
 * <p>When everyone in line has taken an earlier date, a slot that somebody left late in the run may have gone to an
 * order behind an equal one that was asked before. Orders that want the same configuration from the same week on can
 * exchange slots without changing what is used anywhere. So for each such group the slots are dealt out anew: by rank,
 * each order takes the earliest slot that leaves every order behind it one no later than the date it had before (or
 * that a shortage has forced on it). An order that was ahead of an equal one, in rank and in date, stays ahead.
 *
 * <p><b>Why it never gets stuck.</b> The date an order had is a bound on its slot; the bounds are nested, so a deal
 * exists if and only if up to every bucket there are as many slots as bounds (Hall). An order may pass by the buckets
 * between its slot and its bound only where one more slot than bounds is left.
 *
 * <p>Cost: O(orders) to find groups out of line, and for these O(weeks) an order at worst, the weeks it gains as a
 * rule.
 */
final class EqualOrders {
    private final PromiseEngine engine;
    private final OrderColumns orders;
    private final DatesBefore before;
    private final int beyond;
    private final short[] bound;

    /**
     * Takes down what nobody may be later than: the date before the plan, or the one that a shortage has forced since.
     */
    EqualOrders(PromiseEngine engine, DatesBefore before) {
        this.engine = engine;
        this.orders = engine.orders;
        this.before = before;
        this.beyond = engine.buckets.weeks();
        this.bound = orders.build.clone();
        for (int row = 0; row < orders.size; row++) {
            if (bucket(before.build[row]) > bucket(bound[row])) {
                bound[row] = before.build[row];
            }
        }
    }

    /** Whether an order's date may be moved: open, not held, not in the frozen zone. */
    static boolean movable(PromiseEngine engine, int row) {
        return engine.orders.state[row] == OrderColumns.OPEN && !engine.frozen(row);
    }

    private record Group(int configuration, int earliestBucket) {}

    /** Brings every group into line. */
    void dealOut() {
        for (List<Integer> rows : outOfLine()) {
            dealOut(rows);
        }
    }

    /** The movable orders of each group in which one stands later than an equal one behind it, in rank order. */
    private List<List<Integer>> outOfLine() {
        int[] groupOf = new int[orders.size];
        Arrays.fill(groupOf, -1);
        Map<Group, Integer> numbers = new LinkedHashMap<>();
        int[] asap = new int[engine.configurations().count()];
        Arrays.fill(asap, -1);
        int[] latest = new int[16];
        boolean[] wrong = new boolean[16];
        int groups = 0;
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            if (!movable(engine, row)) {
                continue;
            }
            int group = known(row, asap, numbers);
            if (group < 0) {
                group = groups++;
                if (group == latest.length) {
                    latest = Arrays.copyOf(latest, 2 * group);
                    wrong = Arrays.copyOf(wrong, 2 * group);
                }
                latest[group] = -1;
                remember(row, group, asap, numbers);
            }
            groupOf[row] = group;
            wrong[group] |= bucket(orders.build[row]) < latest[group];
            latest[group] = Math.max(latest[group], bucket(orders.build[row]));
        }
        return collect(groupOf, wrong, groups);
    }

    private int known(int row, int[] asap, Map<Group, Integer> numbers) {
        return orders.earliestBucket[row] == Order.AS_SOON_AS_POSSIBLE
                ? asap[orders.configuration[row]]
                : numbers.getOrDefault(new Group(orders.configuration[row], orders.earliestBucket[row]), -1);
    }

    private void remember(int row, int group, int[] asap, Map<Group, Integer> numbers) {
        if (orders.earliestBucket[row] == Order.AS_SOON_AS_POSSIBLE) {
            asap[orders.configuration[row]] = group;
        } else {
            numbers.put(new Group(orders.configuration[row], orders.earliestBucket[row]), group);
        }
    }

    private List<List<Integer>> collect(int[] groupOf, boolean[] wrong, int groups) {
        List<List<Integer>> found = new ArrayList<>();
        int[] place = new int[groups];
        Arrays.fill(place, -1);
        int[] ranked = engine.rank();
        for (int i = 0; i < orders.size; i++) {
            int row = ranked.length == 0 ? i : ranked[i];
            int group = groupOf[row];
            if (group >= 0 && wrong[group]) {
                if (place[group] < 0) {
                    place[group] = found.size();
                    found.add(new ArrayList<>());
                }
                found.get(place[group]).add(row);
            }
        }
        return found;
    }

    /** A slot and why there was none earlier; holder is the row that has it now. */
    private record Held(int holder, int bucket, byte route, long binding) {}

    private void dealOut(List<Integer> rows) {
        List<List<Held>> slots = new ArrayList<>();
        for (int bucket = 0; bucket <= beyond; bucket++) {
            slots.add(new ArrayList<>());
        }
        // Slots up to a bucket less bounds up to it, over the orders that have no slot yet.
        int[] spare = new int[beyond + 1];
        for (int row : rows) {
            Held held = new Held(row, bucket(orders.build[row]), orders.route[row], orders.binding[row]);
            slots.get(held.bucket()).add(held);
            spare[held.bucket()]++;
            spare[bucket(bound[row])]--;
        }
        for (int bucket = 1; bucket <= beyond; bucket++) {
            spare[bucket] += spare[bucket - 1];
        }
        for (int row : rows) {
            int last = bucket(bound[row]);
            int bucket = last;
            while (bucket > 0 && spare[bucket - 1] > 0) {
                bucket--;
            }
            while (slots.get(bucket).isEmpty()) {
                bucket++;
            }
            for (int passed = bucket; passed < last; passed++) {
                spare[passed]--;
            }
            take(row, own(slots.get(bucket), row));
        }
    }

    /** The order's own slot when it is among them, the first one otherwise. */
    private static Held own(List<Held> slots, int row) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).holder() == row) {
                return slots.remove(i);
            }
        }
        return slots.removeFirst();
    }

    private void take(int row, Held slot) {
        orders.build[row] = slot.bucket() == beyond ? CompiledConfiguration.BEYOND_HORIZON : (short) slot.bucket();
        orders.route[row] = slot.route();
        orders.binding[row] = slot.binding();
        boolean first = before.firstDelivery[row] == OrderTable.NEVER_PROMISED;
        if (first) {
            orders.firstDelivery[row] = slot.bucket() == beyond
                    ? OrderTable.NEVER_PROMISED
                    : slot.bucket() + engine.configuration(row).transitWeeks;
        }
    }

    private int bucket(short build) {
        return build < 0 ? beyond : build;
    }
}
