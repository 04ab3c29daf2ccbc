package io.rampline.ramp.milp;

import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Watch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries starts, and betters the best of them one step at a time: sooner, later, not at all, or at last. Each try is the
 * linear program that is left, solved from the solution of the last one, and given up as soon as it is known to cost
 * more than the best so far.
 */
final class Neighbours implements AutoCloseable {
    private static final int[] SHIFTS = {1, -1, 3, -3, 8, -8, 20, -20};
    private static final double WORTH = 1e-6;

    private final Session session;
    private final List<StepColumns> steps;
    private final Set<Map<String, OptionalInt>> tried = new LinkedHashSet<>();

    private Map<String, OptionalInt> best = new TreeMap<>();
    /** The step that is moved next. */
    private int next;

    private double cost = Double.POSITIVE_INFINITY;

    /** The neighbours of starts in a program. */
    Neighbours(Highs highs, LinearProgram program, List<StepColumns> steps) {
        this.session = highs.open(program.relaxed());
        this.steps = steps;
    }

    /** Cost of the best starts so far; infinite before the first that are allowed. */
    double cost() {
        return cost;
    }

    /** The best starts so far. */
    Map<String, OptionalInt> best() {
        return best;
    }

    long iterations() {
        return session.iterations();
    }

    /** Tries starts, unless they have been tried; whether they are the best so far. */
    boolean attempt(Map<String, OptionalInt> starts) {
        if (!tried.add(new TreeMap<>(starts))) {
            return false;
        }
        for (StepColumns columns : steps) {
            columns.fix(session, starts.getOrDefault(columns.step.name(), OptionalInt.empty()));
        }
        boolean any = Double.isFinite(cost);
        double most = any ? cost - WORTH * Math.abs(cost) : Double.POSITIVE_INFINITY;
        session.costMax(most);
        Solution solution = session.solve(Effort.UNLIMITED, Watch.NOBODY);
        if (solution.ending() != Solution.Ending.BEST || solution.cost() >= most) {
            return false;
        }
        cost = solution.cost();
        best = new TreeMap<>(starts);
        return true;
    }

    /** Betters the best starts, step after step, until none helps or the iterations are spent. */
    void better(long iterationsMax) {
        long spent = session.iterations();
        int barren = 0;
        while (Double.isFinite(cost) && barren < steps.size() && session.iterations() - spent < iterationsMax) {
            double before = cost;
            better(steps.get(next));
            next = (next + 1) % steps.size();
            barren = cost < before ? 0 : barren + 1;
        }
    }

    /** Moves one step for as long as that helps. */
    private void better(StepColumns columns) {
        String step = columns.step.name();
        if (start(step).isPresent()) {
            attempt(step, OptionalInt.empty());
        } else {
            attempt(step, OptionalInt.of(columns.from));
            attempt(step, OptionalInt.of((columns.from + columns.to) / 2));
        }
        for (int shift : SHIFTS) {
            boolean helps = true;
            while (helps && start(step).isPresent()) {
                int to = start(step).getAsInt() + shift;
                helps = to >= columns.from && to < columns.to && attempt(step, OptionalInt.of(to));
            }
        }
    }

    private OptionalInt start(String step) {
        return best.getOrDefault(step, OptionalInt.empty());
    }

    private boolean attempt(String step, OptionalInt start) {
        Map<String, OptionalInt> starts = new TreeMap<>(best);
        starts.put(step, start);
        return attempt(starts);
    }

    @Override
    public void close() {
        session.close();
    }
}
