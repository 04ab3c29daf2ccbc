package io.rampline.ramp.milp;

import io.rampline.factory.Step;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.highs.Session;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The choice of one step's start: for each week it may start in a column that is 1 when it has started by then. Columns
 * never fall from week to week. Compared with one column for "starts in week t", rows are short (a ramp touches only
 * the weeks of the ramp) and branching halves the weeks left.
 */
final class StepColumns {
    final Step step;
    /** First week it may start in. */
    final int from;
    /** Week behind the last one; {@code from} or less when there is none. */
    final int to;

    private final int[] startedBy;

    /**
     * The choice of a step, with columns of its own for each week.
     *
     * @param together the choice with which it is made together for weeks before the gate; null for none
     */
    StepColumns(LinearProgram program, Step step, int from, int to, @Nullable StepColumns together, int gate) {
        this.step = step;
        this.from = from;
        this.to = Math.max(from, to);
        this.startedBy = new int[this.to - from];
        for (int i = 0; i < startedBy.length; i++) {
            if (together != null && from + i < gate) {
                startedBy[i] = together.startedBy[i];
                continue;
            }
            startedBy[i] = program.binary(0, 0, 1);
            if (i > 0) {
                program.row(0, 1, new Terms().add(startedBy[i], 1).add(startedBy[i - 1], -1));
            }
        }
    }

    /** Whether it can start at all. */
    boolean open() {
        return startedBy.length > 0;
    }

    /** Adds {@code share} times "has started by that week"; nothing for a week before the first. */
    void addStartedBy(int week, double share, Terms terms) {
        if (open() && week >= from) {
            terms.add(startedBy[Math.min(week, to - 1) - from], share);
        }
    }

    /** Adds what a start in each week brings. */
    void add(IntToDoubleFunction bringsWhenStartedIn, Terms terms) {
        for (int i = 0; i < startedBy.length; i++) {
            terms.add(startedBy[i], difference(bringsWhenStartedIn, i));
        }
    }

    /** A start in week s is "by s" less "by s - 1", so "by s" counts with the value of s less that of s + 1. */
    private double difference(IntToDoubleFunction value, int i) {
        double next = i + 1 < startedBy.length ? value.applyAsDouble(from + i + 1) : 0;
        return value.applyAsDouble(from + i) - next;
    }

    /** Fixes the start; empty for none. */
    void fix(LinearProgram program, OptionalInt start) {
        for (int i = 0; i < startedBy.length; i++) {
            double started = start.isPresent() && from + i >= start.getAsInt() ? 1 : 0;
            program.setBounds(startedBy[i], started, started);
        }
    }

    /** Fixes the start in a program that is being solved; empty for none. */
    void fix(Session session, OptionalInt start) {
        for (int i = 0; i < startedBy.length; i++) {
            double started = start.isPresent() && from + i >= start.getAsInt() ? 1 : 0;
            session.changeBounds(startedBy[i], started, started);
        }
    }

    /** Its columns, by week. */
    int[] columns() {
        return startedBy.clone();
    }

    /** Share of the step that starts in each week it may start in, by distance from the first. */
    double[] shares(double[] point) {
        double[] shares = new double[startedBy.length];
        double before = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(0, point[startedBy[i]] - before);
            before = Math.max(before, point[startedBy[i]]);
        }
        return shares;
    }

    /** The first week with at least {@code share} of it started; empty for none. */
    OptionalInt start(double[] point, double share) {
        for (int i = 0; i < startedBy.length; i++) {
            if (point[startedBy[i]] >= share) {
                return OptionalInt.of(from + i);
            }
        }
        return OptionalInt.empty();
    }
}
