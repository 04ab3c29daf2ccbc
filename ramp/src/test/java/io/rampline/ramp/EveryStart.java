package io.rampline.ramp;

import io.rampline.factory.Budget;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Expansion;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best plan by trying every start of every step, with a plain program for each: "starts in week t" instead of "has
 * started by", backlogs instead of sums, one group for each model. For small worlds only.
 */
public final class EveryStart {
    public static final int NEVER = Integer.MAX_VALUE;

    private final Scenario scenario;
    private final OrderTable book;
    private final Terms terms;
    private final int weeks;
    private final List<Step> steps;
    private final List<DemandForecast> groups;
    private double best = Double.POSITIVE_INFINITY;
    private Decisions keep = Decisions.NONE;
    private boolean keeping;
    private Map<List<Integer>, Double> costs;
    private int fewest = Integer.MAX_VALUE;

    public EveryStart(Scenario scenario, OrderTable book, Terms terms) {
        this.scenario = scenario;
        this.book = book;
        this.terms = terms;
        this.weeks = terms.weeks();
        this.steps = scenario.planning().steps();
        this.groups = scenario.demand();
    }

    /** Least cost in minor units, positive infinity when there is no plan. */
    public double leastCostMinor() {
        trySteps(0, new int[steps.size()]);
        return best;
    }

    /** Cost of every plan that is allowed, by the starts of its steps in their order; {@link #NEVER} for not taken. */
    public Map<List<Integer>, Double> costsMinor() {
        costs = new LinkedHashMap<>();
        trySteps(0, new int[steps.size()]);
        return costs;
    }

    /** Fewest steps that start otherwise than in a plan that is there; the least cost is then that of such plans. */
    public int fewestChanges(Decisions plan) {
        keep = plan;
        keeping = true;
        trySteps(0, new int[steps.size()]);
        return fewest;
    }

    /** Least cost of the plans with the fewest changes. */
    public double leastCostOfFewestMinor() {
        return best;
    }

    private int changes(int[] starts) {
        int changes = 0;
        for (int i = 0; i < starts.length; i++) {
            String name = steps.get(i).name();
            int kept = keep.starts().stream()
                    .filter(start -> start.step().equals(name))
                    .mapToInt(Start::bucket)
                    .findFirst()
                    .orElse(NEVER);
            changes += steps.get(i).decidedBucket().isEmpty() && kept != starts[i] ? 1 : 0;
        }
        return changes;
    }

    private void tryAll(int[] starts) {
        if (!allowed(starts)) {
            return;
        }
        int changes = keeping ? changes(starts) : 0;
        double cost = changes > fewest ? Double.POSITIVE_INFINITY : costMinor(starts);
        if (Double.isInfinite(cost)) {
            return;
        }
        if (costs != null) {
            costs.put(Arrays.stream(starts).boxed().toList(), cost);
        }
        best = changes < fewest ? cost : Math.min(best, cost);
        fewest = changes;
    }

    private void trySteps(int i, int[] starts) {
        if (i == steps.size()) {
            tryAll(starts);
            return;
        }
        Step step = steps.get(i);
        if (step.decidedBucket().isPresent()) {
            starts[i] = step.decidedBucket().getAsInt();
            trySteps(i + 1, starts);
            return;
        }
        starts[i] = NEVER;
        trySteps(i + 1, starts);
        for (int t = step.earliestBucket(); t <= step.latestBucket() && t < weeks; t++) {
            starts[i] = terms.without().contains(step.name()) ? NEVER : t;
            trySteps(i + 1, starts);
        }
    }

    private boolean allowed(int[] starts) {
        int taken = 0;
        int chosen = 0;
        for (int i = 0; i < starts.length; i++) {
            boolean decided = steps.get(i).decidedBucket().isPresent();
            if (starts[i] != NEVER && steps.get(i).exclusive().isPresent()) {
                taken++;
                chosen += decided ? 0 : 1;
            }
            for (Step.After after : steps.get(i).after()) {
                int other = startOf(after.step(), starts);
                if (!decided && starts[i] != NEVER && (other == NEVER || starts[i] < other + after.gapWeeks())) {
                    return false;
                }
            }
        }
        return (taken <= 1 || chosen == 0) && moneyAndPeople(starts);
    }

