package io.rampline.simulation.window;

import java.util.List;

/**
 * Do stated probabilities move as honest ones do? An honest probability cannot be foreseen to move: its changes have
 * mean 0, do not follow one another, and add up to no more movement than P (1 - P) falls.
 *
 * <ul>
 *   <li><b>falling</b>: promises get less likely week after week. This is the one that warns.
 *   <li><b>rising</b>: they get more likely; customers were told too late a date.
 *   <li><b>following</b>: a movement tells the next one (serial correlation), either way.
 *   <li><b>excess</b>: too much movement (news is overrated) or too little, either way: (dP)^2 - [P (1 - P) - P' (1 -
 *       P')] = dP (1 - 2 P) has mean 0.
 * </ul>
 *
 * <p>All orders share the week's luck, so n = weeks. Each of the four is a sign-flip test: were the signs of the weeks
 * drawn by coins, how often would the sum be as large? With 12 weeks all 4,096 are tried, so nothing need be known of
 * how much weeks differ. It takes an honest week to be as likely to fall as to rise by as much; near 0 and 1 that is
 * not quite so, and what has fallen falls on by little steps. Therefore it warns at 4 %, which in a study of honest
 * plants is 5 %. One-sided: a two-sided one of the same size would need weeks more.
 *
 * <p>Never to be asked of quantiles or windows: those of an honest forecast do drift.
 *
 * <p>Cost O(2^weeks). Sources: forecast efficiency, Nordhaus 1987; excess movement, Augenblick and Rabin 2021;
 * randomisation test, Fisher 1935.
 *
 * @param weeks how many were looked at, the last ones
 * @param meanDrift mean movement of an order a week, as a probability
 */
public record RevisionTest(
        int weeks, double meanDrift, double fallingP, double risingP, double followingP, double excessP) {
    /** Weeks looked at: more would find a smaller drift, but later. */
    public static final int WEEKS = 12;

    /** With fewer weeks no pattern of signs is rarer than one in twenty. */
    public static final int WEEKS_LEAST = 6;

    /** At which it warns, so that no more than 6 in 100 honest plants are warned of, see above. */
    public static final double WARNS_AT = 0.04;

    /** Sums as large as the one seen but for the rounding of binary fractions. */
    private static final double SLACK = 1e-12;

    /** Looks at the last movements. */
    public static RevisionTest of(List<Movement> movements) {
        List<Movement> last = movements.subList(StrictMath.max(0, movements.size() - WEEKS), movements.size());
        double[] drift = last.stream().mapToDouble(Movement::drift).toArray();
        double[] excess = last.stream().mapToDouble(Movement::excess).toArray();
        double[] following = new double[StrictMath.max(0, drift.length - 1)];
        for (int i = 0; i < following.length; i++) {
            following[i] = drift[i] * drift[i + 1];
        }
        double sum = last.stream().mapToDouble(Movement::moved).sum();
        double rising = shareAsLarge(drift);
        double falling = shareAsLarge(negative(drift));
        return new RevisionTest(
                drift.length,
                drift.length == 0 ? 0 : sum / drift.length,
                falling,
                rising,
                bothSides(following),
                bothSides(excess));
    }

    /** Whether there have been weeks enough to say anything. */
    public boolean canTell() {
        return weeks >= WEEKS_LEAST;
    }

    /** Stated probabilities fall: promises will be broken that look kept today. */
    public boolean warns() {
        return canTell() && fallingP <= WARNS_AT;
    }

    private static double[] negative(double[] values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }

    private static double bothSides(double[] values) {
        return StrictMath.min(1, 2 * StrictMath.min(shareAsLarge(values), shareAsLarge(negative(values))));
    }

    /** Share of all patterns of signs with a sum as large as that seen; 1 without a value. */
    private static double shareAsLarge(double[] values) {
        double seen = 0;
        double scale = 0;
        for (double value : values) {
            seen += value;
            scale += StrictMath.abs(value);
        }
        long patterns = 1L << values.length;
        long asLarge = 0;
        double sum = seen;
        double large = seen - SLACK * scale;
        // In the order of the Gray code one sign turns at a time.
        long signs = 0;
        for (long pattern = 1; pattern <= patterns; pattern++) {
            asLarge += sum >= large ? 1 : 0;
            int turned = Long.numberOfTrailingZeros(pattern);
            if (turned < values.length) {
                signs ^= 1L << turned;
                sum += (signs >> turned & 1) == 0 ? 2 * values[turned] : -2 * values[turned];
            }
        }
        return asLarge / (double) patterns;
    }
}
