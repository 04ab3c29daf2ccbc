package io.rampline.ramp.check;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recounts who wants what when, and holds it against the flows of a plan. */
final class Demanded {
    private static final double ROUNDING = 0.01;

    private final Scenario scenario;
    private final Plan plan;
    private final Network network;
    private final int first;
    private final Map<Configuration, GroupFlow> flowOf = new LinkedHashMap<>();
    private final Map<String, double[]> orders = new TreeMap<>();
    private final Map<String, Integer> opening = new TreeMap<>();
    private final List<String> flaws = new ArrayList<>();

    Demanded(Scenario scenario, Network network, int first, Plan plan) {
        this.scenario = scenario;
        this.network = network;
        this.first = first;
        this.plan = plan;
    }

    List<String> flaws(OrderTable book) {
        for (GroupFlow flow : plan.flows()) {
            orders.put(flow.name(), new double[flow.orders().weeks()]);
            for (Configuration configuration : flow.configurations()) {
                if (flowOf.put(configuration, flow) != null) {
                    flaws.add("found " + configuration + " in two groups, expected it in one");
                }
            }
        }
        for (int row = 0; row < book.size(); row++) {
            count(book, row);
        }
        scenario.demand().forEach(this::count);
        plan.flows().forEach(this::compare);
        return flaws;
    }

    private void count(OrderTable book, int row) {
        Optional<GroupFlow> flow = find(book.configuration(row));
        if (flow.isEmpty()) {
            return;
        }
        int wish = book.earliestBucket(row);
        int from = wish == Order.AS_SOON_AS_POSSIBLE
                ? first - 1
                : Math.max(first - 1, wish - flow.get().transitWeeks() - 1);
        if (from < first) {
            opening.merge(flow.get().name(), 1, Integer::sum);
        } else if (from < flow.get().orders().weeks()) {
            counted(flow.get())[from]++;
        }
    }

    private void count(DemandForecast forecast) {
        Optional<GroupFlow> flow =
                find(new Configuration(forecast.market(), forecast.model(), forecast.trim(), List.of()));
        flow.ifPresent(group -> {
            int from = opened(group).stream().mapToInt(Opened::bucket).min().orElse(first);
            for (int t = Math.max(first, from); t < group.orders().weeks(); t++) {
                counted(group)[t] += plan.terms().demand().of(forecast).get(t);
            }
        });
    }

    private double[] counted(GroupFlow flow) {
        return orders.getOrDefault(flow.name(), new double[0]);
    }

    /** The flow of a configuration that can be built within the plan; a flaw when it has none. */
    private Optional<GroupFlow> find(Configuration configuration) {
        GroupFlow flow = flowOf.get(configuration);
        if (flow == null
                && network.plan(configuration) instanceof Buildable buildable
                && buildable.opensBucket() < weeks()) {
            flaws.add("found no group for " + configuration + ", expected one: it is ordered and can be built");
        }
        return Optional.ofNullable(flow);
    }

    private int weeks() {
        return Math.min(plan.terms().weeks(), scenario.horizon().weeks());
    }

    /** What opens the market of a group, be it for its products or for others. */
    private List<Opened> opened(GroupFlow flow) {
        String market = flow.configurations().getFirst().market();
        return plan.decisions().openings().stream()
                .filter(opening -> opening.market().equals(market))
                .toList();
    }

    /** Most orders a week that the openings of its products let a group have. */
    private static double quota(GroupFlow flow, List<Opened> openings) {
        return openings.stream()
                .filter(opening -> flow.configurations().stream()
                        .anyMatch(any -> opening.products().matches(any.model(), any.trim())))
                .mapToInt(Opened::unitsPerWeek)
                .min()
                .orElse(0);
    }

    private void compare(GroupFlow flow) {
        int waiting = opening.getOrDefault(flow.name(), 0);
        if (Math.abs(flow.opening() - waiting) > ROUNDING) {
            flaws.add(flow.name() + ": found " + flow.opening() + " orders waiting at first, expected " + waiting);
        }
        List<Opened> openings = opened(flow);
        double[] wanted = counted(flow);
        for (int t = 0; t < wanted.length; t++) {
            double found = flow.orders().get(t);
            boolean right = openings.isEmpty()
                    ? Math.abs(found - wanted[t]) <= ROUNDING
                    : found <= Math.min(wanted[t], quota(flow, openings)) + ROUNDING && found >= 0;
            if (!right) {
                flaws.add(flow.name() + ": found " + found + " orders in bucket " + t + ", expected " + wanted[t]
                        + (openings.isEmpty() ? "" : " or less, and no more than the quota"));
            }
        }
    }
}
