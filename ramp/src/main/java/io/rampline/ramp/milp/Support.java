package io.rampline.ramp.milp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The starts of which a point takes a share. */
final class Support {
    private static final double NOTHING = 1e-6;

    private final int[][] starts;
    private final double[][] shares;

    private Support(int[][] starts, double[][] shares) {
        this.starts = starts;
        this.shares = shares;
    }

    /** For each step the distances of these starts from the first it can have. */
    int[][] starts() {
        return starts;
    }

    /** For each step the shares of these starts, and last the share of no start. */
    double[][] shares() {
        return shares;
    }

    static Support of(List<StepColumns> steps, double[] point) {
        int[][] starts = new int[steps.size()][];
        double[][] shares = new double[steps.size()][];
        for (int k = 0; k < starts.length; k++) {
            double[] all = steps.get(k).shares(point);
            starts[k] =
                    IntStream.range(0, all.length).filter(i -> all[i] > NOTHING).toArray();
            int count = starts[k].length;
            shares[k] = new double[count + 1];
            for (int i = 0; i < count; i++) {
                shares[k][i] = all[starts[k][i]];
            }
            shares[k][count] = Math.max(0, 1 - Arrays.stream(shares[k]).sum());
        }
        return new Support(starts, shares);
    }

    /** The place of the start by which so much of a step has started; that of no start when it never has. */
    int at(int step, double share) {
        double sum = 0;
        int never = shares[step].length - 1;
        for (int i = 0; i < never; i++) {
            sum += shares[step][i];
            if (sum >= share) {
                return i;
            }
        }
        return never;
    }
}
