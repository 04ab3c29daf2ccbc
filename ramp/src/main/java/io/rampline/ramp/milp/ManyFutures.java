package io.rampline.ramp.milp;

import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.milp.RobustSearch.Joint;
import io.rampline.ramp.milp.TimetableModel.Frame;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seeks one set of starts for so many futures that they do not fit into one program.
 *
 * <p>Orders stand in the program in bounds and constants only, so what given starts cost is a convex function of the
 * orders: a mean of futures never costs more than they do in the mean (Jensen), and that holds for the mean of the
 * worst, too. So the futures are put into a few clusters; the program of the clusters' means gives a lower bound and
 * starts to try; what these cost is then found in every future by itself, exactly. The clusters whose mean tells least
 * about their members are split, and again. With every future by itself the bound is exact, so it ends; mostly much
 * sooner. Where the program without whole numbers and rounded starts are near enough, no tree is searched.
 *
 * <p>It needs starts that are the same in all futures: whole numbers that follow the future are not convex. Adaptive
 * partitions: Song and Luedtke, SIAM Journal on Optimization 25 (2015), recalled.
 */
final class ManyFutures {
    /** From so many on; fewer stand in one program. */
    private static final int MANY = 20;
    /** Part of the gap asked for that the search tree may leave; the rest is for the clusters. */
    private static final double TREE_SHARE = 0.5;

    private static final int SPLITS = 2;
    private static final double ROUNDING_ERROR = 1e-7;

    private final Highs highs;
    private final PlanSearch search;
    private final RobustTerms robust;
    private final double[] weight;
    private final List<TimetableModel> models = new ArrayList<>();
    private final Clusters clusters;
    private final double gap;
    private final double money;
    private @Nullable Tried best;
    private double bound = Double.NEGATIVE_INFINITY;

    /** Starts that were tried in every future. */
    private static final class Tried {
        final Map<String, OptionalInt> starts;
        final double[] costs;
        final double value;

        Tried(Map<String, OptionalInt> starts, double[] costs, double value) {
            this.starts = starts;
            this.costs = costs;
            this.value = value;
        }
    }

    /** Whether there are many futures and one set of starts, for the same customers in all. */
    static boolean suits(List<PlanningCase> cases, RobustTerms robust) {
        PlanningCase any = cases.getFirst();
        return cases.size() >= MANY
                && robust.gateBucket() >= any.weeks
                && cases.stream().allMatch(one -> names(one).equals(names(any)));
    }

    private static List<String> names(PlanningCase one) {
        return one.customers.stream().map(group -> group.name).toList();
    }

    ManyFutures(Highs highs, List<PlanningCase> cases, RobustTerms robust) {
        this.highs = highs;
        this.search = new PlanSearch(highs);
        this.robust = robust;
        this.weight = RobustSearch.weights(robust);
        this.clusters = new Clusters(cases, weight);
        this.gap = cases.getFirst().terms.gap();
        Measures measures = Measures.of(cases.getFirst());
        this.money = measures.money();
        cases.forEach(one -> models.add(alone(one, measures)));
    }

    private TimetableModel alone(PlanningCase planningCase, Measures measures) {
        LinearProgram program = new LinearProgram();
        TimetableModel model = new TimetableModel(
                planningCase, new TreeSet<>(), new Frame(program, measures, null, 0, robust.lateMinor()));
        model.cost.addCosts(program, 1);
        model.lateness.addCosts(program, 1);
        program.addOffset(model.fixedCost());
        return model;
    }

    /** The best plan; empty when steps alone break a restriction, or the work was spent before one was found. */
    Optional<RobustPlan> seek(PlanProgress progress) {
        while (true) {
            List<int[]> list = clusters.list();
            Joint joint = new Joint(
                    list.stream().map(clusters::mean).toList(),
                    list.stream().mapToDouble(clusters::weight).toArray(),
                    robust);
            boolean whole = list.size() == models.size();
            if (!improve(joint, progress, list.size() + " of " + models.size() + " futures")) {
                return plan();
            }
            Tried tried = best;
            if (tried == null || whole) {
                return plan();
            }
            refine(list, tried);
        }
    }

    /** Lifts the bound and tries starts; false when that was enough, or no more can be done. */
    private boolean improve(Joint joint, PlanProgress progress, String work) {
        TimetableModel any = joint.models.getFirst();
        boolean[] stopped = {false};
        Watch watch = (_, reached, _) -> {
            bound = Math.max(bound, Math.min(reached, best == null ? reached : best.value));
            stopped[0] |= !tell(progress, "searching " + work);
            return !stopped[0] && !enough();
        };
        Effort effort = new Effort(gap * TREE_SHARE, Integer.MAX_VALUE, any.planningCase.terms.work());
        List<Separation> separations =
                joint.models.stream().map(Separation::new).toList();
        try (Neighbours neighbours = new Neighbours(highs, joint.program, any.steps);
                Tree tree = new Tree(highs, joint.program, any.steps, separations, neighbours, effort, watch)) {
            List<Map<String, OptionalInt>> hints = best == null ? List.of() : List.of(best.starts);
            if (tree.root(hints).ending() != Ending.BEST) {
                return false;
            }
            neighbours.better(Long.MAX_VALUE);
            attempt(neighbours);
            if (stopped[0] || enough() || !tell(progress, "rounded " + work)) {
                return false;
            }
            if (clustersTellTooLittle(joint)) {
                return true;
            }
            bound = Math.max(bound, tree.goDown());
            attempt(neighbours);
            return !stopped[0] && !enough() && tell(progress, work);
        }
    }

