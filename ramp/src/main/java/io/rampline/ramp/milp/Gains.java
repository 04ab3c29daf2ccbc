package io.rampline.ramp.milp;

import java.util.ArrayList;
import java.util.List;

/**
 * The choices of a program and what deciding them has lifted the bound by so far. A step has two: whether it starts at
 * all, and when.
 */
final class Gains {
    private static final double FRACTION_MIN = 1e-6;
    private static final double LEAST = 1e-6;

    private final List<int[]> choices = new ArrayList<>();
    private final List<double[]> lifted = new ArrayList<>();
    private final List<int[]> seen = new ArrayList<>();

    /**
     * A way to halve a node.
     *
     * @param share value of the column at the node
     */
    record Candidate(int choice, int column, double share) {
        double fraction() {
            return Math.min(share, 1 - share);
        }
    }

    /** The choices of these columns; each row of columns stands for one step, by week. */
    Gains(List<int[]> columns) {
        for (int[] ofOne : columns) {
            choices.add(ofOne);
            for (int i = 0; i < 2; i++) {
                lifted.add(new double[2]);
                seen.add(new int[2]);
            }
        }
    }

    /** What may be branched on at a point: nothing when all is whole. */
    List<Candidate> candidates(double[] point) {
        List<Candidate> all = new ArrayList<>();
        for (int k = 0; k < choices.size(); k++) {
            int[] columns = choices.get(k);
            int last = columns.length - 1;
            int middle = -1;
            for (int i = 0; i <= last; i++) {
                boolean nearer =
                        middle < 0 || Math.abs(point[columns[i]] - 0.5) < Math.abs(point[columns[middle]] - 0.5);
                middle = fractional(point[columns[i]]) && nearer ? i : middle;
            }
            if (last >= 0 && fractional(point[columns[last]])) {
                all.add(new Candidate(2 * k, columns[last], point[columns[last]]));
            }
            if (middle >= 0 && middle != last) {
                all.add(new Candidate(2 * k + 1, columns[middle], point[columns[middle]]));
            }
        }
        return all;
    }

    private static boolean fractional(double value) {
        return value > FRACTION_MIN && value < 1 - FRACTION_MIN;
    }

    boolean known(Candidate candidate) {
        int[] times = seen.get(candidate.choice());
        return times[0] > 0 && times[1] > 0;
    }

    void learn(Candidate candidate, boolean one, double lift) {
        int side = one ? 1 : 0;
        double way = one ? 1 - candidate.share() : candidate.share();
        lifted.get(candidate.choice())[side] += Math.max(0, lift) / Math.max(way, FRACTION_MIN);
        seen.get(candidate.choice())[side]++;
    }

    /** How good it looks: what both sides are expected to lift, multiplied. */
    double score(Candidate candidate) {
        double[] all = lifted.get(candidate.choice());
        int[] times = seen.get(candidate.choice());
        double down = times[0] == 0 ? LEAST : all[0] / times[0] * candidate.share();
        double up = times[1] == 0 ? LEAST : all[1] / times[1] * (1 - candidate.share());
        return score(down, up);
    }

    static double score(double down, double up) {
        return Math.max(LEAST, down) * Math.max(LEAST, up);
    }
}
