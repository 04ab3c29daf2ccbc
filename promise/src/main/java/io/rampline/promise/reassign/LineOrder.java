package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * Among all assignments that are equally good in aims 0 to 3, takes the one that is best for the first in line, then
 * for the second, and so on.
 *
 * <p><b>Why this way.</b> By complementary slackness an assignment is best in aims 0 to 3 if and only if every order
 * stands in a bucket that is cheapest for it at the prices of {@link OverloadRelief}, and every bucket with a price
 * above zero is full. So the equally good assignments can be walked through without a cost in sight: from order to
 * order, in line, each takes the earliest of its cheapest buckets that it can get by a closed chain of exchanges among
 * those who come after it. Whoever has been served is not touched again. The outcome is the lexicographically least
 * sequence of buckets, and hence unique.
 *
 * <p>Besides the buckets, the chains know the place outside the plan (last bucket) and one more node, the stock of
 * unused slots: a bucket with room may take an order from a chain and leave a slot unused elsewhere, in any bucket of
 * price zero.
 *
 * <p><b>Cost.</b> With N orders, K kinds, B buckets: O(K B) to find the cheapest buckets; per order a backward search
 * over sets of buckets kept as bits, at most O(B<sup>2</sup> / 64), and none when nothing has moved since the last vain
 * search for the same kind; per exchange the kinds in the buckets of the chain. Memory O(B<sup>2</sup> + K B / 64).
 *
 * <p><b>What it does not do.</b> It does not minimise the number of skips: see {@link Reassignment#solve}.
 */
final class LineOrder {

    private static final int NONE = -1;

    private final Kinds kinds;
    private final LexicographicCosts price;
    private final int horizon;
    private final int orders;

    /** Node after the last bucket: the stock of unused slots. */
    private final int unused;

    private final int words;
    private final int[] room;

    /** Orders not yet served, by kind and bucket. */
    private final Bookings waiting;

    /** Bits of the buckets that are cheapest for each kind, {@code words} longs per kind. */
    private final long[] cheapest;

    /** How many kinds could hand over from one bucket (row) to another, and the same as bits of the rows by column. */
    private final int[] handovers;

    private final long[] sources;

    private final long[] reached;
    private final int[] next;
    private final int[] queue;

    /** Counts exchanges, and when each kind last searched in vain and from where. */
    private int exchanges;

    private final int[] vainAtExchange;
    private final int[] vainFromBucket;
    private final int[] firstBucket;

    LineOrder(ReassignmentProblem problem, Kinds kinds, OverloadRelief relief) {
        this.kinds = kinds;
        price = relief.prices();
        horizon = problem.buckets();
        orders = problem.orders();
        unused = horizon + 1;
        int nodes = horizon + 2;
        words = (nodes + Long.SIZE - 1) / Long.SIZE;
        waiting = relief.bookings();
        room = new int[nodes];
        Arrays.setAll(room, b -> b <= horizon ? relief.room(b) : 0);
        handovers = new int[nodes * nodes];
        sources = new long[nodes * words];
        reached = new long[words];
        next = new int[nodes];
        queue = new int[nodes];
        vainAtExchange = new int[kinds.count()];
        Arrays.fill(vainAtExchange, NONE);
        vainFromBucket = new int[kinds.count()];
        firstBucket = new int[kinds.count()];
        cheapest = new long[kinds.count() * words];
        for (int k = 0; k < kinds.count(); k++) {
            findCheapest(k);
            firstBucket[k] = waiting.firstBucket(k);
        }
        for (int b = 0; b <= horizon; b++) {
            for (int i = 0; i < waiting.kindsIn(b); i++) {
                countHandovers(waiting.kindIn(b, i), b, 1);
            }
            setSource(b, unused, room[b] > 0);
            setSource(unused, b, price.compare(b, 0, 0, 0) == 0);
        }
    }

    /** Bucket of each order in rank order; the horizon stands for no bucket. To be called once. */
    int[] buckets() {
        int[] bucket = new int[orders];
        for (int o = 0; o < orders; o++) {
            int kind = kinds.ofOrder(o);
            int at = firstBucket[kind];
            int earliest = earliestInExchange(kind, at);
            take(kind, at);
            if (earliest < at) {
                exchange(earliest, at);
                exchanges++;
            }
            bucket[o] = earliest;
        }
        return bucket;
    }

    /**
     * The earliest cheapest bucket from which an order could be pushed on until the chain ends where the given kind
     * gives up a slot.
     */
    private int earliestInExchange(int kind, int at) {
        boolean searchedInVain = vainAtExchange[kind] == exchanges && vainFromBucket[kind] == at;
        int wish = nextCheapest(kind, 0);
        if (wish >= at || searchedInVain) {
            return at;
        }
        searchBackFrom(at, wish);
        while (wish < at && !isSet(reached, 0, wish)) {
            wish = nextCheapest(kind, wish + 1);
        }
        if (wish >= at) {
            vainAtExchange[kind] = exchanges;
            vainFromBucket[kind] = at;
            return at;
        }
        return wish;
    }

    /**
     * Marks all nodes from which a chain leads to the target, and the next node on the way; stops early once the wish
     * is among them.
     */
    private void searchBackFrom(int target, int wish) {
        Arrays.fill(reached, 0);
        reached[target / Long.SIZE] |= 1L << target;
        queue[0] = target;
        int found = 1;
        for (int i = 0; i < found && !isSet(reached, 0, wish); i++) {
            int node = queue[i];
            for (int w = 0; w < words; w++) {
                long fresh = sources[node * words + w] & ~reached[w];
                reached[w] |= fresh;
                while (fresh != 0) {
                    int source = w * Long.SIZE + Long.numberOfTrailingZeros(fresh);
                    fresh &= fresh - 1;
                    next[source] = node;
                    queue[found++] = source;
                }
            }
        }
    }

    /** Pushes one order on from each bucket of the chain to the next. */
    private void exchange(int from, int target) {
        int node = from;
        while (node != target) {
            int to = next[node];
            if (to == unused) {
                room[node]--;
                setSource(node, unused, room[node] > 0);
            } else if (node == unused) {
                room[to]++;
                setSource(to, unused, true);
            } else {
                int kind = someoneFor(node, to);
                take(kind, node);
                join(kind, to);
            }
            node = to;
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
        int row = from * (horizon + 2);
        for (int to = nextCheapest(kind, 0); to <= horizon; to = nextCheapest(kind, to + 1)) {
            if (to != from) {
                handovers[row + to] += change;
                setSource(from, to, handovers[row + to] > 0);
            }
        }
    }

    private void setSource(int from, int to, boolean possible) {
        int word = to * words + from / Long.SIZE;
        sources[word] = possible ? sources[word] | 1L << from : sources[word] & ~(1L << from);
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
        return w < words ? w * Long.SIZE + Long.numberOfTrailingZeros(bits) : unused;
    }

    private static boolean isSet(long[] bits, int offset, int i) {
        return (bits[offset + i / Long.SIZE] & 1L << i) != 0;
    }
}
