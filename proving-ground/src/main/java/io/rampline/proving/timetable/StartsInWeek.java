package io.rampline.proving.timetable;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import io.rampline.factory.Budget;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Payment;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.StepGain;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.plan.Amounts;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/**
 * The formulation that comes to mind first, written once more from the scenario: a column for "step k starts in week
 * t", a backlog for each group and week, and "what waits now is built within so many weeks" as a row. Same choices,
 * same costs as the program of {@code ramp}. What no {@link GrowingFactory} has is left out: cash, choices of one,
 * openings, steps decided before.
 */
final class StartsInWeek {
    private static final double WEEKS_PER_YEAR = 365.25 / 7;

    private final Scenario scenario;
    private final Plan like;
    private final SortedMap<String, Integer> margins;
    private final Network network;
    private final int weeks;
    private final double units = 100;
    private final double money = 1e7;

    private final MPSolver solver;
    /** By step and week. */
    private final List<MPVariable[]> starts = new ArrayList<>();

    private final List<MPVariable[]> backlogs = new ArrayList<>();
    private final List<List<MPVariable[]>> builds = new ArrayList<>();

    /**
     * States the program.
     *
     * @param like a plan for the same question: its groups and their orders are taken from it, nothing else
     * @param margins weeks by which groups are to be served sooner
     */
    StartsInWeek(MPSolver solver, Scenario scenario, Plan like, SortedMap<String, Integer> margins) {
        this.solver = solver;
        this.scenario = scenario;
        this.like = like;
        this.margins = new TreeMap<>(margins);
        this.network = Network.of(scenario);
        this.weeks = like.terms().weeks();
        scenario.planning().steps().forEach(this::addStep);
        scenario.planning().steps().forEach(this::addAfter);
        addMoneyAndPeople();
        like.flows().forEach(this::addGroup);
        for (int r = 0; r < network.resources().size(); r++) {
            addResource(r);
        }
        solver.objective().setMinimization();
    }

    /** Seeks the best; the status is OPTIMAL when the gap was reached. */
    MPSolver.ResultStatus solve(double gap, int secondsMax) {
        solver.setTimeLimit(secondsMax * 1000L);
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
        return solver.solve(parameters);
    }

    /**
     * Leaves no choice of the start of a step.
     *
     * @param step position among the scenario's steps
     * @param start bucket; negative for never
     */
    void fix(int step, int start) {
        for (int t = 0; t < weeks; t++) {
            double taken = t == start ? 1 : 0;
            starts.get(step)[t].setBounds(taken, taken);
        }
    }

    /** Leaves the choice again. */
    void free(int step) {
        for (MPVariable start : starts.get(step)) {
            start.setBounds(0, 1);
        }
    }

    double costMinor() {
        return solver.objective().value() * money;
    }

    double boundMinor() {
        return solver.objective().bestBound() * money;
    }

    private double discount(int bucket) {
        return Math.pow(1 + scenario.planning().discountPercentPerYear() / 100, -bucket / WEEKS_PER_YEAR);
    }

    private void addStep(Step step) {
        MPVariable[] column = new MPVariable[weeks];
        MPConstraint once = solver.makeConstraint(0, 1);
        for (int t = 0; t < weeks; t++) {
            boolean allowed = t >= step.earliestBucket() && t <= step.latestBucket();
            column[t] = solver.makeIntVar(0, allowed ? 1 : 0, "");
            once.setCoefficient(column[t], 1);
            double cost = 0;
            for (Payment payment : step.payments()) {
                cost += step.paymentMinor(payment.afterWeeks()) * discount(t + payment.afterWeeks());
            }
            for (int u = step.effectiveBucket(t); u < weeks; u++) {
                cost += step.runningCostMinorPerWeek() * discount(u);
            }
            solver.objective().setCoefficient(column[t], cost / money);
        }
        starts.add(column);
    }

    private void addAfter(Step step) {
        List<Step> steps = scenario.planning().steps();
        MPVariable[] mine = starts.get(steps.indexOf(step));
        for (Step.After after : step.after()) {
            MPVariable[] other = starts.get(
                    steps.indexOf(scenario.planning().findStep(after.step()).orElseThrow()));
            for (int t = 0; t < weeks; t++) {
                MPConstraint order = solver.makeConstraint(-MPSolver.infinity(), 0);
                for (int s = 0; s <= t; s++) {
                    order.setCoefficient(mine[s], 1);
                }
                for (int s = 0; s <= t - after.gapWeeks(); s++) {
                    order.setCoefficient(other[s], -1);
                }
            }
        }
    }

