package io.rampline.ramp.milp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Seeks the references and the rounding of a span with which its cut is broken most at a point: from starts by which so
 * much of each step is there, one reference after the other is changed for as long as that helps.
 */
final class CoverSearch {
    private static final double[] SHARES = {2, 0.999, 0.7, 0.4, 0.1};
    private static final int ROUNDS_MAX = 4;
    private static final double BETTER = 1e-7;
    private static final double GRAIN_MIN = 1e-2;

    private final Separation separation;
    private final Bottleneck.Span span;
    private final Support support;
    private final int steps;
    /** What each step gives by the places of the support; nothing at the last. */
    private final double[][] gives;

    private final double late;
    private final double[] never;
    private final double[] room;
    private Rounding rounding = new Rounding(0, 1);
    private double needed;
    private double mostBroken = Double.NEGATIVE_INFINITY;
    private int[] best = new int[0];
    private double bestGrain;

    CoverSearch(Separation separation, Bottleneck.Span span, Support support, double late) {
        this.separation = separation;
        this.span = span;
        this.support = support;
        this.late = late;
        this.steps = support.starts().length;
        this.never = new double[steps];
        this.room = new double[steps];
        this.gives = new double[steps][];
        for (int k = 0; k < steps; k++) {
            int[] starts = support.starts()[k];
            gives[k] = new double[starts.length + 1];
            for (int i = 0; i < starts.length; i++) {
                gives[k][i] = span.gain(k, starts[i]);
            }
        }
    }

    /** How far what the point has is above what is needed, as a share of it. */
    double slack() {
        double there = late;
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < gives[k].length - 1; i++) {
                there += support.shares()[k][i] * gives[k][i];
            }
        }
        return there / span.required() - 1;
    }

    CoverCut cut() {
        for (double share : SHARES) {
            climb(references(share), Double.POSITIVE_INFINITY);
        }
        for (int[] from : best.length == 0 ? new int[][] {references(2)} : new int[][] {best.clone(), references(2)}) {
            double grain = bestGrain(from);
            if (grain > 0) {
                climb(from, grain);
            }
        }
        if (best.length == 0) {
            best = references(2);
            bestGrain = Double.POSITIVE_INFINITY;
        }
        int[] references = new int[steps];
        for (int k = 0; k < steps; k++) {
            int[] starts = support.starts()[k];
            references[k] = best[k] == starts.length ? CoverCut.NEVER : starts[best[k]];
        }
        Rounding found = new Rounding(missing(best), bestGrain);
        return new CoverCut(span, references, found, mostBroken, separation.steps(), separation.precedence());
    }

    private int[] references(double share) {
        return IntStream.range(0, steps).map(k -> support.at(k, share)).toArray();
    }

    /** The grain, among all differences of what steps give, with which the cut is broken most. */
    private double bestGrain(int[] references) {
        double[] grains = IntStream.range(0, steps)
                .boxed()
                .flatMapToDouble(k -> Arrays.stream(gives[k]).map(a -> Math.abs(a - gives[k][references[k]])))
                .filter(grain -> grain > GRAIN_MIN)
                .distinct()
                .sorted()
                .toArray();
        double chosen = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (double grain : grains) {
            double broken = broken(references, grain);
            if (broken > most) {
                most = broken;
                chosen = grain;
            }
        }
        return chosen;
    }

    private void climb(int[] references, double grain) {
        double most = broken(references, grain);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            double before = most;
            for (int k = 0; k < steps; k++) {
                most = climb(references, grain, k, most);
            }
            if (most <= before + BETTER) {
                break;
            }
        }
        if (most > mostBroken + BETTER) {
            mostBroken = most;
            best = references.clone();
            bestGrain = grain;
        }
    }

    private double climb(int[] references, double grain, int step, double reached) {
        double most = reached;
        int was = references[step];
        int chosen = was;
        for (int i = 0; i < gives[step].length; i++) {
            references[step] = i;
            double broken = i == was ? reached : broken(references, grain);
            if (broken > most + BETTER) {
                most = broken;
                chosen = i;
            }
        }
        references[step] = chosen;
        return most;
    }

    private double missing(int[] references) {
        double missing = span.required();
        for (int k = 0; k < steps; k++) {
            missing -= gives[k][references[k]];
        }
        return missing;
    }

    /** The same account as {@link CoverCut}, for the starts of the support only. */
    private double broken(int[] references, double grain) {
        rounding = new Rounding(missing(references), grain);
        if (!rounding.usable()) {
            return Double.NEGATIVE_INFINITY;
        }
        needed = rounding.needed();
        for (int k = 0; k < steps; k++) {
            never[k] = rounding.counted(-gives[k][references[k]]);
            needed -= never[k];
        }
        if (needed < BETTER) {
            return Double.NEGATIVE_INFINITY;
        }
        double there = late * rounding.ofParts();
        for (int k : separation.precedence().order()) {
            double base = gives[k][references[k]];
            for (int i = 0; i < gives[k].length - 1; i++) {
                double counted = rounding.counted(gives[k][i] - base) - never[k];
                if (counted > 0) {
                    int week = separation.steps().get(k).from + support.starts()[k][i];
                    there += support.shares()[k][i] * Math.min(counted, roomBeside(k, week, references));
                }
            }
            room[k] = roomBeside(k, separation.precedence().earliest(k), references);
        }
        return 1 - there / needed;
    }

    /** What is needed beside the steps that must have started for this one to start in a week. */
    private double roomBeside(int k, int week, int[] references) {
        double least = needed;
        for (Precedence.Before before : separation.precedence().before(k)) {
            int p = before.step();
            StepColumns other = separation.steps().get(p);
            int by = Math.min(week - before.gapWeeks(), other.to - 1) - other.from;
            double counted = by < 0
                    ? needed
                    : Math.min(room[p], rounding.counted(span.gain(p, by) - gives[p][references[p]]) - never[p]);
            least = Math.min(least, Math.max(0, needed - counted));
        }
        return least;
    }
}
