package io.rampline.ramp.milp;

/**
 * How a sum of whole choices that must reach {@code missing} is rounded: mixed-integer rounding (Nemhauser and Wolsey,
 * Mathematical Programming 46 (1990), recalled). With {@code f} the part by which missing / grain is above a whole
 * number, a choice that gives {@code a} counts as {@code floor(a / grain) + min(1, frac(a / grain) / f)}, and the whole
 * number above missing / grain is needed.
 *
 * @param grain infinite for: no choice counts more than what is missing, of which 1 is needed
 */
record Rounding(double missing, double grain) {
    /** Smaller ones make steep rows, which a solver's tolerances do not bear. */
    private static final double PART_MIN = 0.05;

    private static final double MISSING_MIN = 1e-3;
    private static final int TIMES_MAX = 30;

    boolean usable() {
        return missing >= MISSING_MIN
                && (Double.isInfinite(grain) || (missing / grain <= TIMES_MAX && part() >= PART_MIN));
    }

    private double part() {
        return missing / grain - Math.floor(missing / grain);
    }

    double counted(double gives) {
        if (Double.isInfinite(grain)) {
            return Math.clamp(gives / missing, 0, 1);
        }
        double times = gives / grain;
        double whole = Math.floor(times);
        return whole + Math.min(1, (times - whole) / part());
    }

    double needed() {
        return Double.isInfinite(grain) ? 1 : Math.ceil(missing / grain);
    }

    /** How much a unit of something that need not be whole counts. */
    double ofParts() {
        return Double.isInfinite(grain) ? 1 / missing : 1 / (grain * part());
    }
}
