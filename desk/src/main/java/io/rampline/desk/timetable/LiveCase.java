package io.rampline.desk.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Expansion;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Scenario;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.Level;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book in use as something to plan on, and a plan as something for it to adopt. */
public final class LiveCase {
    private LiveCase() {}

    /** The open orders of an engine. */
    public static OrderTable openOrders(PromiseEngine engine) {
        OrderTable.Builder open = OrderTable.builder();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)) {
                open.add(engine.order(row));
            }
        }
        return open.build();
    }

    /**
     * What must be set so that a book has what the decisions give: every resource that any step of the scenario can
     * change, and every quota of a market that may be opened, from a bucket on, where it is not so already. What was
     * set there before, by hand or by an earlier plan, is replaced.
     *
     * @param engine the book; its network is that of the scenario
     * @param fromBucket first bucket that may still change
     */
    public static List<Level> levels(Scenario scenario, Decisions decisions, PromiseEngine engine, int fromBucket) {
        Map<String, WeeklyUnits> planned = new TreeMap<>();
        Network network = Network.of(Expansion.of(scenario, decisions));
        network.resources().forEach(resource -> planned.put(resource.label(), resource.units()));
        List<Level> levels = new ArrayList<>();
        for (int number = 0; number < engine.network().resources().size(); number++) {
            Resource resource = engine.network().resources().get(number);
            WeeklyUnits units = planned.get(resource.label());
            if (mayOpen(scenario, resource)) {
                // What the plan does not open stays shut, or is shut again.
                units = units != null
                        ? units
                        : WeeklyUnits.constant(scenario.horizon().weeks(), 0);
            } else if (!mayGain(scenario, resource)) {
                continue;
            }
            if (units == null) {
                continue;
            }
            for (int bucket = Math.max(0, fromBucket); bucket < units.weeks(); bucket++) {
                if (units.get(bucket) != engine.capacity(number, bucket)) {
                    levels.add(new Level(number, bucket, units.get(bucket)));
                }
            }
        }
        return levels;
    }

    private static boolean mayOpen(Scenario scenario, Resource resource) {
        return resource.kind() == Kind.QUOTA
                && scenario.planning().openings().stream()
                        .anyMatch(opening -> opening.resourceName().equals(resource.name()));
    }

    /** An open pool follows from its line by itself. */
    private static boolean mayGain(Scenario scenario, Resource resource) {
        return resource.kind() != Kind.OPEN_POOL
                && scenario.planning().steps().stream()
                        .flatMap(step -> step.gains().stream())
                        .anyMatch(gain -> gain.kind() == resource.kind()
                                && gain.resource().equals(resource.name()));
    }
}
