package io.rampline.ramp.rank;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Decisions;
import io.rampline.factory.Expansion;
import io.rampline.factory.Network;
import io.rampline.factory.Route;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.Batch;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the engine does to a book and a forecast under other starts, in some milliseconds: batches of orders instead of
 * single ones, and fractions of them. First the book as it is promised today; then each batch, in rank order, moves to
 * its earliest weeks out of what is free; then the forecast takes the earliest weeks in the order of the locks.
 *
 * <p>Cost: O(batches x weeks x routes). It is a guide and no proof: what it finds is promised order by order.
 */
final class ServedByRank {
    /** More batches tell little more. */
    private static final int BATCHES_ABOUT = 3_000;
    /** Fewer units than this are the dust of fractions. */
    private static final double DUST = 1e-6;

    private final Scenario scenario;
    private final int weeks;
    private final int first;
    private final int movable;
    private final List<Batch> booked = new ArrayList<>();
    private final List<Batch> coming = new ArrayList<>();
    private final List<Slots> today = new ArrayList<>();
    private final Map<String, double[]> priceOfWaiting = new TreeMap<>();
    private final int planWeeks;
    private final List<GroupFlow> groups;

    /**
     * How a plan serves.
     *
     * @param lateOrderWeeks orders that wait longer than allowed, times the weeks by which
     * @param queueOrderWeeks the same of all who order from now on, whether it holds for them yet or not: the queue in
     *     front of those for whom it does
     * @param waitingMinor what waiting costs, discounted
     */
    record Service(double lateOrderWeeks, double queueOrderWeeks, double waitingMinor) {}

    ServedByRank(Scenario scenario, OrderTable book, Plan plan, Prices prices) {
        this.scenario = scenario;
        this.weeks = scenario.horizon().weeks();
        this.planWeeks = Math.min(plan.terms().weeks(), weeks);
        this.first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        this.movable = first + scenario.rules().frozenWeeks();
        for (Batch batch : SingleOrders.batches(scenario, book, plan, BATCHES_ABOUT)) {
            (batch.booked() ? booked : coming).add(batch);
        }
        booked.sort(Comparator.comparingInt(Batch::priority).thenComparingLong(Batch::lockedAtMicros));
        coming.sort(Comparator.comparingLong(Batch::lockedAtMicros));
        this.groups = plan.flows();
        for (GroupFlow flow : groups) {
            priceOfWaiting.put(flow.name(), prices.waitingMinor(flow, first));
        }
        Network network = Network.of(scenario);
        Map<String, Ways> ways = ways(network);
        Room room = new Room(network, 0);
        for (Batch batch : booked) {
            Slots slots = new Slots();
            place(room, of(ways, batch), batch.fromBucket(), weeks, batch.units(), slots);
            today.add(slots);
        }
    }

    /** Serves everybody. */
    Service serve(Decisions decisions, int graceWeeks, double shareKept) {
        Network network = Network.of(Expansion.of(scenario, decisions));
        Map<String, Ways> ways = ways(network);
        Room room = new Room(network, shareKept);
        double late = 0;
        double queue = 0;
        double waiting = 0;
        for (int i = 0; i < booked.size(); i++) {
            List<Route> routes = of(ways, booked.get(i)).routes();
            Slots slots = today.get(i);
            for (int s = 0; s < slots.size; s++) {
                room.take(routes.get(slots.route[s]), slots.week[s], slots.units[s]);
            }
        }
        for (int i = 0; i < booked.size(); i++) {
            Batch batch = booked.get(i);
            waiting += waiting(batch, pulled(room, of(ways, batch), batch, today.get(i)));
        }
        for (Batch batch : coming) {
            Slots slots = new Slots();
            place(room, of(ways, batch), batch.fromBucket(), weeks, batch.units(), slots);
            double beyond = beyond(batch, slots, graceWeeks);
            late += judged(batch) ? beyond : 0;
            queue += beyond;
            waiting += waiting(batch, slots);
        }
        return new Service(late, queue, waiting);
    }