    private void attempt(Neighbours neighbours) {
        if (Double.isFinite(neighbours.cost())) {
            attempt(neighbours.best());
        }
    }

    /** Whether the clusters' means cost so much less than the futures that no tree over them would do. */
    private boolean clustersTellTooLittle(Joint joint) {
        if (best == null || joint.models.size() == models.size()) {
            return false;
        }
        Solution inMeans = relaxed(fixed(joint.program, joint.models.getFirst(), best.starts));
        return inMeans.found() && best.value - inMeans.cost() > gap * TREE_SHARE * Math.abs(best.value);
    }

    private Solution relaxed(LinearProgram program) {
        try (Session session = highs.open(program)) {
            session.option("solver", "ipm");
            return session.solve(Effort.UNLIMITED, (_, _, _) -> true);
        }
    }

    private static LinearProgram fixed(LinearProgram program, TimetableModel any, Map<String, OptionalInt> starts) {
        LinearProgram fixed = program.relaxed();
        for (StepColumns columns : any.steps) {
            columns.fix(fixed, starts.getOrDefault(columns.step.name(), OptionalInt.empty()));
        }
        return fixed;
    }

    /** Finds what starts cost in each future, and keeps them when they are the best so far. */
    private void attempt(Map<String, OptionalInt> starts) {
        if (best != null && best.starts.equals(starts)) {
            return;
        }
        double[] costs = models.stream()
                .mapToDouble(
                        model -> search.exact(model, starts).map(Solution::cost).orElse(Double.POSITIVE_INFINITY))
                .toArray();
        double value = value(costs);
        if (best == null || value < best.value) {
            best = new Tried(starts, costs, value);
        }
    }

    private double value(double[] costs) {
        return (1 - robust.tailWeight()) * mean(costs) + robust.tailWeight() * RobustSearch.tail(costs, weight, robust);
    }

    private double mean(double[] costs) {
        return IntStream.range(0, costs.length)
                .mapToDouble(s -> weight[s] * costs[s])
                .sum();
    }

    private boolean enough() {
        return best != null && best.value - bound <= Math.max(gap, ROUNDING_ERROR) * Math.abs(best.value);
    }

    private boolean tell(PlanProgress progress, String work) {
        long cost = best == null ? Standing.NO_PLAN : Math.round(best.value * money);
        return progress.goOn(new Standing(work, cost, Math.round(bound * money)));
    }

    private void refine(List<int[]> list, Tried tried) {
        Measures measures = models.getFirst().measures;
        double[] missed = new double[list.size()];
        for (int k = 0; k < missed.length; k++) {
            int[] members = list.get(k);
            double inMean = members.length == 1
                    ? 0
                    : search.exact(alone(clusters.mean(members), measures), tried.starts)
                            .map(Solution::cost)
                            .orElse(0.0);
            double ofMembers = Arrays.stream(members)
                    .mapToDouble(s -> weight[s] * tried.costs[s])
                    .sum();
            missed[k] = members.length == 1 ? -1 : Math.max(0, ofMembers - clusters.weight(members) * inMean);
        }
        IntStream.range(0, missed.length)
                .boxed()
                .filter(k -> missed[k] >= 0)
                .sorted(Comparator.comparingDouble(k -> -missed[k]))
                .limit(SPLITS)
                .forEach(k -> clusters.split(list.get(k), tried.costs));
    }

    private Optional<RobustPlan> plan() {
        if (best == null || Double.isInfinite(best.value)) {
            return Optional.empty();
        }
        List<RobustPlan.Branch> branches = new ArrayList<>();
        double holds = 0;
        for (int f = 0; f < models.size(); f++) {
            TimetableModel model = models.get(f);
            Solution solution = search.exact(model, best.starts).orElseThrow();
            double late = model.lateOrderWeeks(solution.point());
            double own = solution.cost() - model.lateness.at(solution.point());
            holds += late < 1 ? weight[f] : 0;
            branches.add(new RobustPlan.Branch(
                    robust.futures().get(f),
                    new PlanReader(model).plan(solution.point(), own, own),
                    late,
                    Math.round(solution.cost() * money)));
        }
        double least = Math.min(bound, best.value);
        return Optional.of(new RobustPlan(
                branches.getFirst().plan().decisions(),
                branches,
                Math.round(mean(best.costs) * money),
                Math.round(RobustSearch.tail(best.costs, weight, robust) * money),
                holds,
                Math.round(least * money),
                (best.value - least) / Math.max(1e-9, Math.abs(best.value))));
    }
}