    private int startOf(String name, int[] starts) {
        for (int i = 0; i < starts.length; i++) {
            if (steps.get(i).name().equals(name)) {
                return starts[i];
            }
        }
        return NEVER;
    }

    private boolean moneyAndPeople(int[] starts) {
        Planning planning = scenario.planning();
        long all = 0;
        for (int i = 0; i < starts.length; i++) {
            all += starts[i] == NEVER ? 0 : steps.get(i).costMinor();
        }
        if (all > terms.spendMaxMinor().orElse(Long.MAX_VALUE)) {
            return false;
        }
        for (Budget budget : planning.budgets()) {
            long due = 0;
            for (int t = budget.fromBucket(); t < budget.toBucket(); t++) {
                due += dueMinor(starts, t);
            }
            if (due > budget.spendMaxMinor()) {
                return false;
            }
        }
        for (int t = 0; t < weeks && planning.crew().isPresent(); t++) {
            int busy = 0;
            int chosen = 0;
            for (int i = 0; i < starts.length; i++) {
                boolean there = starts[i] != NEVER && starts[i] + steps.get(i).leadWeeks() <= t;
                busy += there ? steps.get(i).crew() : 0;
                chosen += there && steps.get(i).decidedBucket().isEmpty()
                        ? steps.get(i).crew()
                        : 0;
            }
            if (chosen > 0 && busy > planning.crew().get().get(t)) {
                return false;
            }
        }
        return true;
    }

    private long dueMinor(int[] starts, int week) {
        long due = 0;
        for (int i = 0; i < starts.length; i++) {
            due += starts[i] == NEVER || week < starts[i] ? 0 : steps.get(i).paymentMinor(week - starts[i]);
        }
        return due;
    }

