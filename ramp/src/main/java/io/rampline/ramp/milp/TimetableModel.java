package io.rampline.ramp.milp;

import io.rampline.factory.Need;
import io.rampline.factory.Resource;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Route;
import io.rampline.factory.Step;
import io.rampline.factory.StepGain;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.plan.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The program of one question.
 *
 * <p><b>Columns.</b> For each step and week, "has started by then" ({@link StepColumns}). For each group of customers
 * and week what has been built for it so far, counted in orders of the first week ({@link Customers}), with the
 * guarantee as its lower and the orders so far as its upper bound. For each group, line and week the units built. For
 * each part and week the stock.
 *
 * <p><b>Rows.</b> What is built so far is the sum of the units built; each perishable resource has room in each week;
 * stock is what was there, what arrived, less what was used; money and people ({@link MoneyRows}); the order of steps.
 * With all steps decided, what is left is a linear program.
 *
 * <p><b>Exact or safe.</b> Gains are the whole units of {@link StepGain#units}. First come, first served is exact
 * within a group. Units built may be fractions; what that does to single orders is checked with whole ones afterwards.
 * The open pool of a line is taken to gain what its line gains.
 */
final class TimetableModel {
    private static final double NONE = -LinearProgram.INFINITY;

    final PlanningCase planningCase;
    final Measures measures;
    final LinearProgram program;
    final SortedSet<Restriction> dropped;
    /** What the plan costs, apart from {@link #fixedCost} and lateness. */
    final Terms cost = new Terms();
    /** Orders that wait longer than guaranteed, at their price, where that is allowed. */
    final Terms lateness = new Terms();

    private final Terms lateOrders = new Terms();
    private final Frame frame;
    private double fixedCost;
    final List<StepColumns> steps = new ArrayList<>();
    /** Columns of what has been built so far, by group and week. */
    final int[][] builtSoFar;
    /** What must have been built at least and can have been at most, by group and week, in orders of the first week. */
    final double[][] least;

    final double[][] most;
    /** Share of the orders of the first week that is left, by group and week. */
    final double[][] survival;
    /** Columns of orders that wait too long, by group and week; -1 where none may. */
    final int[][] late;
    /** Columns of units built, by group, route and week; -1 where none can be. */
    final int[][][] builds;
    /** Row of each resource and week, by resource and week; -1 where it has no limit or no use. */
    final int[][] limitRow;

    private final int weeks;
    private final int first;

    /**
     * What a model shares with others, when several futures stand in one program.
     *
     * @param together the model whose steps are decided together with its own before the gate; null for none
     * @param gate first bucket from which starts may differ
     * @param lateMinor price of an order and week beyond the guarantee; infinite where the guarantee must hold
     */
    record Frame(
            LinearProgram program,
            Measures measures,
            @Nullable TimetableModel together,
            int gate,
            double lateMinor) {}

    /** The program of one question by itself. */
    TimetableModel(PlanningCase planningCase, SortedSet<Restriction> dropped) {
        this(
                planningCase,
                dropped,
                new Frame(new LinearProgram(), Measures.of(planningCase), null, 0, Double.POSITIVE_INFINITY));
        cost.addCosts(program, 1);
        program.addOffset(fixedCost);
    }

    /** Adds columns and rows to a program that others share; what they cost is for the caller to weigh. */
    TimetableModel(PlanningCase planningCase, SortedSet<Restriction> dropped, Frame frame) {
        this.planningCase = planningCase;
        this.dropped = dropped;
        this.frame = frame;
        this.program = frame.program();
        this.measures = frame.measures();
        this.weeks = planningCase.weeks;
        this.first = planningCase.first;
        int groups = planningCase.customers.size();
        this.builtSoFar = new int[groups][];
        this.least = new double[groups][];
        this.most = new double[groups][];
        this.late = new int[groups][];
        this.survival = new double[groups][];
        this.builds = new int[groups][][];
        this.limitRow = new int[planningCase.network.resources().size()][];
        for (Step step : planningCase.steps) {
            steps.add(columns(step));
        }
        new StepOrder(this).addRows();
        for (int g = 0; g < groups; g++) {
            addCustomers(g);
        }
        for (int r : resourcesByName()) {
            addResource(r);
        }
        new MoneyRows(this).add();
    }

    private StepColumns columns(Step step) {
        boolean anyWeek = dropped.stream().anyMatch(Restriction.StartWeeks.class::isInstance);
        boolean allowed = dropped.stream().anyMatch(Restriction.Barred.class::isInstance);
        int from = anyWeek ? first : Math.max(first, step.earliestBucket());
        int to = anyWeek ? weeks : Math.min(weeks, step.latestBucket() + 1);
        boolean barred = !allowed && planningCase.terms.without().contains(step.name());
        StepColumns other =
                frame.together() == null ? null : frame.together().steps.get(steps.size());
        // A step that may not be taken has no week, so that no search can start it by trying.
        return new StepColumns(program, step, from, barred ? from : to, other, frame.gate());
    }

    /** Weeks from the start of a step to its first effect. */
    int lead(Step step) {
        return dropped.stream().anyMatch(Restriction.LeadTimes.class::isInstance) ? 0 : step.leadWeeks();
    }

    private void addCustomers(int g) {
        Customers group = planningCase.customers.get(g);
        double[] survival = group.survival(first);
        this.survival[g] = survival;
        double[] ordered = group.ordered(survival);
        double[] atLeast = new double[weeks];
        least[g] = atLeast;
        most[g] = new double[weeks];
        late[g] = new int[weeks];
        Arrays.fill(late[g], -1);
        if (dropped.stream()
                .noneMatch(that ->
                        that instanceof Restriction.WaitOf of && of.group().equals(group.name))) {
            guarantee(group, ordered, atLeast);
        }
        builtSoFar[g] = new int[weeks];
        builds[g] = new int[group.routes.size()][weeks];
        for (int t = 0; t < weeks; t++) {
            double before = t == 0 ? group.opening : ordered[t - 1];
            most[g][t] = t < group.opensBucket ? 0 : before;
            double atMost = most[g][t];
            builtSoFar[g][t] = program.column(0, 0, atMost / measures.units());
            if (Double.isFinite(frame.lateMinor())) {
                addLateness(g, t, survival[t]);
            } else if (atLeast[t] > atMost) {
                // No bound may be above the other, so a wait that cannot be is said by a row that cannot hold.
                program.row(
                        atLeast[t] / measures.units(), LinearProgram.INFINITY, new Terms().add(builtSoFar[g][t], 1));
            } else {
                program.setBounds(builtSoFar[g][t], atLeast[t] / measures.units(), atMost / measures.units());
            }
            addBuilds(g, t, survival[t]);
        }
        addWaiting(g, survival, ordered);
    }

    private void addLateness(int g, int t, double survival) {
        if (least[g][t] > 0) {
            int column = program.column(0, 0, LinearProgram.INFINITY);
            late[g][t] = column;
            program.row(
                    least[g][t] / measures.units(),
                    LinearProgram.INFINITY,
                    new Terms().add(builtSoFar[g][t], 1).add(column, 1));
            double orders = survival * measures.units();
            lateOrders.add(column, orders);
            lateness.add(column, frame.lateMinor() * planningCase.discount(t) * orders / measures.money());
        }
    }

    /** Orders that wait longer than guaranteed, times the weeks by which. */
    double lateOrderWeeks(double[] point) {
        return lateOrders.at(point);
    }

    /** Adds to what every plan costs. */
    void addFixedCost(double amount) {
        fixedCost += amount;
    }

    double fixedCost() {
        return fixedCost;
    }

    private void guarantee(Customers group, double[] ordered, double[] atLeast) {
        group.wait.ifPresent(wait -> {
            double all = 0;
            for (int t = Math.max(first, wait.fromBucket()); t < weeks; t++) {
                int by = t + group.buildWithin();
                if (group.orders[t] > 0 && by < weeks) {
                    all = Math.max(all, ordered[t]);
                    atLeast[Math.max(by, 0)] = all;
                }
            }
            for (int t = 1; t < weeks; t++) {
                atLeast[t] = Math.max(atLeast[t], atLeast[t - 1]);
            }
        });
    }

    private void addBuilds(int g, int t, double survival) {
        Customers group = planningCase.customers.get(g);
        Terms sum = new Terms();
        sum.add(builtSoFar[g][t], survival);
        if (t > 0) {
            sum.add(builtSoFar[g][t - 1], -survival);
        }
        for (int r = 0; r < group.routes.size(); r++) {
            boolean possible = t >= group.opensBucket && perishableWeeksExist(group.routes.get(r), t);
            builds[g][r][t] = possible ? program.column(0, 0, LinearProgram.INFINITY) : -1;
            if (possible) {
                sum.add(builds[g][r][t], -1);
            }
        }
        program.row(0, 0, sum);
    }

    /** A perishable resource has nothing outside the horizon. */
    private boolean perishableWeeksExist(Route route, int week) {
        for (Need need : route.needs()) {
            int at = week + need.offsetWeeks();
            boolean part =
                    planningCase.network.resources().get(need.resource()).kind().storable();
            if (!part && (at < 0 || at >= planningCase.network.horizon().weeks())) {
                return false;
            }
        }
        return true;
    }

    /** Waiting costs by the backlog, which is ordered less built; so does the margin of those who leave. */
    private void addWaiting(int g, double[] survival, double[] ordered) {
        Customers group = planningCase.customers.get(g);
        for (int t = first; t < weeks; t++) {
            double left = survival[t];
            double price = group.waitCostMinor * left * planningCase.discount(t);
            price += group.marginMinor * group.leaving * left * planningCase.discount(t + 1);
            addFixedCost(price * ordered[t] / measures.money());
            cost.add(builtSoFar[g][t], -price * measures.units() / measures.money());
        }
    }

    private int[] resourcesByName() {
        List<Resource> resources = planningCase.network.resources();
        return IntStream.range(0, resources.size())
                .boxed()
                .sorted(Comparator.comparing(r -> resources.get(r).label()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void addResource(int r) {
        Resource resource = planningCase.network.resources().get(r);
        limitRow[r] = new int[weeks];
        Arrays.fill(limitRow[r], -1);
        Map<Integer, Terms> use = use(r);
        boolean ignored = dropped.stream()
                .anyMatch(that ->
                        that instanceof Restriction.LimitOf of && of.resource().equals(resource.label()));
        if (use.isEmpty() || ignored) {
            return;
        }
        if (resource.kind().storable()) {
            addStock(r, resource, use);
        } else {
            addLimit(r, resource, use);
        }
    }

    /** Units used, by week of need. */
    private Map<Integer, Terms> use(int r) {
        Map<Integer, Terms> use = new TreeMap<>();
        for (int g = 0; g < builds.length; g++) {
            Customers group = planningCase.customers.get(g);
            for (int route = 0; route < group.routes.size(); route++) {
                for (Need need : group.routes.get(route).needs()) {
                    for (int t = 0; need.resource() == r && t < weeks; t++) {
                        if (builds[g][route][t] >= 0) {
                            use.computeIfAbsent(t + need.offsetWeeks(), _ -> new Terms())
                                    .add(builds[g][route][t], need.quantity());
                        }
                    }
                }
            }
        }
        return use;
    }

    private void addLimit(int r, Resource resource, Map<Integer, Terms> use) {
        for (Map.Entry<Integer, Terms> week : use.entrySet()) {
            int t = week.getKey();
            if (t < weeks && resource.units().get(t) != WeeklyUnits.UNLIMITED) {
                Terms terms = week.getValue();
                addGains(resource, t, -1, terms);
                limitRow[r][t] = program.row(NONE, resource.units().get(t) / measures.units(), terms);
            }
        }
    }

    /** Stock at the end of a week; what is needed before the first week must be there already. */
    private void addStock(int r, Resource part, Map<Integer, Terms> use) {
        Terms early = new Terms();
        use.forEach((week, terms) -> {
            if (week < 0) {
                early.addAll(terms);
            }
        });
        int before = program.column(0, 0, LinearProgram.INFINITY);
        double opening = part.openingStock() / measures.units();
        program.row(opening, opening, early.add(before, 1));
        for (int t = 0; t < weeks; t++) {
            int stock = program.column(0, 0, LinearProgram.INFINITY);
            Terms terms = new Terms().add(stock, 1).add(before, -1);
            if (use.containsKey(t)) {
                terms.addAll(use.get(t));
            }
            addGains(part, t, -1, terms);
            // Stock may be thrown away, so that one more piece never costs.
            limitRow[r][t] = program.row(NONE, part.units().get(t) / measures.units(), terms);
            before = stock;
        }
    }

    private void addGains(Resource resource, int week, double sign, Terms terms) {
        for (StepColumns columns : steps) {
            for (int[][] units : gains(columns, resource)) {
                columns.add(start -> sign * units[start - columns.from][week] / measures.units(), terms);
            }
        }
    }

    /** Whole units that each gain of a step adds to a resource, by start and week. */
    List<int[][]> gains(StepColumns columns, Resource resource) {
        boolean pool = resource.kind() == Kind.OPEN_POOL;
        return columns.step.gains().stream()
                .filter(gain -> gain.resource().equals(resource.name())
                        && (gain.kind() == resource.kind() || (pool && gain.kind() == Kind.LINE)))
                .map(gain -> unitsByStart(columns, gain))
                .toList();
    }

    private final Map<String, int[][]> unitsByStart = new TreeMap<>();

    /** Whole units of a gain, by start and week. */
    private int[][] unitsByStart(StepColumns columns, StepGain gain) {
        String key = columns.step.name() + "\t" + gain.kind() + "\t" + gain.resource() + "\t"
                + columns.step.gains().indexOf(gain);
        return unitsByStart.computeIfAbsent(key, _ -> {
            int[][] units = new int[columns.to - columns.from][];
            for (int i = 0; i < units.length; i++) {
                units[i] = gain.units(columns.from + i + lead(columns.step), weeks);
            }
            return units;
        });
    }
}
