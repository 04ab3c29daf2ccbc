package io.rampline.ramp.milp;

import io.rampline.factory.Configuration;
import io.rampline.factory.Route;
import io.rampline.ramp.plan.Wait;
import java.util.List;
import java.util.Optional;

/**
 * A group of customers whose orders need the same, and how many of them there are.
 *
 * <p>Orders that leave while they wait make a backlog shrink by a share each week. All amounts below are therefore
 * counted in orders of the first week: {@link #survival} tells how many of them are left. In this measure the backlog
 * is what was ordered less what was built, and the guarantee is a lower limit on what is built in all: an order of week
 * t is served by t + w under first come, first served, exactly when all that were there at the end of t have been built
 * or have left by then.
 */
final class Customers {
    final String name;
    final String market;
    final String model;
    final List<Configuration> configurations;
    final List<Route> routes;
    /** First bucket a unit may be built in. */
    final int opensBucket;

    final int transitWeeks;
    final Optional<Wait> wait;
    /** Share that leaves in a week. */
    final double leaving;

    final double waitCostMinor;
    final double marginMinor;
    /** Orders waiting before the first bucket. */
    double opening;
    /** Weeks by which the program serves them sooner than guaranteed, so that single orders hold the guarantee. */
    final int margin;
    /** Orders locked in each bucket. */
    final double[] orders;

    Customers(
            String name,
            List<Configuration> configurations,
            List<Route> routes,
            int opensBucket,
            int transitWeeks,
            Optional<Wait> wait,
            double leaving,
            double waitCostMinor,
            double marginMinor,
            int margin,
            int weeks) {
        this.name = name;
        this.market = configurations.getFirst().market();
        this.model = configurations.getFirst().model();
        this.configurations = List.copyOf(configurations);
        this.routes = routes;
        this.opensBucket = opensBucket;
        this.transitWeeks = transitWeeks;
        this.wait = wait;
        this.leaving = leaving;
        this.waitCostMinor = waitCostMinor;
        this.marginMinor = marginMinor;
        this.margin = margin;
        this.orders = new double[weeks];
    }

    /**
     * Weeks from the end of the week of the lock to the last week it may be built in; 0 or less when there are none.
     */
    int buildWithin() {
        return wait.map(Wait::weeks).orElse(0) - transitWeeks - margin;
    }

    /** How much is left at the end of each bucket of what was there before bucket {@code first}. */
    double[] survival(int first) {
        double[] left = new double[orders.length];
        double share = 1;
        for (int t = 0; t < left.length; t++) {
            share *= t < first ? 1 : 1 - leaving;
            left[t] = share;
        }
        return left;
    }

    /** Orders so far at the end of each bucket, in orders of the first week. */
    double[] ordered(double[] survival) {
        double[] sum = new double[orders.length];
        double all = opening;
        for (int t = 0; t < sum.length; t++) {
            all += orders[t] / survival[t];
            sum[t] = all;
        }
        return sum;
    }
}
