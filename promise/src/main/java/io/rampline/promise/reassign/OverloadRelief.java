package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * Finds an assignment that is best in aims 0 to 3 of {@link Reassignment}, and the price of a slot in each bucket that
 * proves it.
 *
 * <p><b>What it does.</b> Everyone starts in the bucket that suits them best, as if there were room for all. Nothing
 * can be better than that, but some buckets are overloaded. They send orders away along the cheapest chains of moves
 * (one order from a to b, another from b to c, ...) that end in a bucket with room, or outside the plan. Dijkstra's
 * search over the buckets, from all overloaded ones at once, finds how far the nearest room is and raises the
 * <i>price</i> of a slot in each bucket on the way: what one more slot there would save, as a vector of weight left
 * out, lateness, changes and drift. At the new prices the cheapest chains cost nothing; of those, the ones with fewest
 * moves are all used before the next search, as in Dinic's method.
 *
 * <p><b>Why it is exact.</b> Two facts hold at every moment: no order would be cheaper, price included, in another
 * bucket where it may stand; and a bucket with room has price zero. When no bucket is overloaded any more, these are
 * the optimality conditions of the transportation problem [1, 2], whose best solutions are whole numbers. They hold for
 * vectors compared component by component as they do for numbers, because the proof only adds and compares. So the aims
 * need neither big weights nor one solve after the other.
 *
 * <p><b>Why it starts from what suits everyone, and not from nothing.</b> The work depends on the orders that must give
 * way, not on the size of the book: after a cut most promises stand, and nobody looks at them twice.
 *
 * <p><b>Why numbers cannot run over.</b> Let B be the most buckets and w the greatest weight. A chain enters each
 * bucket once, so it has at most B + 1 moves, and its lateness is below w x B x (B + 1) &lt; 2<sup>31</sup> x
 * 2<sup>21</sup>. A price is the cost of the chain to the nearest room less the cost of the chain to the bucket, both
 * as they were when the price was last raised; so what is compared in a search is the sum of at most ten costs of
 * chains, below 2<sup>56</sup>. {@link LexicographicCosts} says the same of changes and drift,
 * {@link ReassignmentProblem} of the totals. There is no size within the limits for which a wider number would be
 * needed.
 *
 * <p><b>Cost.</b> With N orders of K kinds, B buckets, S searches and M moves: O(N + K B) to start; O(B<sup>2</sup>)
 * per search, with what follows it; per move O(B), and for each forgotten cell that is asked for again the kinds in its
 * bucket. S is at most the number of orders that must give way and M at most B times that; both are far smaller when
 * many orders are alike. Memory O(N + B<sup>2</sup>), and one booking for each kind and bucket that ever met.
 *
 * <p><b>Sources.</b> [1] R. Ahuja, T. Magnanti, J. Orlin, Network Flows, 1993, chapter 9 (successive shortest paths,
 * primal-dual, reduced cost optimality). [2] J. Edmonds, R. Karp, Theoretical improvements in algorithmic efficiency
 * for network flow problems, Journal of the ACM 19, 1972 (searches on reduced costs). [3] E. Dinic, Algorithm for
 * solution of a problem of maximum flow in a network with power estimation, 1970 (use up all shortest chains, then
 * search again).
 *
 * <p><b>What it does not do.</b> One bottleneck and one slot per order only: with several resources the problem is
 * NP-hard. It knows no frozen zone and no hysteresis; whoever calls it takes frozen orders and their slots out first.
 * It does not choose among equally good assignments: {@link LineOrder} does.
 */
final class OverloadRelief {

    private final int horizon;
    private final Bookings bookings;
    private final CheapestMoves moves;

    /** Free slots; negative when overloaded. The last bucket, outside the plan, always has room. */
    private final int[] room;

    private final LexicographicCosts price;
    private final LexicographicCosts distance;
    private final boolean[] reached;
    private final boolean[] visited;

    /** Fewest moves of the cheapest chains to each bucket, and the next bucket to be tried as a next link from each. */
    private final int[] links;

    private final int[] cursor;

    OverloadRelief(ReassignmentProblem problem, Kinds kinds) {
        horizon = problem.buckets();
        bookings = new Bookings(kinds.count(), horizon + 1);
        room = new int[horizon + 1];
        for (int b = 0; b < horizon; b++) {
            room[b] = problem.capacity(b);
        }
        room[horizon] = Integer.MAX_VALUE;
        for (int k = 0; k < kinds.count(); k++) {
            bookings.add(k, kinds.favourite(k), kinds.orders(k));
            room[kinds.favourite(k)] -= kinds.orders(k);
        }
        moves = new CheapestMoves(kinds, bookings, horizon);
        price = new LexicographicCosts(horizon + 1);
        distance = new LexicographicCosts(horizon + 1);
        reached = new boolean[horizon + 1];
        visited = new boolean[horizon + 1];
        links = new int[horizon + 1];
        cursor = new int[horizon + 1];
    }

