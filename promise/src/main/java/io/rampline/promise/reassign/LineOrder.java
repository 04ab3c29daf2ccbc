package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * Among all assignments that are equally good in aims 0 to 3, takes the one that is best for the first in line, then
 * for the second, and so on.
 *
 * <p><b>Why this way.</b> By complementary slackness an assignment is best in aims 0 to 3 if and only if every order
 * stands in a bucket that is cheapest for it at the prices of {@link OverloadRelief}, and every bucket with a price
 * above zero is full. All such assignments fill each bucket equally (below). So one comes from another by closed chains
 * of exchanges between cheapest buckets, and no cost has to be looked at: each order, in line, takes the earliest of
 * its cheapest buckets that such a chain can give it among those who come after it, and is not touched again. The
 * outcome is the lexicographically least sequence of buckets, and hence unique.
 *
 * <p><b>Why all best assignments fill each bucket equally.</b> Suppose two do not. Their difference holds a chain of
 * moves between cheapest buckets from some w, fuller in the first, to some v, fuller in the second. Each of the two has
 * room in one of the assignments, hence price zero. Let v be the earlier one (else exchange the assignments). The cost
 * of an order falls strictly up to its promise and rises strictly after it; so no move of the chain leaps over v or w,
 * or its order would rather stand there, and the chain stays between them. Its first move leads to an earlier bucket
 * that is no dearer, so that order was late in w, and where it may stand before w every slot has a price with lateness
 * in it. A later move that leads to a yet earlier bucket saves lateness or keeps it, so the same holds down to that
 * bucket; and so on, down to v, whose price is zero: a contradiction. (To be left out counts as the greatest lateness
 * here.)
 *
 * <p><b>Cost.</b> With N orders, K kinds, B buckets: O(K B) to find the cheapest buckets; O(B<sup>2</sup> / 64) at most
 * per order for a backward search over sets of buckets kept as bits, and no search when the order stands in the
 * earliest bucket its kind can still have, which never becomes earlier; per exchange the kinds in the buckets of the
 * chain. Memory O(B<sup>2</sup> + K B / 64).
 *
 * <p><b>What it does not do.</b> It does not minimise the number of skips: see {@link Reassignment#solve}.
 */
final class LineOrder {

    private static final int NONE = -1;

    private final Kinds kinds;
    private final LexicographicCosts price;
    private final int horizon;
    private final int orders;
    private final int words;

    /** Orders not yet served, by kind and bucket, and the first bucket in which each kind has one. */
    private final Bookings waiting;

    private final int[] firstBucket;

    /** No order of the kind that still waits can have a bucket before this one. */
    private final int[] earliest;

    /** Bits of the buckets that are cheapest for each kind, {@code words} longs per kind. */
    private final long[] cheapest;

    /** How many kinds could hand over an order from one bucket (row) to another. */
    private final int[] handovers;

    /** For each bucket the bits of those that could hand over to it. */
    private final long[] sources;

    private final long[] reached;
    private final int[] next;
    private final int[] queue;

    LineOrder(ReassignmentProblem problem, Kinds kinds, OverloadRelief relief) {
        this.kinds = kinds;
        price = relief.prices();
        waiting = relief.bookings();
        horizon = problem.buckets();
        orders = problem.orders();
        int places = horizon + 1;
        words = (places + Long.SIZE - 1) / Long.SIZE;
        handovers = new int[places * places];
        sources = new long[places * words];
        reached = new long[words];
        next = new int[places];
        queue = new int[places];
        firstBucket = new int[kinds.count()];
        earliest = new int[kinds.count()];
        cheapest = new long[kinds.count() * words];
        for (int k = 0; k < kinds.count(); k++) {
            findCheapest(k);
            firstBucket[k] = waiting.firstBucket(k);
        }
        for (int b = 0; b <= horizon; b++) {
            for (int i = 0; i < waiting.kindsIn(b); i++) {
                countHandovers(waiting.kindIn(b, i), b, 1);
            }
        }
    }

    /** Bucket of each order in rank order; the horizon stands for no bucket. To be called once. */
    int[] buckets() {
        int[] bucket = new int[orders];
        for (int o = 0; o < orders; o++) {
            int kind = kinds.ofOrder(o);
            int at = firstBucket[kind];
            earliest[kind] = earliestFor(kind, at);
            bucket[o] = earliest[kind];
            take(kind, at);
            exchange(bucket[o], at);
        }
        return bucket;
    }

    /**
     * The earliest cheapest bucket from which orders could be handed on until the last takes the place that the kind
     * has now.
     */
    private int earliestFor(int kind, int at) {
        int wish = nextCheapest(kind, earliest[kind]);
        if (wish < at) {
            searchBackFrom(at, wish);
            while (wish < at && !isSet(reached, 0, wish)) {
                wish = nextCheapest(kind, wish + 1);
            }
        }
        return wish;
    }

    /**
     * Marks all buckets from which a chain leads to the target, and the next one on the way; stops once the wish is
     * among them.
     */
    private void searchBackFrom(int target, int wish) {
        Arrays.fill(reached, 0);
        reached[target / Long.SIZE] |= 1L << target;
        queue[0] = target;
        int found = 1;
        for (int i = 0; i < found && !isSet(reached, 0, wish); i++) {
            int bucket = queue[i];
            for (int w = 0; w < words; w++) {
                long fresh = sources[bucket * words + w] & ~reached[w];
                reached[w] |= fresh;
                while (fresh != 0) {
                    int source = w * Long.SIZE + Long.numberOfTrailingZeros(fresh);
                    fresh &= fresh - 1;
                    next[source] = bucket;
                    queue[found++] = source;
                }
            }
        }
    }

    /** Hands one order on from each bucket of the chain to the next. */
    private void exchange(int from, int target) {
        for (int bucket = from; bucket != target; bucket = next[bucket]) {
            int kind = someoneFor(bucket, next[bucket]);
            take(kind, bucket);
            join(kind, next[bucket]);
        }
    }

    private int someoneFor(int from, int to) {
        for (int i = 0; i < waiting.kindsIn(from); i++) {
            int kind = waiting.kindIn(from, i);
            if (isSet(cheapest, kind * words, to)) {
                return kind;
            }
        }
        throw new IllegalStateException("nobody can be handed over from bucket " + from + " to bucket " + to);
    }

    private void take(int kind, int bucket) {
        if (waiting.remove(kind, bucket, 1)) {
            countHandovers(kind, bucket, -1);
            if (bucket == firstBucket[kind]) {
                firstBucket[kind] = waiting.firstBucket(kind);
            }
        }
    }

    private void join(int kind, int bucket) {
        if (waiting.add(kind, bucket, 1)) {
            countHandovers(kind, bucket, 1);
            firstBucket[kind] = firstBucket[kind] == NONE ? bucket : Math.min(firstBucket[kind], bucket);
        }
    }

    private void countHandovers(int kind, int from, int change) {
        for (int to = nextCheapest(kind, 0); to <= horizon; to = nextCheapest(kind, to + 1)) {
            int pair = from * (horizon + 1) + to;
            handovers[pair] += change;
            int word = to * words + from / Long.SIZE;
            sources[word] = handovers[pair] > 0 ? sources[word] | 1L << from : sources[word] & ~(1L << from);
        }
    }

    /** Marks the buckets, and the place outside the plan, whose cost and price together are least for the kind. */
    private void findCheapest(int kind) {
        LexicographicCosts sum = new LexicographicCosts(2);
        for (int b = kinds.release(kind); b <= horizon; b++) {
            sum.set(
                    1,
                    kinds.left(kind, b) + price.left[b],
                    kinds.late(kind, b) + price.late[b],
                    kinds.churn(kind, b) + price.churn[b]);
            int order = b == kinds.release(kind) ? -1 : sum.compare(1, 0);
            if (order < 0) {
                Arrays.fill(cheapest, kind * words, (kind + 1) * words, 0);
                sum.set(0, sum.left[1], sum.late[1], sum.churn[1]);
            }
            if (order <= 0) {
                cheapest[kind * words + b / Long.SIZE] |= 1L << b;
            }
        }
    }

    /** The first cheapest bucket of the kind from the given one on; past the horizon when there is none. */
    private int nextCheapest(int kind, int from) {
        int w = from / Long.SIZE;
        long bits = w < words ? cheapest[kind * words + w] & -1L << from : 0;
        while (bits == 0 && ++w < words) {
            bits = cheapest[kind * words + w];
        }
        return w < words ? w * Long.SIZE + Long.numberOfTrailingZeros(bits) : horizon + 1;
    }

    private static boolean isSet(long[] bits, int offset, int i) {
        return (bits[offset + i / Long.SIZE] & 1L << i) != 0;
    }
}
