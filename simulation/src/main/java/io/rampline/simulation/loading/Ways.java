package io.rampline.simulation.loading;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Route;
import java.util.Arrays;
import java.util.List;

/**
 * The routes of every kind of order in the form the inner loop reads: needs one behind the other, {@value #STRIDE}
 * numbers a need: resource, quantity, places from the line bucket to the week of need, and number of the part or -1.
 */
final class Ways {
    static final int STRIDE = 4;

    /** Places before bucket 0. */
    static final int LEAD = Need.OFFSET_WEEKS_MAX;

    /** First route of a kind; the routes of all kinds are numbered one after the other. */
    final int[] routesFrom;

    final int[] opens;
    final int[] transit;
    /** Start of the needs of a route. */
    final int[] needsFrom;

    final int[] needs;
    final int parts;
    /** Number of a resource among the parts, -1 for a perishable one. */
    final int[] partOf;

    Ways(Network network, List<BuildPlan> plans) {
        partOf = new int[network.resources().size()];
        int found = 0;
        for (int r = 0; r < partOf.length; r++) {
            partOf[r] = network.resources().get(r).kind().storable() ? found++ : -1;
        }
        parts = found;
        routesFrom = new int[plans.size() + 1];
        opens = new int[plans.size()];
        transit = new int[plans.size()];
        int[] starts = new int[] {0};
        int[] laid = new int[0];
        int routes = 0;
        for (int kind = 0; kind < plans.size(); kind++) {
            switch (plans.get(kind)) {
                case Buildable buildable -> {
                    opens[kind] = buildable.opensBucket();
                    transit[kind] = buildable.transitWeeks();
                    for (Route route : buildable.routes()) {
                        laid = with(laid, route);
                        routes++;
                        starts = Arrays.copyOf(starts, routes + 1);
                        starts[routes] = laid.length;
                    }
                }
                case NotOffered _ -> {
                    // No route: it is never built.
                }
            }
            routesFrom[kind + 1] = routes;
        }
        needs = laid;
        needsFrom = starts;
    }

    private int[] with(int[] laid, Route route) {
        int[] longer = Arrays.copyOf(laid, laid.length + STRIDE * route.needs().size());
        int at = laid.length;
        for (Need need : route.needs()) {
            longer[at] = need.resource();
            longer[at + 1] = need.quantity();
            longer[at + 2] = LEAD + need.offsetWeeks();
            longer[at + 3] = partOf[need.resource()];
            at += STRIDE;
        }
        return longer;
    }

    int routes() {
        return needsFrom.length - 1;
    }
}
