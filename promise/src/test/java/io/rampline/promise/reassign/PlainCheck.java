package io.rampline.promise.reassign;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks an answer against the statement of the problem, one loop per sentence, with nothing taken from the solver. */
final class PlainCheck {

    private PlainCheck() {}

    /** The aims of an assignment (bucket -1: none), each added up by its definition. */
    record Aims(int unassigned, long unassignedWeight, long weightedLateness, int changes, long drift, long skips) {}

    static void accept(String name, ReassignmentProblem problem, Reassignment answer) {
        assertThat(answer.bucket()).as(name).hasSize(problem.orders());
        assertNoReleaseIsBroken(name, problem, answer.bucket());
        assertNoBucketIsOversold(name, problem, answer.bucket());
        assertThat(new Aims(
                        answer.unassigned(),
                        answer.unassignedWeight(),
                        answer.weightedLateness(),
                        answer.changes(),
                        answer.drift(),
                        answer.skips()))
                .as(name)
                .isEqualTo(aims(problem, answer.bucket()));
    }

    static Aims aims(ReassignmentProblem problem, int[] bucket) {
        int unassigned = 0;
        long unassignedWeight = 0;
        long weightedLateness = 0;
        int changes = 0;
        long drift = 0;
        for (int o = 0; o < bucket.length; o++) {
            int place = bucket[o] == -1 ? problem.buckets() : bucket[o];
            boolean promised = problem.promise(o) != -1;
            int due = promised ? problem.promise(o) : problem.release(o);
            unassigned += bucket[o] == -1 ? 1 : 0;
            unassignedWeight += bucket[o] == -1 ? problem.weight(o) : 0;
            weightedLateness += place > due ? (long) problem.weight(o) * (place - due) : 0;
            changes += promised && place != due ? 1 : 0;
            drift += promised ? Math.abs(place - due) : 0;
        }
        return new Aims(unassigned, unassignedWeight, weightedLateness, changes, drift, skips(problem, bucket));
    }

    private static long skips(ReassignmentProblem problem, int[] bucket) {
        long skips = 0;
        for (int ahead = 0; ahead < bucket.length; ahead++) {
            for (int behind = ahead + 1; behind < bucket.length; behind++) {
                boolean usable = bucket[behind] >= problem.release(ahead);
                boolean earlier = bucket[ahead] == -1 || bucket[behind] < bucket[ahead];
                skips += bucket[behind] != -1 && usable && earlier ? 1 : 0;
            }
        }
        return skips;
    }

    private static void assertNoReleaseIsBroken(String name, ReassignmentProblem problem, int[] bucket) {
        for (int o = 0; o < bucket.length; o++) {
            assertThat(bucket[o] == -1 || bucket[o] >= problem.release(o))
                    .as("%s: order %d in bucket %d", name, o, bucket[o])
                    .isTrue();
        }
    }

    private static void assertNoBucketIsOversold(String name, ReassignmentProblem problem, int[] bucket) {
        int[] used = new int[problem.buckets()];
        for (int b : bucket) {
            if (b != -1) {
                used[b]++;
            }
        }
        for (int b = 0; b < used.length; b++) {
            assertThat(used[b]).as("%s: orders in bucket %d", name, b).isLessThanOrEqualTo(problem.capacity(b));
        }
    }
}
