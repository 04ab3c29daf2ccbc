package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Seeks the plan of least cost: first the program without whole numbers, then plans rounded from it, then the search
 * tree from the best of them, then the flows of the steps found, once more and exactly. So there is a plan from early
 * on, and a search that is ended keeps the best one.
 */
public final class PlanSearch {
    /** Shares of a step from which rounding takes it: from careful to bold. */
    private static final double[] ROUNDING = {0.999, 0.5, 0.1, 1e-6};

    private final Highs highs;

    public PlanSearch(Highs highs) {
        this.highs = highs;
    }

    /**
     * The plan of least cost.
     *
     * @param hints plans that may be good to start from; those that are not allowed are passed over
     */
    public Outcome leastCost(PlanningCase planningCase, List<Decisions> hints, PlanProgress progress) {
        return seek(new TimetableModel(planningCase, new TreeSet<>()), hints, progress);
    }

    /**
     * The plan with the fewest steps that start in another week than in a plan that is there; of these, the one of
     * least cost.
     */
    public Outcome fewestChanges(
            PlanningCase planningCase, Decisions keep, List<Decisions> hints, PlanProgress progress) {
        TimetableModel counting = new TimetableModel(planningCase, new TreeSet<>());
        new KeptPlan(counting, keep).makeChangesTheCost();
        try (Session session = highs.open(counting.program)) {
            Effort effort = new Effort(0, Integer.MAX_VALUE, planningCase.terms.work());
            Solution fewest = session.solve(
                    effort,
                    (_, _, _) -> progress.goOn(new Standing("counting changes", Standing.NO_PLAN, Long.MIN_VALUE)));
            if (!fewest.found()) {
                return fewest.ending() == Ending.IMPOSSIBLE ? new Outcome.Impossible() : new Outcome.Undecided();
            }
            TimetableModel model = new TimetableModel(planningCase, new TreeSet<>());
            new KeptPlan(model, keep).allow(Math.round(fewest.cost()));
            List<Decisions> more = new ArrayList<>(hints);
            more.add(keep);
            more.add(new Decisions(startsOf(counting, fewest.point()), List.of()));
            return seek(model, more, progress);
        }
    }

    private static List<Decisions.Start> startsOf(TimetableModel model, double[] point) {
        List<Decisions.Start> starts = new ArrayList<>();
        for (StepColumns columns : model.steps) {
            columns.start(point, 0.5).ifPresent(bucket -> starts.add(new Decisions.Start(columns.step.name(), bucket)));
        }
        return starts;
    }

    Outcome seek(TimetableModel model, List<Decisions> hints, PlanProgress progress) {
        Solution relaxed = highs.solve(model.program.relaxed(), Effort.UNLIMITED);
        if (relaxed.ending() == Ending.IMPOSSIBLE) {
            return new Outcome.Impossible();
        }
        if (!tell(progress, "rounding", model, Double.POSITIVE_INFINITY, relaxed.bound())) {
            return new Outcome.Undecided();
        }
        Optional<Solution> rounded = bestRounded(model, relaxed, hints);
        Solution found = search(model, rounded, progress);
        if (found.ending() == Ending.IMPOSSIBLE) {
            return new Outcome.Impossible();
        }
        double bound = Math.max(relaxed.bound(), found.bound());
        Optional<Solution> best = found.found() ? exact(model, starts(model, found.point(), 0.5)) : Optional.empty();
        if (best.isEmpty()
                || (rounded.isPresent() && rounded.get().cost() < best.get().cost())) {
            best = rounded;
        }
        return best.<Outcome>map(solution -> new Outcome.Found(new PlanReader(model).plan(solution, bound)))
                .orElse(new Outcome.Undecided());
    }

    private Optional<Solution> bestRounded(TimetableModel model, Solution relaxed, List<Decisions> hints) {
        List<Map<String, OptionalInt>> tries = new ArrayList<>();
        hints.forEach(hint -> tries.add(starts(model, hint)));
        for (double share : ROUNDING) {
            tries.add(starts(model, relaxed.point(), share));
        }
        return tries.stream()
                .distinct()
                .map(starts -> exact(model, starts))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Solution::cost));
    }

    private Solution search(TimetableModel model, Optional<Solution> rounded, PlanProgress progress) {
        try (Session session = highs.open(model.program)) {
            // The rounded plans are good already; searching the neighbourhood of each point finds little more, slowly.
            session.option("mip_heuristic_run_rins", false);
            session.option("mip_heuristic_run_rens", false);
            rounded.ifPresent(solution -> session.start(solution.point()));
            Effort effort =
                    new Effort(model.planningCase.terms.gap(), Integer.MAX_VALUE, model.planningCase.terms.work());
            Watch watch = (incumbent, bound, _) -> tell(progress, "searching", model, incumbent, bound);
            return session.solve(effort, watch);
        }
    }

    private static boolean tell(
            PlanProgress progress, String work, TimetableModel model, double incumbent, double bound) {
        double money = model.measures.money();
        long cost = Double.isInfinite(incumbent) ? Standing.NO_PLAN : Math.round(incumbent * money);
        return progress.goOn(new Standing(work, cost, Math.round(bound * money)));
    }

    /** The best flows for given starts; empty when these are not allowed. */
    Optional<Solution> exact(TimetableModel model, Map<String, OptionalInt> starts) {
        LinearProgram fixed = fixed(model, starts);
        Solution solution = highs.solve(fixed, Effort.UNLIMITED);
        return Optional.of(solution).filter(Solution::found);
    }

    /** The linear program that is left when every start is given. */
    static LinearProgram fixed(TimetableModel model, Map<String, OptionalInt> starts) {
        LinearProgram fixed = model.program.relaxed();
        for (StepColumns columns : model.steps) {
            columns.fix(fixed, starts.getOrDefault(columns.step.name(), OptionalInt.empty()));
        }
        return fixed;
    }

    static Map<String, OptionalInt> starts(TimetableModel model, double[] point, double share) {
        Map<String, OptionalInt> starts = new TreeMap<>();
        for (StepColumns columns : model.steps) {
            starts.put(columns.step.name(), columns.start(point, share));
        }
        return starts;
    }

    static Map<String, OptionalInt> starts(TimetableModel model, Decisions decisions) {
        Map<String, OptionalInt> starts = new TreeMap<>();
        for (StepColumns columns : model.steps) {
            starts.put(
                    columns.step.name(),
                    decisions.starts().stream()
                            .filter(start -> start.step().equals(columns.step.name()))
                            .mapToInt(Decisions.Start::bucket)
                            .filter(bucket -> bucket >= columns.from && bucket < columns.to)
                            .findFirst());
        }
        return starts;
    }
}