    /** How a group may be built, and from which week on. */
    private record Ways(List<Route> routes, int opensBucket) {
        static final Ways NONE = new Ways(List.of(), 0);
    }

    private Map<String, Ways> ways(Network network) {
        Map<String, Ways> ways = new TreeMap<>();
        for (GroupFlow group : groups) {
            if (network.plan(group.configurations().getFirst()) instanceof Buildable buildable) {
                ways.put(group.name(), new Ways(buildable.routes(), buildable.opensBucket()));
            }
        }
        return ways;
    }

    private static Ways of(Map<String, Ways> ways, Batch batch) {
        return ways.getOrDefault(batch.group().name(), Ways.NONE);
    }

    /** The batch in its earliest weeks, none of its units later than today. */
    private Slots pulled(Room room, Ways ways, Batch batch, Slots before) {
        Slots after = new Slots();
        double placed = 0;
        for (int s = 0; s < before.size; s++) {
            int week = before.week[s];
            Route route = ways.routes().get(before.route[s]);
            double units = before.units[s];
            placed += units;
            if (week >= movable) {
                room.take(route, week, -units);
                units -= place(room, ways, Math.max(movable, batch.fromBucket()), week, units, after);
                room.take(route, week, units);
            }
            if (units > DUST) {
                after.add(week, before.route[s], units);
            }
        }
        place(room, ways, Math.max(movable, batch.fromBucket()), weeks, batch.units() - placed, after);
        return after;
    }

    /** Gives units their earliest weeks, and tells how many found one. */
    private static double place(Room room, Ways ways, int from, int end, double units, Slots to) {
        List<Route> routes = ways.routes();
        double left = units;
        for (int t = Math.max(from, ways.opensBucket()); t < end && left > DUST; t++) {
            for (int r = 0; r < routes.size() && left > DUST; r++) {
                double there = room.at(routes.get(r), t);
                if (there > DUST) {
                    double taken = Math.min(there, left);
                    room.take(routes.get(r), t, taken);
                    to.add(t, r, taken);
                    left -= taken;
                }
            }
        }
        return units - left;
    }

    /** Whether the guarantee holds for a batch, and its end lies within the plan. */
    private static boolean judged(Batch batch) {
        GroupFlow group = batch.group();
        return group.guarantee()
                .map(wait -> batch.lockBucket() >= wait.fromBucket()
                        && batch.lockBucket() + wait.weeks() - group.transitWeeks()
                                < group.orders().weeks())
                .orElse(false);
    }

    /** Orders of a batch built after the last week that the guarantee allows, times the weeks by which. */
    private double beyond(Batch batch, Slots slots, int graceWeeks) {
        Optional<Wait> guarantee = batch.group().guarantee();
        if (guarantee.isEmpty()) {
            return 0;
        }
        int due = batch.lockBucket() + guarantee.get().weeks() - batch.group().transitWeeks() + graceWeeks;
        double late = 0;
        double placed = 0;
        for (int s = 0; s < slots.size; s++) {
            late += slots.units[s] * Math.max(0, slots.week[s] - due);
            placed += slots.units[s];
        }
        double nowhere = batch.units() - placed;
        return late + (nowhere > DUST ? nowhere * Math.max(0, weeks - due) : 0);
    }

    private double waiting(Batch batch, Slots slots) {
        double[] price = priceOfWaiting.getOrDefault(batch.group().name(), new double[planWeeks + 1]);
        int lock = Math.clamp(batch.lockBucket(), first, planWeeks);
        double sum = 0;
        double placed = 0;
        for (int s = 0; s < slots.size; s++) {
            sum += slots.units[s] * (price[Math.clamp(slots.week[s], lock, planWeeks)] - price[lock]);
            placed += slots.units[s];
        }
        return sum + (batch.units() - placed) * (price[planWeeks] - price[lock]);
    }
}
