package io.rampline.ramp.rank;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Expansion;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.Scenario;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By how many weeks groups must be served sooner than guaranteed, because others stand behind them.
 *
 * <p>Whoever shares a line is served in the order of the locks. So when customers at home may wait twelve weeks, one of
 * them on the road, and customers overseas twelve weeks, four of them at sea, those at home must be served as if they
 * had eight to be built in: an order from overseas stands behind all that were locked before it.
 */
public final class Margins {
    private final Scenario scenario;

    public Margins(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Puts those who hold up a late group on its level.
     *
     * @param margins weeks so far, by group
     */
    public SortedMap<String, Integer> levelled(
            SortedMap<String, Integer> margins, Plan plan, SingleOrders.Waits waits) {
        SortedMap<String, Integer> more = new TreeMap<>(margins);
        for (GroupFlow late : plan.flows()) {
            if (waits.excessWeeks(late) > SingleOrders.GRAIN_WEEKS) {
                level(late, plan, waits, more);
            }
        }
        return more;
    }

    /** Gives late groups the weeks that are missing, and one more. */
    public static SortedMap<String, Integer> widened(
            SortedMap<String, Integer> margins, Plan plan, SingleOrders.Waits waits) {
        SortedMap<String, Integer> more = new TreeMap<>(margins);
        for (GroupFlow late : plan.flows()) {
            int missing = waits.excessWeeks(late) - SingleOrders.GRAIN_WEEKS;
            int most = Math.max(0, buildWithin(late) - 1);
            if (missing > 0 && most > 0) {
                more.merge(late.name(), Math.min(most, missing + 1), (had, add) -> Math.min(most, had + add));
            }
        }
        return more;
    }

    /** Margins between some that are possible and some that are not. */
    public static SortedMap<String, Integer> halfway(
            SortedMap<String, Integer> possible, SortedMap<String, Integer> impossible) {
        SortedMap<String, Integer> between = new TreeMap<>();
        impossible.forEach((group, weeks) -> {
            int less = possible.getOrDefault(group, 0);
            int middle = less + (weeks - less) / 2;
            if (middle > 0) {
                between.put(group, middle);
            }
        });
        return between;
    }

    private void level(GroupFlow late, Plan plan, SingleOrders.Waits waits, SortedMap<String, Integer> margins) {
        Network network = Network.of(Expansion.of(scenario, plan.decisions()));
        Set<Integer> mine = limited(network, late);
        int within = buildWithin(late) + SingleOrders.GRAIN_WEEKS - margins.getOrDefault(late.name(), 0);
        for (GroupFlow other : plan.flows()) {
            if (other.equals(late) || other.guarantee().isEmpty()) {
                continue;
            }
            int waited = waits.longestByGroup().getOrDefault(other.name(), 0) - other.transitWeeks();
            boolean shares = limited(network, other).stream().anyMatch(mine::contains);
            int needed = Math.min(buildWithin(other) - Math.max(1, within), buildWithin(other) - 1);
            if (shares && waited > within && needed > margins.getOrDefault(other.name(), 0)) {
                margins.put(other.name(), needed);
            }
        }
    }

    private static int buildWithin(GroupFlow group) {
        return group.guarantee()
                .map(guarantee -> guarantee.weeks() - group.transitWeeks())
                .orElse(0);
    }

    /** The resources of a group that have a limit in any week. */
    private static Set<Integer> limited(Network network, GroupFlow group) {
        Set<Integer> all = new TreeSet<>();
        if (network.plan(group.configurations().getFirst()) instanceof Buildable buildable) {
            for (Route route : buildable.routes()) {
                for (Need need : route.needs()) {
                    Resource resource = network.resources().get(need.resource());
                    if (!resource.units()
                            .equals(WeeklyUnits.constant(resource.units().weeks(), WeeklyUnits.UNLIMITED))) {
                        all.add(need.resource());
                    }
                }
            }
        }
        return all;
    }
}
