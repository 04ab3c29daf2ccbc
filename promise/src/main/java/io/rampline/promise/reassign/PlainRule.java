package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * The rules that planners use without a computer: no search, O(orders x buckets) at worst. They are here to be compared
 * with {@link Reassignment#solve}, and to explain a plan to people who know them.
 */
public enum PlainRule {
    /**
     * In the order of the line, everyone whose promised bucket still has room keeps it; then, again in line, the others
     * take the earliest room.
     */
    KEEP_PROMISES_THEN_EARLIEST {
        @Override
        void assign(ReassignmentProblem problem, int[] room, int[] bucket) {
            for (int o = 0; o < bucket.length; o++) {
                int promise = problem.promise(o);
                if (promise >= problem.release(o) && room[promise] > 0) {
                    room[promise]--;
                    bucket[o] = promise;
                }
            }
            takeEarliest(problem, room, bucket);
        }
    },
    /** All promises are put aside, and everyone takes the earliest room in the order of the line. */
    REBOOK_FIRST_IN_FIRST_OUT {
        @Override
        void assign(ReassignmentProblem problem, int[] room, int[] bucket) {
            takeEarliest(problem, room, bucket);
        }
    };

    /** Assigns all orders by this rule and adds up the same aims as {@link Reassignment#solve}. */
    public Reassignment apply(ReassignmentProblem problem) {
        int[] room = new int[problem.buckets()];
        Arrays.setAll(room, problem::capacity);
        int[] bucket = new int[problem.orders()];
        Arrays.fill(bucket, problem.buckets());
        assign(problem, room, bucket);
        return Reassignment.score(problem, bucket);
    }

    abstract void assign(ReassignmentProblem problem, int[] room, int[] bucket);

    private static void takeEarliest(ReassignmentProblem problem, int[] room, int[] bucket) {
        int horizon = problem.buckets();
        for (int o = 0; o < bucket.length; o++) {
            if (bucket[o] == horizon) {
                int b = Math.min(problem.release(o), horizon);
                while (b < horizon && room[b] == 0) {
                    b++;
                }
                if (b < horizon) {
                    room[b]--;
                    bucket[o] = b;
                }
            }
        }
    }
}
