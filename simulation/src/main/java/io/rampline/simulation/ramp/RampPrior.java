package io.rampline.simulation.ramp;

import java.time.LocalDate;
import java.util.List;

/**
 * What is believed of a ramp before any of its own figures: that it is one of a family. Each public ramp has its own
 * climb; the logarithms are normal around the family's mean. Mean and spread are those of the ramps, and a new ramp is
 * one more draw from the family: spread x sqrt(1 + 1/n) (the predictive distribution with a flat prior on the mean).
 *
 * @param climbWeeks median weeks from 10 to 90 percent of the ceiling
 * @param climbSpread standard deviation of the logarithm of that
 * @param startDepth how deep in its climb a ramp starts: minus the logit of its share of the ceiling on the first day,
 *     so that 2.2 is a tenth and 4.6 a hundredth
 * @param startDepthSpread standard deviation of that
 * @param ceilingSpread standard deviation of the logarithm of ceiling reached over ceiling announced
 * @param noise standard deviation of the logarithm of a week's output around the curve
 * @param carry share of a week's noise that stays in the next (log-AR(1)), 0 to less than 1
 * @param drift standard deviation of the weekly step of the lasting level
 * @param outage chance that a week is hit by a stop beyond the usual, 0 to 1
 * @param outageLoss share of the week's output that is then lost
 */
public record RampPrior(
        double climbWeeks,
        double climbSpread,
        double startDepth,
        double startDepthSpread,
        double ceilingSpread,
        double noise,
        double carry,
        double drift,
        double outage,
        double outageLoss) {
    /** ln(0.9 / 0.1) - ln(0.1 / 0.9): from 10 to 90 percent of a logistic of rate 1. */
    public static final double TEN_TO_NINETY = 2 * StrictMath.log(9);

    /**
     * A family without members. Climb: half a year. All figures are assumed; the climb gives way to public ramps at
     * once, the others stay, because quarterly figures say little of weeks.
     */
    public static final RampPrior ASSUMED = new RampPrior(26, 0.5, 3, 1.5, 0.15, 0.05, 0.7, 0.015, 0.02, 0.5);

    /** Two ramps that happen to agree do not make the family narrow. */
    private static final double CLIMB_SPREAD_MIN = 0.35;

    private static final double DEPTH_SPREAD_MIN = 1;

    /**
     * Learns climb and start from other ramps.
     *
     * @param ramps those of {@code own} and those not known by {@code asOf} are left out
     * @param own the maker whose ramp is to be estimated
     */
    public static RampPrior from(List<PublicRamp> ramps, String own, LocalDate asOf) {
        List<Curve.Logistic> fits = ramps.stream()
                .filter(ramp -> !ramp.maker().equals(own) && !ramp.known().isAfter(asOf))
                .map(PublicRamp::fit)
                .toList();
        if (fits.isEmpty()) {
            return ASSUMED;
        }
        double[] climbs = fits.stream()
                .mapToDouble(fit -> StrictMath.log(TEN_TO_NINETY / fit.rate()))
                .toArray();
        double[] depths =
                fits.stream().mapToDouble(fit -> fit.rate() * fit.middle()).toArray();
        return new RampPrior(
                StrictMath.exp(mean(climbs)),
                spread(climbs, CLIMB_SPREAD_MIN),
                mean(depths),
                spread(depths, DEPTH_SPREAD_MIN),
                ASSUMED.ceilingSpread,
                ASSUMED.noise,
                ASSUMED.carry,
                ASSUMED.drift,
                ASSUMED.outage,
                ASSUMED.outageLoss);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(double[] values, double least) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double within = StrictMath.max(least, StrictMath.sqrt(squares / StrictMath.max(1, values.length - 1)));
        return within * StrictMath.sqrt(1 + 1.0 / values.length);
    }

    /** The same with another trust in what was announced. */
    public RampPrior withCeilingSpread(double spread) {
        return new RampPrior(
                climbWeeks, climbSpread, startDepth, startDepthSpread, spread, noise, carry, drift, outage, outageLoss);
    }
}
