package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * The orders, grouped: those with equal release, promise and weight are one kind, because no aim but the line can tell
 * them apart. Kinds are numbered in the order in which the line first shows them. A release past the horizon counts as
 * the horizon.
 */
final class Kinds {

    private final int horizon;
    private final int[] kindOfOrder;
    private final int[] release;
    private final int[] promise;
    private final int[] weight;
    private final int[] orders;
    private int count;

    /** O(orders): each order is looked up in an open table of order numbers. */
    Kinds(ReassignmentProblem problem) {
        horizon = problem.buckets();
        int n = problem.orders();
        kindOfOrder = new int[n];
        int[] firstOrder = new int[n];
        int[] size = new int[n];
        int[] table = new int[Integer.highestOneBit(Math.max(1, n)) * 4];
        for (int o = 0; o < n; o++) {
            int at = place(problem, o, firstOrder, table);
            if (table[at] == 0) {
                firstOrder[count++] = o;
                table[at] = count;
            }
            kindOfOrder[o] = table[at] - 1;
            size[kindOfOrder[o]]++;
        }
        orders = Arrays.copyOf(size, count);
        release = new int[count];
        promise = new int[count];
        weight = new int[count];
        for (int k = 0; k < count; k++) {
            release[k] = Math.min(problem.release(firstOrder[k]), horizon);
            promise[k] = problem.promise(firstOrder[k]);
            weight[k] = problem.weight(firstOrder[k]);
        }
    }

    /** Where in the table the kind of the order stands (as kind + 1), or the free place (0) where it belongs. */
    private static int place(ReassignmentProblem problem, int order, int[] firstOrder, int[] table) {
        int buckets = problem.buckets();
        int release = Math.min(problem.release(order), buckets);
        long key = ((long) problem.weight(order) * (buckets + 1) + release) * (buckets + 1) + problem.promise(order);
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[at] != 0) {
            int same = firstOrder[table[at] - 1];
            if (problem.weight(order) == problem.weight(same)
                    && problem.promise(order) == problem.promise(same)
                    && release == Math.min(problem.release(same), buckets)) {
                return at;
            }
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    int count() {
        return count;
    }

    int ofOrder(int order) {
        return kindOfOrder[order];
    }

    int orders(int kind) {
        return orders[kind];
    }

    int release(int kind) {
        return release[kind];
    }

    int weight(int kind) {
        return weight[kind];
    }

    /**
     * The bucket that costs this kind least: its promise, when it may be built then. The horizon when no bucket is
     * allowed.
     */
    int favourite(int kind) {
        return Math.max(release[kind], promise[kind]);
    }

    /** Weight left out by one order in the bucket; the horizon stands for no bucket. */
    long left(int kind, int bucket) {
        return bucket == horizon ? weight[kind] : 0;
    }

    /** Weighted lateness of one order in the bucket. */
    long late(int kind, int bucket) {
        int due = promise[kind] == ReassignmentProblem.NO_PROMISE ? release[kind] : promise[kind];
        return (long) weight[kind] * Math.max(0, bucket - due);
    }

    /** Change and drift of one order in the bucket, in the unit of {@link LexicographicCosts}. */
    long churn(int kind, int bucket) {
        if (promise[kind] == ReassignmentProblem.NO_PROMISE || promise[kind] == bucket) {
            return 0;
        }
        return LexicographicCosts.CHANGE + Math.abs(bucket - promise[kind]);
    }
}
