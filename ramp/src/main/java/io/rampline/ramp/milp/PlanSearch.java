package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Seeks the plan of least cost: the {@link Tree}, then the flows of the steps found, once more and exactly. There is a
 * plan from early on, and a search that is ended keeps the best one.
 */
public final class PlanSearch {
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

    /**
     * The best plan with these starts of the steps to decide on; empty when they are not allowed.
     *
     * @param boundMinor proved before: no plan costs less
     */
    public Optional<Plan> withStarts(PlanningCase planningCase, Decisions decisions, long boundMinor) {
        TimetableModel model = new TimetableModel(planningCase, new TreeSet<>());
        return exact(model, starts(model, decisions))
                .map(solution -> new PlanReader(model).plan(solution, boundMinor / model.measures.money()));
    }

    Outcome seek(TimetableModel model, List<Decisions> hints, PlanProgress progress) {
        if (!progress.goOn(new Standing("rounding", Standing.NO_PLAN, Long.MIN_VALUE))) {
            return new Outcome.Undecided();
        }
        Terms terms = model.planningCase.terms;
        Effort effort = new Effort(terms.gap(), Integer.MAX_VALUE, terms.work());
        Watch watch = (incumbent, bound, _) -> tell(progress, "searching", model, incumbent, bound);
        try (Neighbours neighbours = new Neighbours(highs, model.program, model.steps);
                Tree tree = new Tree(
                        highs, model.program, model.steps, List.of(new Separation(model)), neighbours, effort, watch)) {
            double bound =
                    tree.search(hints.stream().map(hint -> starts(model, hint)).toList());
            if (Double.isInfinite(neighbours.cost())) {
                return bound == Double.POSITIVE_INFINITY ? new Outcome.Impossible() : new Outcome.Undecided();
            }
            return exact(model, neighbours.best())
                    .<Outcome>map(solution -> new Outcome.Found(new PlanReader(model).plan(solution, bound)))
                    .orElse(new Outcome.Undecided());
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