    private void addMoneyAndPeople() {
        for (Budget budget : scenario.planning().budgets()) {
            MPConstraint spent = solver.makeConstraint(-MPSolver.infinity(), budget.spendMaxMinor() / money);
            add(spent, (step, start) -> {
                long due = 0;
                for (Payment payment : step.payments()) {
                    int week = start + payment.afterWeeks();
                    due += week >= budget.fromBucket() && week < budget.toBucket()
                            ? step.paymentMinor(payment.afterWeeks())
                            : 0;
                }
                return due / money;
            });
        }
        scenario.planning().crew().ifPresent(people -> {
            for (int t = 0; t < weeks; t++) {
                int week = t;
                add(
                        solver.makeConstraint(-MPSolver.infinity(), people.get(t)),
                        (step, start) -> step.effectiveBucket(start) <= week ? step.crew() : 0);
            }
        });
    }

    private void add(MPConstraint row, ToDoubleBiFunction<Step, Integer> takes) {
        List<Step> steps = scenario.planning().steps();
        for (int k = 0; k < steps.size(); k++) {
            for (int s = 0; s < weeks; s++) {
                double taken = takes.applyAsDouble(steps.get(k), s);
                if (taken != 0) {
                    row.setCoefficient(starts.get(k)[s], taken);
                }
            }
        }
    }

    private void addGroup(GroupFlow flow) {
        String model = flow.configurations().getFirst().model();
        double stays = 1 - scenario.planning().cancellations().weeklyShare(model);
        List<MPVariable[]> byRoute = new ArrayList<>();
        for (int r = 0; r < flow.builds().size(); r++) {
            byRoute.add(solver.makeNumVarArray(weeks, 0, MPSolver.infinity()));
        }
        MPVariable[] backlog = solver.makeNumVarArray(weeks, 0, MPSolver.infinity());
        double waiting = scenario.planning().waitCost().minorPerWeek(model);
        double lost = marginMinor(flow) * (1 - stays);
        for (int t = 0; t < weeks; t++) {
            double before = t == 0 ? flow.opening() * stays / units : 0;
            double orders = flow.orders().get(t) / units;
            MPConstraint balance = solver.makeConstraint(before + orders, before + orders);
            MPConstraint served = solver.makeConstraint(-MPSolver.infinity(), before);
            balance.setCoefficient(backlog[t], 1);
            if (t > 0) {
                balance.setCoefficient(backlog[t - 1], -stays);
                served.setCoefficient(backlog[t - 1], -stays);
            }
            for (MPVariable[] route : byRoute) {
                balance.setCoefficient(route[t], 1);
                served.setCoefficient(route[t], 1);
            }
            solver.objective()
                    .setCoefficient(backlog[t], (waiting * discount(t) + lost * discount(t + 1)) * units / money);
        }
        addGuarantee(flow, stays, backlog, byRoute);
        backlogs.add(backlog);
        builds.add(byRoute);
    }

    /** What is left, of those who wait at the end of a week, is built within the weeks that follow. */
    private void addGuarantee(GroupFlow flow, double stays, MPVariable[] backlog, List<MPVariable[]> byRoute) {
        flow.guarantee().ifPresent(wait -> {
            int within = wait.weeks() - flow.transitWeeks() - margins.getOrDefault(flow.name(), 0);
            for (int t = wait.fromBucket(); t + within < weeks; t++) {
                if (flow.orders().get(t) > 0) {
                    MPConstraint row = solver.makeConstraint(0, MPSolver.infinity());
                    row.setCoefficient(backlog[t], -1);
                    for (int u = t + 1; u <= t + within; u++) {
                        for (MPVariable[] route : byRoute) {
                            row.setCoefficient(route[u], Math.pow(stays, t - u));
                        }
                    }
                }
            }
        });
    }

