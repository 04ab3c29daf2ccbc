package io.rampline.simulation.window;

/**
 * Keeps the level of windows where they hold as often as they shall, whatever is wrong with the futures: adaptive
 * conformal inference. After each cohort of deliveries level += rate x (share that missed - share that may miss), but
 * not below a floor. For any data whatever the mean miss share of T cohorts is at most (max(a, 1 - a) + rate) / (T x
 * rate) above the allowed one, a the share that may miss at the start; without the floor it would be as near from
 * below.
 *
 * <p>All orders of a week share its shocks, so a week is one cohort however many were delivered in it. Above the
 * largest level that futures can tell, windows are widened by weeks.
 *
 * <p>Source: Gibbs and Candes, Adaptive conformal inference under distribution shift, 2021.
 *
 * @param target share of deliveries that shall fall inside, 0.5 to 0.999
 * @param rate how fast the level follows, above 0 to 0.5
 * @param level share of the futures that windows hold now; may be above 1
 */
public record Calibration(double target, double rate, double level) {
    /** How fast the level follows the cohorts of a book. */
    public static final double RATE = 0.15;

    /** Futures by the thousand say nothing beyond it. */
    static final double LEVEL_MAX = 0.995;

    /** A level this much above the largest is a week more at either end. */
    static final double LEVEL_OF_A_WEEK = 0.05;

    static final double LEVEL_MIN = 0.5;

    /**
     * A level never falls further than this below the target. A lucky stretch would otherwise take windows away that
     * are missed when luck turns, long before what was missed is known.
     */
    static final double FALL_MOST = 0.2;

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
        return new Calibration(target, rate, StrictMath.max(target - FALL_MOST, moved));
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
