package io.rampline.simulation.flowline;

import java.util.Arrays;

/**
 * Which timer rings next: a tournament over a fixed number of timers. Setting one replays the matches between its leaf
 * and the root, O(log n), and makes no object; a heap would compare twice as often. Of timers that ring at the same
 * moment the one with the lower number comes first.
 */
final class Calendar {
    private final int leaves;
    private final double[] seconds;
    private final int[] winners;

    Calendar(int timers) {
        leaves = Math.max(2, Integer.highestOneBit(Math.max(1, timers - 1)) << 1);
        seconds = new double[leaves];
        winners = new int[leaves];
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        for (int node = leaves - 1; node >= 1; node--) {
            winners[node] = node >= leaves / 2 ? 2 * node - leaves : winners[2 * node];
        }
    }

    /** Sets a timer; infinity stops it. */
    void set(int timer, double at) {
        seconds[timer] = at;
        int left = timer & ~1;
        int best = seconds[left + 1] < seconds[left] ? left + 1 : left;
        int node = (leaves + timer) >> 1;
        winners[node] = best;
        for (node >>= 1; node >= 1; node >>= 1) {
            int first = winners[2 * node];
            int second = winners[2 * node + 1];
            winners[node] = seconds[second] < seconds[first] ? second : first;
        }
    }

    int next() {
        return winners[1];
    }

    double at(int timer) {
        return seconds[timer];
    }
}