    private double runningMinor(int[] starts, int week) {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            boolean runs = starts[i] != NEVER && starts[i] + steps.get(i).leadWeeks() <= week;
            sum += runs ? steps.get(i).runningCostMinorPerWeek() : 0;
        }
        return sum;
    }

    private double discount(int week) {
        return Math.pow(1 + scenario.planning().discountPercentPerYear() / 100, -week / (365.25 / 7));
    }

    // Columns of the plain program: units built by group, route and week; then backlogs by group and week.
    private int[] firstOfGroup;
    private int columns;
    private Network network;

    private double costMinor(int[] starts) {
        List<Start> decisions = new ArrayList<>();
        double fixed = 0;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] != NEVER) {
                decisions.add(new Start(steps.get(i).name(), starts[i]));
            }
        }
        for (int t = 0; t < weeks + 20; t++) {
            fixed += dueMinor(starts, t) * discount(t);
            fixed += t < weeks ? runningMinor(starts, t) * discount(t) : 0;
        }
        network = Network.of(Expansion.of(scenario, new Decisions(decisions, List.of())));
        firstOfGroup = new int[groups.size() + 1];
        for (int g = 0; g < groups.size(); g++) {
            firstOfGroup[g + 1] = firstOfGroup[g] + plan(g).routes().size() * weeks;
        }
        columns = firstOfGroup[groups.size()] + groups.size() * weeks;
        PlainSimplex program = new PlainSimplex(columns);
        for (int g = 0; g < groups.size(); g++) {
            addGroup(program, g);
        }
        for (int r = 0; r < network.resources().size(); r++) {
            addResource(program, r);
        }
        addCash(program, starts);
        return program.leastCost() + fixed;
    }

    private Buildable plan(int g) {
        DemandForecast group = groups.get(g);
        return (Buildable) network.plan(new Configuration(group.market(), group.model(), group.trim(), List.of()));
    }

    private int built(int g, int route, int week) {
        return firstOfGroup[g] + route * weeks + week;
    }

    private int backlog(int g, int week) {
        return firstOfGroup[groups.size()] + g * weeks + week;
    }

    private void addGroup(PlainSimplex program, int g) {
        String model = groups.get(g).model();
        Buildable plan = plan(g);
        int transit = plan.transitWeeks();
        double leaving = scenario.planning().cancellations().weeklyShare(model);
        double[] orders = new double[weeks];
        double opening = 0;
        for (int t = 0; t < weeks; t++) {
            orders[t] = terms.demand().of(groups.get(g)).get(t);
        }
        for (int row = 0; row < book.size(); row++) {
            if (book.configuration(row).model().equals(model)) {
                int wish = book.earliestBucket(row);
                int from = wish == Order.AS_SOON_AS_POSSIBLE ? -1 : wish - transit - 1;
                if (from < 0) {
                    opening++;
                } else {
                    orders[from]++;
                }
            }
        }
        for (int t = 0; t < weeks; t++) {
            // B(t) = (1 - leaving) B(t-1) + orders(t) - built(t), and what is built had been ordered before.
            double[] balance = new double[columns];
            double[] there = new double[columns];
            balance[backlog(g, t)] = 1;
            for (int route = 0; route < plan.routes().size(); route++) {
                balance[built(g, route, t)] = 1;
                there[built(g, route, t)] = 1;
            }
            if (t > 0) {
                balance[backlog(g, t - 1)] = -(1 - leaving);
                there[backlog(g, t - 1)] = -(1 - leaving);
            }
            double before = t == 0 ? (1 - leaving) * opening : 0;
            program.equal(balance, before + orders[t]);
            program.atMost(there, before);
            double price = scenario.planning().waitCost().minorPerWeek(model) * discount(t)
                    + margin(g) * leaving * discount(t + 1);
            program.cost()[backlog(g, t)] += price;
            addGuarantee(program, g, t, orders[t], leaving, transit);
        }
    }

    /** Those waiting at the end of a week, less those who leave meanwhile, have been built so many weeks later. */
    private void addGuarantee(PlainSimplex program, int g, int t, double orders, double leaving, int transit) {
        int within = terms.guarantee().orElseThrow().weeks() - transit;
        if (t < terms.guarantee().orElseThrow().fromBucket() || orders == 0 || t + within >= weeks) {
            return;
        }
        double[] row = new double[columns];
        row[backlog(g, t)] = 1;
        for (int age = 1; age <= within; age++) {
            for (int route = 0; route < plan(g).routes().size(); route++) {
                row[built(g, route, t + age)] = -Math.pow(1 - leaving, -age);
            }
        }
        program.atMost(row, 0);
    }

    private double margin(int g) {
        Product product = scenario.findProduct(
                        groups.get(g).model(), groups.get(g).trim())
                .orElseThrow();
        return product.unitCostMinor().isPresent()
                ? product.priceMinor() - product.unitCostMinor().getAsLong()
                : 0;
    }

    private void addResource(PlainSimplex program, int r) {
        Resource resource = network.resources().get(r);
        double there = resource.openingStock();
        for (int week = -Need.OFFSET_WEEKS_MAX; week < weeks; week++) {
            double[] row = new double[columns];
            for (int g = 0; g < groups.size(); g++) {
                List<Route> routes = plan(g).routes();
                for (int route = 0; route < routes.size(); route++) {
                    for (Need need : routes.get(route).needs()) {
                        for (int t = 0; t < weeks && need.resource() == r; t++) {
                            boolean counts = resource.kind().storable()
                                    ? t + need.offsetWeeks() <= week
                                    : t + need.offsetWeeks() == week;
                            row[built(g, route, t)] += counts ? need.quantity() : 0;
                        }
                    }
                }
            }
            if (resource.kind().storable()) {
                there += week >= 0 ? resource.units().get(week) : 0;
                program.atMost(row, there);
            } else if (week >= 0 && resource.units().get(week) != WeeklyUnits.UNLIMITED) {
                program.atMost(row, resource.units().get(week));
            }
        }
    }

    private void addCash(PlainSimplex program, int[] starts) {
        if (scenario.planning().cash().isEmpty()) {
            return;
        }
        double left = scenario.planning().cash().get().openingMinor()
                - (double) scenario.planning().cash().get().floorMinor();
        for (int week = 0; week < weeks; week++) {
            left -= dueMinor(starts, week) + runningMinor(starts, week);
            double[] row = new double[columns];
            for (int g = 0; g < groups.size(); g++) {
                for (int route = 0; route < plan(g).routes().size(); route++) {
                    for (int t = 0; t + plan(g).transitWeeks() <= week; t++) {
                        row[built(g, route, t)] = -margin(g);
                    }
                }
            }
            program.atMost(row, left);
        }
    }
}
