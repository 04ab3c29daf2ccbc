package io.rampline.ramp.rank;

import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.WeeklyUnits;
import java.util.List;

/**
 * What is left of every resource in every week. A part may be taken as long as all that is promised later still finds
 * what it needs.
 */
final class Room {
    private static final int LEAD = Need.OFFSET_WEEKS_MAX;

    private final int weeks;
    private final boolean[] storable;
    /** Perishable: what is left in each week. Storable: what is there in all, by week, {@link #LEAD} weeks ahead. */
    private final double[][] left;
    /** Storable: the least of what is there from a week on. */
    private final double[][] least;

    /** @param shareKept share of what perishes that nobody may take */
    Room(Network network, double shareKept) {
        List<Resource> resources = network.resources();
        weeks = network.horizon().weeks();
        storable = new boolean[resources.size()];
        left = new double[resources.size()][];
        least = new double[resources.size()][];
        for (int r = 0; r < left.length; r++) {
            Resource resource = resources.get(r);
            storable[r] = resource.kind().storable();
            left[r] = storable[r] ? stock(resource) : perishable(resource, shareKept);
            least[r] = storable[r] ? new double[left[r].length] : new double[0];
            lower(r);
        }
    }

    private double[] perishable(Resource resource, double shareKept) {
        double[] units = new double[weeks];
        for (int t = 0; t < weeks; t++) {
            int there = resource.units().get(t);
            units[t] = there == WeeklyUnits.UNLIMITED ? Double.POSITIVE_INFINITY : there * (1 - shareKept);
        }
        return units;
    }

    private double[] stock(Resource part) {
        double[] there = new double[weeks + 2 * LEAD];
        double sum = part.openingStock();
        for (int place = 0; place < there.length; place++) {
            int t = place - LEAD;
            sum += t >= 0 && t < weeks ? part.units().get(t) : 0;
            there[place] = sum;
        }
        return there;
    }

    private void lower(int r) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int place = least[r].length - 1; place >= 0; place--) {
            lowest = Math.min(lowest, left[r][place]);
            least[r][place] = lowest;
        }
    }

    /** Units that a route can still build in a week. */
    double at(Route route, int week) {
        double room = Double.POSITIVE_INFINITY;
        List<Need> needs = route.needs();
        for (int i = 0; i < needs.size() && room > 0; i++) {
            Need need = needs.get(i);
            int t = week + need.offsetWeeks();
            double there;
            if (storable[need.resource()]) {
                there = least[need.resource()][t + LEAD];
            } else {
                there = t < 0 || t >= weeks ? 0 : left[need.resource()][t];
            }
            room = Math.min(room, there / need.quantity());
        }
        return room;
    }

    /** Takes what units need; fewer than none gives back. */
    void take(Route route, int week, double units) {
        for (Need need : route.needs()) {
            int r = need.resource();
            int t = week + need.offsetWeeks();
            if (storable[r]) {
                for (int place = t + LEAD; place < left[r].length; place++) {
                    left[r][place] -= units * need.quantity();
                }
                lower(r);
            } else {
                left[r][t] -= units * need.quantity();
            }
        }
    }
}
