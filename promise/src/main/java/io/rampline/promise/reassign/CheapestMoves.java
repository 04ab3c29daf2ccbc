package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * For each pair of buckets, the kind that goes over most cheaply from the first to the second, and what that costs. The
 * last column is the move out of the plan: to be left without a bucket.
 *
 * <p>A kind that enters a bucket is compared with each column at once, O(buckets). When the last order of a kind
 * leaves, only the columns in which it was the cheapest are forgotten; they are searched again, over the kinds in that
 * bucket, when next they are asked for.
 */
final class CheapestMoves {

    /** In place of a kind: nobody in the bucket may move there. */
    static final int NOBODY = -1;

    private static final int FORGOTTEN = -2;

    private final Kinds kinds;
    private final Bookings bookings;
    private final int buckets;
    private final LexicographicCosts cost;
    private final int[] kind;

    CheapestMoves(Kinds kinds, Bookings bookings, int buckets) {
        this.kinds = kinds;
        this.bookings = bookings;
        this.buckets = buckets;
        cost = new LexicographicCosts(buckets * (buckets + 1));
        kind = new int[buckets * (buckets + 1)];
        Arrays.fill(kind, FORGOTTEN);
    }

    /**
     * Costs of all moves; the move from a to b stands at {@code cell(a, b)}. Right only after {@link #kind} was asked.
     */
    LexicographicCosts costs() {
        return cost;
    }

    int cell(int from, int to) {
        return from * (buckets + 1) + to;
    }

    /** A kind that was not in the bucket is there now. */
    void entered(int newKind, int bucket) {
        for (int to = kinds.release(newKind); to <= buckets; to++) {
            if (kind[cell(bucket, to)] != FORGOTTEN) {
                offer(newKind, bucket, to);
            }
        }
    }

    /** The last order of a kind has left the bucket. */
    void gone(int oldKind, int bucket) {
        int row = cell(bucket, 0);
        for (int to = 0; to <= buckets; to++) {
            if (kind[row + to] == oldKind) {
                kind[row + to] = FORGOTTEN;
            }
        }
    }

    /**
     * The kind that moves most cheaply from one bucket to another, or {@link #NOBODY}; its cost stands at
     * {@code cell(from, to)}.
     */
    int kind(int from, int to) {
        int cell = cell(from, to);
        if (kind[cell] == FORGOTTEN) {
            kind[cell] = NOBODY;
            for (int i = 0; i < bookings.kindsIn(from); i++) {
                int candidate = bookings.kindIn(from, i);
                if (to >= kinds.release(candidate)) {
                    offer(candidate, from, to);
                }
            }
        }
        return kind[cell];
    }

    private void offer(int candidate, int from, int to) {
        if (to == from) {
            return;
        }
        int cell = cell(from, to);
        long left = kinds.left(candidate, to);
        long late = kinds.late(candidate, to) - kinds.late(candidate, from);
        long churn = kinds.churn(candidate, to) - kinds.churn(candidate, from);
        if (kind[cell] == NOBODY || cost.compare(cell, left, late, churn) > 0) {
            kind[cell] = candidate;
            cost.set(cell, left, late, churn);
        }
    }
}
