package io.rampline.simulation.window;

/**
 * Keeps the level of windows where they hold as often as they shall, whatever is wrong with the futures: adaptive
 * conformal inference. After each cohort of deliveries level += rate x (share that missed - share that may miss). For
 * any data whatever the mean miss share of T cohorts is at most (max(a, 1 - a) + rate) / (T x rate) above the allowed
 * one, a the share that may miss at the start; and as near from below unless the narrowest windows miss too seldom.
 *
 * <p>All orders of a week share its shocks, so a week is one cohort however many were delivered in it.
 *
 * <p>The level moves as far as windows can follow, and no further: below {@value #LEVEL_MIN} they get no narrower, so a
 * level that went on falling would take as long to come back, with windows missed meanwhile. Above the largest level
 * that futures can tell windows get wider by weeks.
 *
 * <p>Source: Gibbs and Candes, Adaptive conformal inference under distribution shift, 2021. Standing still where
 * nothing follows any more is the anti-windup of control engineering (Astrom and Hagglund, PID controllers, 1995).
 *
 * @param target share of deliveries that shall fall inside, 0.5 to 0.999
 * @param rate how fast the level follows, above 0 to 0.5
 * @param level share of the futures that windows hold now; may be above 1
 */
public record Calibration(double target, double rate, double level) {
    /**
     * How fast the level follows the cohorts of a book. With it the bound above comes down to about ten points within
     * the 52 cohorts of a year: (0.9 + 0.2) / (52 x 0.2) = 0.106.
     */
    public static final double RATE = 0.2;

    /** Futures by the thousand say nothing beyond it. */
    static final double LEVEL_MAX = 0.995;

    /**
     * A level this much above the largest is a week more at either end. A week's cohort that misses altogether raises
     * the level of a 0.9 window by just that, {@value #RATE} x 0.9: dates cannot run away faster, since a plant that
     * stands still for a week makes everybody a week later.
     */
    static final double LEVEL_OF_A_WEEK = 0.18;

    /** The narrowest windows that are told: as likely to hold as not. */
    static final double LEVEL_MIN = 0.5;

    public Calibration {
        if (!(target >= 0.5 && target <= 0.999 && rate > 0 && rate <= 0.5)) {
            throw new IllegalArgumentException(
                    "found target " + target + " and rate " + rate + ", expected 0.5 to 0.999 and above 0 to 0.5");
        }
    }

    /** Begins where the futures themselves say. */
    public static Calibration at(double target, double rate) {
        return new Calibration(target, rate, target);
    }

    /**
     * After a cohort has been delivered.
     *
     * @param missed share of it outside its windows, 0 to 1
     */
    public Calibration after(double missed) {
        double moved = level + rate * (missed - (1 - target));
        return new Calibration(target, rate, StrictMath.max(LEVEL_MIN, moved));
    }

    /** Confidence at which to take windows from futures. */
    public double confidence() {
        return StrictMath.clamp(level, LEVEL_MIN, LEVEL_MAX);
    }

    /** Weeks to add at either end of them. */
    public int moreWeeks() {
        return (int) StrictMath.max(0, StrictMath.ceil((level - LEVEL_MAX) / LEVEL_OF_A_WEEK));
    }

    /** A window of {@link #confidence} as wide as it shall be. */
    public Window widened(Window window) {
        int more = moreWeeks();
        return new Window(
                window.earlyBucket() - more,
                window.lateBucket() == Window.BEYOND_HORIZON ? Window.BEYOND_HORIZON : window.lateBucket() + more,
                window.middleBucket(),
                window.probability());
    }
}
