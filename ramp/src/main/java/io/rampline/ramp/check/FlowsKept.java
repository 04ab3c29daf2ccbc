package io.rampline.ramp.check;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.plan.Amounts;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what is built uses no more than there is. */
final class FlowsKept {
    /** Units by which rounded flows may exceed a limit in a week. */
    private static final double ROUNDING = 0.02;

    private final Network network;
    private final Plan plan;
    private final int first;
    private final int weeks;
    /** Use by resource and week of need, shifted so that needs before the first week have a place. */
    private final double[][] use;

    private final List<String> flaws = new ArrayList<>();

    FlowsKept(Network network, Plan plan, int first, int weeks) {
        this.network = network;
        this.plan = plan;
        this.first = first;
        this.weeks = weeks;
        this.use = new double[network.resources().size()][weeks + 2 * Need.OFFSET_WEEKS_MAX];
    }

    List<String> flaws() {
        for (GroupFlow flow : plan.flows()) {
            flow.builds().forEach((line, units) -> use(flow, line, units));
        }
        for (int r = 0; r < use.length; r++) {
            if (network.resources().get(r).kind().storable()) {
                stored(r);
            } else {
                perishable(r);
            }
        }
        return flaws;
    }

    private void use(GroupFlow flow, String line, Amounts units) {
        Buildable plans = (Buildable) network.plan(flow.configurations().getFirst());
        Optional<Route> route =
                plans.routes().stream().filter(any -> any.line().equals(line)).findFirst();
        for (int t = 0; t < units.weeks(); t++) {
            double built = units.get(t);
            boolean allowed = route.isPresent() && t >= Math.max(first, plans.opensBucket());
            if (built < 0 || (built > 0 && !allowed)) {
                flaws.add(flow.name() + ": found " + built + " units in bucket " + t + " on line " + line
                        + ", expected 0 or more, and only where and when it may be built");
            } else if (built > 0) {
                for (Need need : route.orElseThrow().needs()) {
                    use[need.resource()][t + need.offsetWeeks() + Need.OFFSET_WEEKS_MAX] += built * need.quantity();
                }
            }
        }
    }

    private void perishable(int r) {
        Resource resource = network.resources().get(r);
        for (int place = 0; place < use[r].length; place++) {
            int t = place - Need.OFFSET_WEEKS_MAX;
            boolean inside = t >= 0 && t < network.horizon().weeks();
            int units = inside ? resource.units().get(t) : 0;
            if (units != WeeklyUnits.UNLIMITED && use[r][place] > units + ROUNDING) {
                flaws.add(resource.label() + ": found " + use[r][place] + " used in bucket " + t + ", expected at most "
                        + units);
            }
        }
    }

    private void stored(int r) {
        Resource part = network.resources().get(r);
        double there = part.openingStock();
        for (int place = 0; place < weeks + Need.OFFSET_WEEKS_MAX; place++) {
            int t = place - Need.OFFSET_WEEKS_MAX;
            there += (t >= 0 ? part.units().get(t) : 0) - use[r][place];
            if (there < -ROUNDING * Math.max(1, t)) {
                flaws.add(part.label() + ": found a stock of " + there + " at the end of bucket " + t
                        + ", expected 0 or more");
                return;
            }
        }
    }
}
