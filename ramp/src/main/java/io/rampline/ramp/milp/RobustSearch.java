package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.milp.TimetableModel.Frame;
import io.rampline.ramp.plan.Future;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Seeks a plan that holds in several futures: all futures stand in one program, which has the columns of starts before
 * the gate once and all others for each future. The tail is the mean of the worst futures: with a threshold column h
 * and an excess column v for each future, {@code h + sum(weight v) / share} is least exactly where h is the value that
 * the worst share exceeds (Rockafellar and Uryasev 2000).
 */
public final class RobustSearch {
    /** Shares of a step from which rounding takes it. */
    private static final double[] ROUNDING = {0.999, 0.7, 0.5, 0.3, 0.1, 1e-6};

    private final Highs highs;

    public RobustSearch(Highs highs) {
        this.highs = highs;
    }

    /** All futures in one program. */
    static final class Joint {
        final LinearProgram program = new LinearProgram();
        final List<TimetableModel> models = new ArrayList<>();
        final double[] weight;
        final RobustTerms robust;

        Joint(List<PlanningCase> cases, double[] weight, RobustTerms robust) {
            this.robust = robust;
            this.weight = weight.clone();
            for (PlanningCase planningCase : cases) {
                Measures measures = models.isEmpty() ? Measures.of(planningCase) : models.getFirst().measures;
                TimetableModel together = models.isEmpty() ? null : models.getFirst();
                models.add(new TimetableModel(
                        planningCase,
                        new TreeSet<>(),
                        new Frame(program, measures, together, robust.gateBucket(), robust.lateMinor())));
            }
            addCosts();
        }

        private void addCosts() {
            double mean = 1 - robust.tailWeight();
            boolean tail = robust.tailWeight() > 0;
            int threshold =
                    tail ? program.column(robust.tailWeight(), -LinearProgram.INFINITY, LinearProgram.INFINITY) : -1;
            for (int f = 0; f < weight.length; f++) {
                TimetableModel model = models.get(f);
                model.cost.addCosts(program, mean * weight[f]);
                model.lateness.addCosts(program, mean * weight[f]);
                program.addOffset(mean * weight[f] * model.fixedCost());
                if (tail) {
                    double price = robust.tailWeight() * weight[f] / robust.tailShare();
                    int excess = program.column(price, 0, LinearProgram.INFINITY);
                    LinearProgram.Terms row =
                            new LinearProgram.Terms().add(excess, 1).add(threshold, 1);
                    row.addAll(model.cost, -1).addAll(model.lateness, -1);
                    program.row(model.fixedCost(), LinearProgram.INFINITY, row);
                }
            }
        }

        double costOf(int f, double[] point) {
            TimetableModel model = models.get(f);
            return model.fixedCost() + model.cost.at(point) + model.lateness.at(point);
        }

        double tail(double[] cost) {
            return RobustSearch.tail(cost, weight, robust);
        }
    }

    /** The mean of the worst futures, the last of them in part. */
    static double tail(double[] cost, double[] weight, RobustTerms robust) {
        List<Integer> worst = new ArrayList<>();
        for (int f = 0; f < cost.length; f++) {
            worst.add(f);
        }
        worst.sort(Comparator.comparingDouble(f -> -cost[f]));
        double left = robust.tailShare();
        double sum = 0;
        for (int f : worst) {
            double part = Math.min(left, weight[f]);
            sum += part * cost[f];
            left -= part;
        }
        return sum / robust.tailShare();
    }

    /**
     * The best plan; empty when steps alone break a restriction, or the work allowed was spent before one was found.
     */
    public Optional<RobustPlan> seek(
            Scenario scenario, OrderTable book, Terms terms, RobustTerms robust, PlanProgress progress) {
        List<PlanningCase> cases = robust.futures().stream()
                .map(future -> PlanningCase.of(future.in(scenario), book, terms))
                .toList();
        if (ManyFutures.suits(cases, robust)) {
            return new ManyFutures(highs, cases, robust).seek(progress);
        }
        Joint joint = new Joint(cases, weights(robust), robust);
        double money = joint.models.getFirst().measures.money();
        Solution relaxed = relaxed(joint.program.relaxed());
        if (!relaxed.found()) {
            return Optional.empty();
        }
        Optional<Solution> rounded = bestRounded(joint, relaxed);
        double reached = rounded.map(Solution::cost).orElse(Double.POSITIVE_INFINITY);
        boolean near = reached - relaxed.bound() <= terms.gap() * Math.abs(reached);
        boolean goesOn = progress.goOn(new Standing(
                "rounded",
                rounded.isPresent() ? Math.round(reached * money) : Standing.NO_PLAN,
                Math.round(relaxed.bound() * money)));
        if (near || !goesOn) {
            return rounded.map(solution -> read(joint, solution.point(), solution.cost(), relaxed.bound()));
        }
        Solution found = search(joint, rounded, terms, progress, money);
        double bound = Math.max(relaxed.bound(), found.bound());
        if (!found.found() || found.cost() > reached) {
            return rounded.map(solution -> read(joint, solution.point(), solution.cost(), bound));
        }
        return Optional.of(read(joint, found.point(), found.cost(), bound));
    }

