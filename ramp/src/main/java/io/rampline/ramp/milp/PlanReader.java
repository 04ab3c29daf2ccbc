package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Route;
import io.rampline.factory.Step;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.plan.Amounts;
import io.rampline.ramp.plan.Costs;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a point of the program into a plan in units and money. */
final class PlanReader {
    /** Flows are told to a thousandth of a unit: finer digits are the solver's. */
    private static final double GRAIN = 1000;

    private final TimetableModel model;
    private final PlanningCase planningCase;

    PlanReader(TimetableModel model) {
        this.model = model;
        this.planningCase = model.planningCase;
    }

    Plan plan(Solution solution, double bound) {
        return plan(solution.point(), solution.cost(), bound);
    }

    /** The plan at a point of a program that several may share. */
    Plan plan(double[] point, double cost, double bound) {
        List<Start> starts = new ArrayList<>();
        planningCase.decided.forEach((step, bucket) -> starts.add(new Start(step, bucket)));
        for (StepColumns columns : model.steps) {
            columns.start(point, 0.5).ifPresent(bucket -> starts.add(new Start(columns.step.name(), bucket)));
        }
        Decisions decisions = new Decisions(starts, planningCase.opened);
        List<StepRow> rows = decisions.starts().stream().map(this::row).toList();
        List<GroupFlow> flows = new ArrayList<>();
        for (int g = 0; g < planningCase.customers.size(); g++) {
            flows.add(flow(g, point));
        }
        double least = Math.min(bound, cost);
        double gap = (cost - least) / Math.max(1e-9, Math.abs(cost));
        return new Plan(
                planningCase.terms,
                decisions,
                rows,
                costs(rows, flows, cost),
                Math.round(least * model.measures.money()),
                gap < 1e-9 ? 0 : gap,
                flows);
    }

    private StepRow row(Start start) {
        Step step = planningCase.step(start.step());
        int effective = step.effectiveBucket(start.bucket());
        int weeks = Math.max(0, planningCase.weeks - Math.max(0, effective));
        return new StepRow(
                step.name(),
                start.bucket(),
                effective,
                step.costMinor(),
                Math.multiplyExact(step.runningCostMinorPerWeek(), weeks),
                planningCase.decided.containsKey(step.name()));
    }

    private Costs costs(List<StepRow> rows, List<GroupFlow> flows, double cost) {
        long oneOff = rows.stream().mapToLong(StepRow::costMinor).sum();
        for (Opened opening : planningCase.opened) {
            oneOff += planningCase.openingCostMinor(opening);
        }
        double waiting = 0;
        double lost = 0;
        for (int g = 0; g < flows.size(); g++) {
            Customers group = planningCase.customers.get(g);
            for (int t = planningCase.first; t < planningCase.weeks; t++) {
                double backlog = flows.get(g).backlog().get(t);
                waiting += group.waitCostMinor * backlog;
                lost += group.marginMinor * group.leaving * backlog;
            }
        }
        return new Costs(
                oneOff,
                rows.stream().mapToLong(StepRow::runningCostMinor).sum(),
                Math.round(waiting),
                Math.round(lost),
                Math.round(cost * model.measures.money()));
    }

    private GroupFlow flow(int g, double[] point) {
        Customers group = planningCase.customers.get(g);
        double[] survival = group.survival(planningCase.first);
        double[] ordered = group.ordered(survival);
        double[] backlog = new double[planningCase.weeks];
        for (int t = 0; t < backlog.length; t++) {
            double built = point[model.builtSoFar[g][t]] * model.measures.units();
            backlog[t] = round((ordered[t] - built) * survival[t]);
        }
        SortedMap<String, Amounts> builds = new TreeMap<>();
        for (int r = 0; r < group.routes.size(); r++) {
            Route route = group.routes.get(r);
            double[] units = new double[planningCase.weeks];
            for (int t = 0; t < units.length; t++) {
                int column = model.builds[g][r][t];
                units[t] = column < 0 ? 0 : round(point[column] * model.measures.units());
            }
            builds.put(route.line(), Amounts.of(units));
        }
        return new GroupFlow(
                group.name,
                group.configurations,
                group.wait,
                group.transitWeeks,
                group.opening,
                Amounts.of(group.orders),
                builds,
                Amounts.of(backlog));
    }

    private static double round(double units) {
        // Adding zero turns a negative zero into a plain one.
        return Math.rint(units * GRAIN) / GRAIN + 0.0;
    }
}
