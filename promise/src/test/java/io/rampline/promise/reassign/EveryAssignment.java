package io.rampline.promise.reassign;

import java.util.Arrays;

/**
 * Plain twin for tiny books: looks at every assignment there is, in the order of the line, and keeps the first one that
 * is best.
 */
final class EveryAssignment {

    private final ReassignmentProblem problem;
    private final int[] bucket;
    private final int[] room;
    private int[] best = new int[0];
    private long[] bestAims = new long[0];
    private int[] bestRoom = new int[0];
    private boolean allBestLoadEqually = true;

    EveryAssignment(ReassignmentProblem problem) {
        this.problem = problem;
        bucket = new int[problem.orders()];
        room = new int[problem.buckets()];
        Arrays.setAll(room, problem::capacity);
        place(0);
    }

    /**
     * The best bucket of each order, -1 for none. Of equally good assignments the one that is earlier for the first in
     * line is met first.
     */
    int[] best() {
        return best;
    }

    /** Whether all assignments that are best in aims 0 to 3 leave equal room in every bucket. */
    boolean allBestLoadEqually() {
        return allBestLoadEqually;
    }

    private void place(int order) {
        if (order == bucket.length) {
            compare();
            return;
        }
        for (int b = problem.release(order); b < problem.buckets(); b++) {
            if (room[b] > 0) {
                room[b]--;
                bucket[order] = b;
                place(order + 1);
                room[b]++;
            }
        }
        bucket[order] = -1;
        place(order + 1);
    }

    private void compare() {
        PlainCheck.Aims aims = PlainCheck.aims(problem, bucket);
        long[] vector = {aims.unassignedWeight(), aims.weightedLateness(), aims.changes(), aims.drift()};
        int order = bestAims.length == 0 ? -1 : Arrays.compare(vector, bestAims);
        if (order < 0) {
            best = bucket.clone();
            bestAims = vector;
            bestRoom = room.clone();
            allBestLoadEqually = true;
        } else if (order == 0) {
            allBestLoadEqually &= Arrays.equals(room, bestRoom);
        }
    }
}