    private double marginMinor(GroupFlow flow) {
        return flow.configurations().stream()
                .map(any -> scenario.findProduct(any.model(), any.trim()).orElseThrow())
                .mapToLong(product ->
                        product.priceMinor() - product.unitCostMinor().orElse(product.priceMinor()))
                .average()
                .orElse(0);
    }

    private List<Route> routes(GroupFlow flow) {
        return ((Buildable) network.plan(flow.configurations().getFirst())).routes();
    }

    private void addResource(int r) {
        Resource resource = network.resources().get(r);
        boolean stored = resource.kind().storable();
        MPVariable[] stock = stored ? solver.makeNumVarArray(weeks, 0, MPSolver.infinity()) : new MPVariable[0];
        Map<Integer, MPConstraint> rooms = new TreeMap<>();
        for (int t = 0; t < weeks; t++) {
            if (resource.units().get(t) != WeeklyUnits.UNLIMITED) {
                double there = resource.units().get(t) + (t == 0 ? resource.openingStock() : 0);
                MPConstraint room = solver.makeConstraint(-MPSolver.infinity(), there / units);
                rooms.put(t, room);
                addUse(r, t, room);
                if (stored) {
                    room.setCoefficient(stock[t], 1);
                }
                if (stored && t > 0) {
                    room.setCoefficient(stock[t - 1], -1);
                }
            }
        }
        addGains(resource, rooms);
    }

    private void addUse(int r, int t, MPConstraint room) {
        for (int g = 0; g < like.flows().size(); g++) {
            List<Route> routes = routes(like.flows().get(g));
            for (int route = 0; route < routes.size(); route++) {
                for (Need need : routes.get(route).needs()) {
                    int built = t - need.offsetWeeks();
                    if (need.resource() == r && built >= 0 && built < weeks) {
                        room.setCoefficient(builds.get(g).get(route)[built], need.quantity());
                    }
                }
            }
        }
    }

    private void addGains(Resource resource, Map<Integer, MPConstraint> rooms) {
        List<Step> steps = scenario.planning().steps();
        for (int k = 0; k < steps.size(); k++) {
            for (StepGain gain : steps.get(k).gains()) {
                if (gain.kind() == resource.kind() && gain.resource().equals(resource.name())) {
                    for (int s = 0; s < weeks; s++) {
                        MPVariable start = starts.get(k)[s];
                        int[] brought = gain.units(steps.get(k).effectiveBucket(s), weeks);
                        rooms.forEach((t, room) -> addGain(room, start, brought[t]));
                    }
                }
            }
        }
    }

    private void addGain(MPConstraint room, MPVariable start, int brought) {
        if (brought > 0) {
            room.setCoefficient(start, -brought / units);
        }
    }

    /** The plan that it says, in the words of the checker. */
    Plan plan() {
        List<Start> taken = new ArrayList<>();
        List<Step> steps = scenario.planning().steps();
        for (int k = 0; k < steps.size(); k++) {
            for (int t = 0; t < weeks; t++) {
                if (starts.get(k)[t].solutionValue() > 0.5) {
                    taken.add(new Start(steps.get(k).name(), t));
                }
            }
        }
        List<GroupFlow> flows = new ArrayList<>();
        for (int g = 0; g < like.flows().size(); g++) {
            flows.add(flow(g));
        }
        return PlanOfStarts.plan(
                scenario, like.terms(), new Decisions(taken, List.of()), flows, costMinor(), boundMinor());
    }

    private GroupFlow flow(int g) {
        GroupFlow flow = like.flows().get(g);
        SortedMap<String, Amounts> built = new TreeMap<>();
        List<Route> routes = routes(flow);
        for (int r = 0; r < routes.size(); r++) {
            built.put(routes.get(r).line(), amounts(builds.get(g).get(r)));
        }
        return new GroupFlow(
                flow.name(),
                flow.configurations(),
                flow.guarantee(),
                flow.transitWeeks(),
                flow.opening(),
                flow.orders(),
                built,
                amounts(backlogs.get(g)));
    }

    private Amounts amounts(MPVariable[] columns) {
        double[] values = new double[weeks];
        for (int t = 0; t < weeks; t++) {
            values[t] = Math.rint(columns[t].solutionValue() * units * 1000) / 1000 + 0.0;
        }
        return Amounts.of(values);
    }
}
