package io.rampline.simulation.futures;

import io.rampline.factory.Uncertainty;

/**
 * Planned units when every climb comes some weeks later, or earlier, than planned.
 *
 * <p>The plan is split into its climb, the most of any week so far, and its dips, the share of that which a week has
 * (holidays, stops). The climb is shifted, the dips stay in their weeks. Before the first week the climb stands at its
 * first value, after the last at its last.
 */
final class LateClimb {
    private final double[] climb;
    private final double[] dip;
    private final double delayWeeks;
    private final double spreadWeeks;
    private final boolean climbs;

    LateClimb(int[] planned, Uncertainty.Output output) {
        climb = new double[planned.length];
        dip = new double[planned.length];
        double most = 0;
        for (int week = 0; week < planned.length; week++) {
            most = StrictMath.max(most, planned[week]);
            climb[week] = most;
            dip[week] = most == 0 ? 1 : planned[week] / most;
        }
        delayWeeks = output.delayWeeks();
        spreadWeeks = output.delaySpreadWeeks();
        climbs = climb[0] < most && (delayWeeks != 0 || spreadWeeks != 0);
    }

    /** Whether a delay changes anything. */
    boolean climbs() {
        return climbs;
    }

    double delay(double normal) {
        return delayWeeks + spreadWeeks * normal;
    }

    /** Units of a week, before any other disturbance. */
    double units(int week, double delay) {
        if (!climbs) {
            return climb[week] * dip[week];
        }
        double at = StrictMath.clamp(week - delay, 0, climb.length - 1);
        int before = (int) at;
        int after = StrictMath.min(before + 1, climb.length - 1);
        double way = at - before;
        return (climb[before] + way * (climb[after] - climb[before])) * dip[week];
    }
}
