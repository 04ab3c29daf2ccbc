package io.rampline.simulation.ramp;

import io.rampline.simulation.futures.Draws;

/**
 * Where to look for climbs: standard normal at first; after a look around, mostly normal with the mean and covariance
 * of what was found, and here and there still where nothing was found. What is drawn is weighed by prior over proposal,
 * so that looking elsewhere changes how well the posterior is known and not the posterior.
 *
 * <p>Source: adaptive importance sampling, Oh and Berger, Journal of Statistical Computation and Simulation 41, 1992.
 */
final class Proposal {
    private static final int CAUSE = 0x5250_0000;

    /** Address of the choice between the two parts, and of whether a block comes at all. */
    private static final int CHOICE = 0x5250_8000;

    /** Address of what is drawn once, apart from all weeks; each look around has its own. */
    private static final int ONCE = -3;

    private static final double ELSEWHERE = 0.2;

    /** Wider than what was found, because few particles find too little. */
    private static final double WIDENED = 1.4;

    /** Added variance, of the 1 that each number had before. */
    private static final double RIDGE = 0.02;

    private final int round;
    private final double[] mean;
    private final double[][] root;

    private Proposal(int round, double[] mean, double[][] root) {
        this.round = round;
        this.mean = mean;
        this.root = root;
    }

    /** Before any look around. */
    static Proposal prior() {
        return new Proposal(0, new double[0], new double[0][]);
    }

    /** After a look around. */
    Proposal sharpened(Climbs[] found, int size) {
        double[] centre = new double[size];
        for (Climbs climbs : found) {
            for (int at = 0; at < size; at++) {
                centre[at] += climbs.number(at) / found.length;
            }
        }
        double[][] covariance = new double[size][size];
        for (Climbs climbs : found) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] +=
                            WIDENED * (climbs.number(a) - centre[a]) * (climbs.number(b) - centre[b]) / found.length;
                }
            }
        }
        for (int at = 0; at < size; at++) {
            covariance[at][at] += RIDGE;
        }
        return new Proposal(round + 1, centre, cholesky(covariance));
    }

    Climbs draw(Ground ground, Draws draws, int particle) {
        double[] row = new double[Climbs.size(ground)];
        for (int at = 0; at < row.length; at++) {
            draws.at(particle, CAUSE + at, ONCE - round);
            row[at] = draws.normal();
        }
        draws.at(particle, CHOICE, ONCE - round);
        if (round > 0 && draws.uniform() >= ELSEWHERE) {
            row = moved(row);
        }
        boolean[] present = new boolean[ground.blocks().size()];
        for (int b = 0; b < present.length; b++) {
            draws.at(particle, CHOICE + 1 + b, ONCE - round);
            present[b] = draws.uniform() < ground.blocks().get(b).chance();
        }
        return new Climbs(ground, present, row);
    }

    /** Logarithm of prior over proposal. */
    double logWeight(Climbs climbs, int size) {
        if (round == 0) {
            return 0;
        }
        double logPrior = 0;
        double[] away = new double[size];
        double logNear = 0;
        for (int a = 0; a < size; a++) {
            logPrior -= climbs.number(a) * climbs.number(a) / 2;
            double left = climbs.number(a) - mean[a];
            for (int b = 0; b < a; b++) {
                left -= root[a][b] * away[b];
            }
            away[a] = left / root[a][a];
            logNear -= away[a] * away[a] / 2 + StrictMath.log(root[a][a]);
        }
        double most = StrictMath.max(logPrior, logNear);
        double mixed = ELSEWHERE * StrictMath.exp(logPrior - most) + (1 - ELSEWHERE) * StrictMath.exp(logNear - most);
        return logPrior - most - StrictMath.log(mixed);
    }

    private double[] moved(double[] standard) {
        double[] row = mean.clone();
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b <= a; b++) {
                row[a] += root[a][b] * standard[b];
            }
        }
        return row;
    }

    private static double[][] cholesky(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double left = covariance[a][b];
                for (int c = 0; c < b; c++) {
                    left -= root[a][c] * root[b][c];
                }
                root[a][b] = a == b ? StrictMath.sqrt(left) : left / root[b][b];
            }
        }
        return root;
    }
}
