package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * Which bucket every order has, and how good that is.
 *
 * <p>The aims, in strict order: no amount of a later aim outweighs the least bit of an earlier one.
 *
 * <ol start="0">
 *   <li>least weight of orders without a bucket ({@code unassignedWeight});
 *   <li>least weighted lateness: the sum of weight x max(0, bucket - promise);
 *   <li>fewest changes: orders whose bucket is not the promised one;
 *   <li>least drift: the sum of |bucket - promise|;
 *   <li>the line: see {@link #solve}.
 * </ol>
 *
 * <p>Two conventions close the gaps. An order that was never promised a bucket is late from its release on and has
 * neither change nor drift. An order without a bucket counts in lateness, changes and drift as if it stood in the first
 * bucket after the horizon; so, among orders of equal weight, those who have waited longest are not the ones left out.
 *
 * @param bucket bucket of each order in rank order, or {@link #LEFT_OUT}; the caller must not change it
 * @param unassigned number of orders without a bucket
 * @param unassignedWeight sum of their weights
 * @param weightedLateness weight x buckets
 * @param changes number of orders; an earlier bucket than promised is a change too
 * @param drift buckets
 * @param skips pairs of orders of which the one further back in line has an earlier bucket that the one ahead could
 *     have used: released by then, and before its own bucket (an order left out stands after all buckets)
 */
@SuppressWarnings(
        "ArrayRecordComponent") // a million boxed numbers would cost more than this promise not to write to it
public record Reassignment(
        int[] bucket,
        int unassigned,
        long unassignedWeight,
        long weightedLateness,
        int changes,
        long drift,
        long skips) {

    /** In place of a bucket: no bucket has room for the order. */
    public static final int LEFT_OUT = -1;

    /**
     * The best re-assignment, exactly.
     *
     * <p>What is guaranteed about the line (aim 4): among all assignments that are best in aims 0 to 3, this is the one
     * in which the first in line has the earliest possible bucket, then the second, and so on. There is just one such
     * assignment, so the answer does not depend on how it is found. It follows that among orders of equal release,
     * promise and weight nobody has a later bucket than someone further back; and that no two orders can exchange
     * buckets to bring the one ahead forward without a loss in aims 0 to 3 or a breach of a release. The number of
     * {@code skips} is reported but not minimised: an earlier bucket for one who stands ahead is never traded for fewer
     * skips further back; and promises that were out of line from the start, and are kept, count as skips.
     *
     * <p>Time and memory: see {@link OverloadRelief} and {@link LineOrder}.
     */
    public static Reassignment solve(ReassignmentProblem problem) {
        Kinds kinds = new Kinds(problem);
        OverloadRelief relief = new OverloadRelief(problem, kinds);
        relief.run();
        return score(problem, new LineOrder(problem, kinds, relief).buckets());
    }

    /** Adds up the aims of a given assignment, with {@code buckets()} standing for an order left out. */
    static Reassignment score(ReassignmentProblem problem, int[] bucket) {
        int horizon = problem.buckets();
        int unassigned = 0;
        long unassignedWeight = 0;
        long weightedLateness = 0;
        int changes = 0;
        long drift = 0;
        int[] reported = new int[bucket.length];
        for (int o = 0; o < bucket.length; o++) {
            reported[o] = bucket[o] == horizon ? LEFT_OUT : bucket[o];
            if (bucket[o] == horizon) {
                unassigned++;
                unassignedWeight += problem.weight(o);
            }
            weightedLateness += (long) problem.weight(o) * Math.max(0, bucket[o] - problem.due(o));
            if (problem.promise(o) != ReassignmentProblem.NO_PROMISE && problem.promise(o) != bucket[o]) {
                changes++;
                drift += Math.abs(bucket[o] - problem.promise(o));
            }
        }
        return new Reassignment(
                reported, unassigned, unassignedWeight, weightedLateness, changes, drift, skips(problem, bucket));
    }

    /**
     * Walks the line from its end and asks, per order, how many of those behind it sit between its release and its own
     * bucket.
     */
    private static long skips(ReassignmentProblem problem, int[] bucket) {
        int[] tree = new int[problem.buckets() + 2];
        long skips = 0;
        for (int o = bucket.length - 1; o >= 0; o--) {
            int from = Math.min(problem.release(o), bucket[o]);
            skips += standingBefore(tree, bucket[o]) - standingBefore(tree, from);
            for (int i = bucket[o] + 1; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }
        return skips;
    }

    /** Fenwick's tree: how many of the orders seen have a bucket below the given one. */
    private static int standingBefore(int[] tree, int bucket) {
        int sum = 0;
        for (int i = bucket; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reassignment that
                && Arrays.equals(bucket, that.bucket)
                && unassigned == that.unassigned
                && unassignedWeight == that.unassignedWeight
                && weightedLateness == that.weightedLateness
                && changes == that.changes
                && drift == that.drift
                && skips == that.skips;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bucket) + Long.hashCode(weightedLateness);
    }

    @Override
    public String toString() {
        return "Reassignment[orders=" + bucket.length + ", unassigned=" + unassigned + ", unassignedWeight="
                + unassignedWeight + ", weightedLateness=" + weightedLateness + ", changes=" + changes + ", drift="
                + drift + ", skips=" + skips + "]";
    }
}