    /** How likely each future is; they sum to 1. */
    static double[] weights(RobustTerms robust) {
        double all = robust.futures().stream().mapToDouble(Future::weight).sum();
        return robust.futures().stream()
                .mapToDouble(future -> future.weight() / all)
                .toArray();
    }

    private Solution relaxed(LinearProgram program) {
        try (Session session = highs.open(program)) {
            // Many blocks with little between them: the interior point method is several times faster here.
            session.option("solver", "ipm");
            return session.solve(Effort.UNLIMITED, (_, _, _) -> true);
        }
    }

    private Solution search(Joint joint, Optional<Solution> rounded, Terms terms, PlanProgress progress, double money) {
        try (Session session = highs.open(joint.program)) {
            session.option("mip_lp_solver", "ipm");
            session.option("mip_heuristic_run_rins", false);
            session.option("mip_heuristic_run_rens", false);
            rounded.ifPresent(solution -> session.start(solution.point()));
            return session.solve(
                    new Effort(terms.gap(), Integer.MAX_VALUE, terms.work()),
                    (incumbent, bound, _) -> progress.goOn(new Standing(
                            "searching",
                            Double.isInfinite(incumbent) ? Standing.NO_PLAN : Math.round(incumbent * money),
                            Math.round(bound * money))));
        }
    }

    private Optional<Solution> bestRounded(Joint joint, Solution relaxed) {
        double[] point = relaxed.point();
        Optional<Solution> best = Optional.empty();
        for (double share : ROUNDING) {
            LinearProgram fixed = joint.program.relaxed();
            for (TimetableModel model : joint.models) {
                for (StepColumns columns : model.steps) {
                    columns.fix(fixed, columns.start(point, share));
                }
            }
            Solution solution = relaxed(fixed);
            if (solution.ending() != Ending.IMPOSSIBLE
                    && solution.found()
                    && (best.isEmpty() || solution.cost() < best.get().cost())) {
                best = Optional.of(solution);
            }
        }
        return best;
    }

    private static RobustPlan read(Joint joint, double[] point, double reached, double bound) {
        double money = joint.models.getFirst().measures.money();
        List<RobustPlan.Branch> branches = new ArrayList<>();
        double[] cost = new double[joint.weight.length];
        double mean = 0;
        double holds = 0;
        for (int f = 0; f < cost.length; f++) {
            TimetableModel model = joint.models.get(f);
            cost[f] = joint.costOf(f, point);
            mean += joint.weight[f] * cost[f];
            double late = model.lateOrderWeeks(point);
            holds += late < 1 ? joint.weight[f] : 0;
            double own = cost[f] - model.lateness.at(point);
            branches.add(new RobustPlan.Branch(
                    joint.robust.futures().get(f),
                    new PlanReader(model).plan(point, own, own),
                    late,
                    Math.round(cost[f] * money)));
        }
        return new RobustPlan(
                now(joint, point),
                branches,
                Math.round(mean * money),
                Math.round(joint.tail(cost) * money),
                holds,
                Math.round(bound * money),
                Math.max(0, reached - bound) / Math.max(1e-9, Math.abs(reached)));
    }

    private static Decisions now(Joint joint, double[] point) {
        List<Decisions.Start> starts = new ArrayList<>();
        for (StepColumns columns : joint.models.getFirst().steps) {
            columns.start(point, 0.5).ifPresent(bucket -> {
                if (bucket < joint.robust.gateBucket()) {
                    starts.add(new Decisions.Start(columns.step.name(), bucket));
                }
            });
        }
        return new Decisions(starts, joint.models.getFirst().planningCase.opened);
    }
}
