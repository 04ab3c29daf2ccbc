package io.rampline.ramp.milp;

import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Watch;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Betters starts one step at a time: sooner, later, not at all, or at last. Each try is the linear program that is
 * left, solved from the solution of the last one. Rounded starts are mostly too many; this finds which are not needed.
 */
final class Neighbours {
    private static final int[] SHIFTS = {1, -1, 3, -3, 8, -8, 20, -20};
    /** Rounds through all steps; the second one mostly finds little. */
    private static final int ROUNDS_MAX = 4;

    private static final double WORTH = 1e-6;

    private final Highs highs;
    private final LinearProgram program;
    private final List<StepColumns> steps;

    /** The neighbours of starts in a program. */
    Neighbours(Highs highs, LinearProgram program, List<StepColumns> steps) {
        this.highs = highs;
        this.program = program;
        this.steps = steps;
    }

    /** The best starts found from the best of those given. */
    Map<String, OptionalInt> better(List<Map<String, OptionalInt>> tries) {
        try (Session session = highs.open(program.relaxed())) {
            Map<String, OptionalInt> best = new TreeMap<>(tries.getFirst());
            double cost = Double.POSITIVE_INFINITY;
            for (Map<String, OptionalInt> starts : tries) {
                double its = cost(session, starts);
                if (its < cost) {
                    cost = its;
                    best = new TreeMap<>(starts);
                }
            }
            for (int round = 0; round < ROUNDS_MAX && Double.isFinite(cost); round++) {
                double before = cost;
                for (StepColumns columns : steps) {
                    cost = better(session, columns, best, cost);
                }
                if (cost > before - WORTH * Math.abs(before)) {
                    break;
                }
            }
            return best;
        }
    }

    /** Moves one step for as long as that helps. */
    private double better(Session session, StepColumns columns, Map<String, OptionalInt> best, double cost) {
        String step = columns.step.name();
        double least = cost;
        OptionalInt start = best.getOrDefault(step, OptionalInt.empty());
        int at = start.orElse((columns.from + columns.to) / 2);
        if (start.isPresent()) {
            least = attempt(session, step, OptionalInt.empty(), best, least);
        } else {
            least = attempt(session, step, OptionalInt.of(columns.from), best, least);
            least = attempt(session, step, OptionalInt.of(at), best, least);
        }
        for (int shift : SHIFTS) {
            int to = best.getOrDefault(step, OptionalInt.empty()).orElse(-1) + shift;
            while (best.getOrDefault(step, OptionalInt.empty()).isPresent() && to >= columns.from && to < columns.to) {
                double before = least;
                least = attempt(session, step, OptionalInt.of(to), best, least);
                if (least >= before) {
                    break;
                }
                to += shift;
            }
        }
        return least;
    }

    private double attempt(
            Session session, String step, OptionalInt start, Map<String, OptionalInt> best, double least) {
        OptionalInt was = best.getOrDefault(step, OptionalInt.empty());
        best.put(step, start);
        double cost = cost(session, best);
        if (cost < least - WORTH * Math.abs(least)) {
            return cost;
        }
        best.put(step, was);
        return least;
    }

    private double cost(Session session, Map<String, OptionalInt> starts) {
        for (StepColumns columns : steps) {
            columns.fix(session, starts.getOrDefault(columns.step.name(), OptionalInt.empty()));
        }
        Solution solution = session.solve(Effort.UNLIMITED, Watch.NOBODY);
        return solution.found() ? solution.cost() : Double.POSITIVE_INFINITY;
    }
}