    /** Relieves all overloaded buckets. */
    void run() {
        while (raisePrices()) {
            if (useChains() == 0) {
                throw new IllegalStateException("a search for room has found a chain that cannot be used");
            }
        }
    }

    private long useChains() {
        long moved = 0;
        Arrays.fill(cursor, 0);
        for (int b = 0; b < horizon; b++) {
            while (room[b] < 0 && cursor[b] <= horizon) {
                int gone = sendAway(b, -room[b]);
                room[b] += gone;
                moved += gone;
            }
        }
        return moved;
    }

    /** Orders of each kind in each bucket; the last bucket holds those left out. */
    Bookings bookings() {
        return bookings;
    }

    /** What one more slot in each bucket would save; the last bucket, outside the plan, has price zero. */
    LexicographicCosts prices() {
        return price;
    }

    /**
     * Searches from all overloaded buckets at once to the nearest bucket with room and raises prices so that the chains
     * to it cost nothing. False when no bucket is overloaded.
     */
    private boolean raisePrices() {
        boolean overloaded = false;
        Arrays.fill(visited, false);
        for (int b = 0; b <= horizon; b++) {
            reached[b] = room[b] < 0;
            overloaded |= reached[b];
            distance.set(b, 0, 0, 0);
            links[b] = 0;
        }
        if (!overloaded) {
            return false;
        }
        int nearest = nearestUnvisited();
        while (room[nearest] <= 0) {
            visited[nearest] = true;
            reachFrom(nearest);
            nearest = nearestUnvisited();
        }
        for (int b = 0; b <= horizon; b++) {
            if (reached[b] && distance.compare(b, nearest) < 0) {
                price.left[b] += distance.left[nearest] - distance.left[b];
                price.late[b] += distance.late[nearest] - distance.late[b];
                price.churn[b] += distance.churn[nearest] - distance.churn[b];
            }
        }
        return true;
    }

    private int nearestUnvisited() {
        int nearest = -1;
        for (int b = 0; b <= horizon; b++) {
            if (reached[b] && !visited[b] && (nearest < 0 || isNearer(b, nearest))) {
                nearest = b;
            }
        }
        return nearest;
    }

    private boolean isNearer(int a, int b) {
        int order = distance.compare(a, b);
        return order < 0 || (order == 0 && links[a] < links[b]);
    }

    private void reachFrom(int from) {
        LexicographicCosts cost = moves.costs();
        long baseLeft = distance.left[from] - price.left[from];
        long baseLate = distance.late[from] - price.late[from];
        long baseChurn = distance.churn[from] - price.churn[from];
        for (int to = 0; to <= horizon; to++) {
            if (visited[to] || moves.kind(from, to) == CheapestMoves.NOBODY) {
                continue;
            }
            int cell = moves.cell(from, to);
            long left = baseLeft + cost.left[cell] + price.left[to];
            long late = baseLate + cost.late[cell] + price.late[to];
            long churn = baseChurn + cost.churn[cell] + price.churn[to];
            int order = reached[to] ? distance.compare(to, left, late, churn) : 1;
            if (order > 0 || (order == 0 && links[from] + 1 < links[to])) {
                reached[to] = true;
                distance.set(to, left, late, churn);
                links[to] = links[from] + 1;
            }
        }
    }

    /**
     * Moves up to the given number of orders out of the bucket along one chain that costs nothing at the present
     * prices; returns how many. Links lead to buckets one link further from the overloaded ones, so no chain runs in a
     * circle, and none is tried twice before the next search.
     */
    private int sendAway(int from, int orders) {
        // The cursor stays where a chain was found: the same link may carry more.
        for (; cursor[from] <= horizon; cursor[from]++) {
            int to = cursor[from];
            boolean ends = room[to] > 0;
            if (!reached[to] || (!ends && links[to] != links[from] + 1) || !costsNothing(from, to)) {
                continue;
            }
            int kind = moves.kind(from, to);
            int wanted = Math.min(orders, bookings.orders(kind, from));
            int moved = ends ? Math.min(wanted, room[to]) : sendAway(to, wanted);
            if (moved > 0) {
                room[to] -= ends ? moved : 0;
                move(kind, from, to, moved);
                return moved;
            }
        }
        return 0;
    }

    private boolean costsNothing(int from, int to) {
        if (moves.kind(from, to) == CheapestMoves.NOBODY) {
            return false;
        }
        LexicographicCosts cost = moves.costs();
        int cell = moves.cell(from, to);
        return cost.left[cell] == price.left[from] - price.left[to]
                && cost.late[cell] == price.late[from] - price.late[to]
                && cost.churn[cell] == price.churn[from] - price.churn[to];
    }

    private void move(int kind, int from, int to, int orders) {
        if (bookings.remove(kind, from, orders)) {
            moves.gone(kind, from);
        }
        if (bookings.add(kind, to, orders) && to < horizon) {
            moves.entered(kind, to);
        }
    }
}
