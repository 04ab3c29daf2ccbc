package io.rampline.simulation.ramp;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The curve nearest to what was built, by least squares of units; a period's units are its length times the curve in
 * its middle. Six starting points, each improved by {@link NelderMead}; the best is taken. Needs as many periods as
 * there are figures to find: two, or three when the ceiling is to be found, too.
 */
public final class CurveFit {
    private static final double[] CLIMBS_PER_SPAN = {2, 5, 12};
    private static final double[] MIDDLES_OF_SPAN = {0.5, 1};
    private static final double CEILING_START = 1.3;

    private final List<Output> seen;
    private final OptionalDouble ceiling;

    private CurveFit(List<Output> seen, OptionalDouble ceiling) {
        this.seen = seen;
        this.ceiling = ceiling;
    }

    /**
     * Fits a logistic.
     *
     * @param seen in order of time
     * @param ceiling units a period at full rate, where it is known; found by the fit where it is not
     * @throws IllegalArgumentException when there are fewer periods than figures to find
     */
    public static Curve.Logistic logistic(List<Output> seen, OptionalDouble ceiling) {
        double[] found = new CurveFit(seen, ceiling).least(Curve.Logistic::new);
        return new Curve.Logistic(found[0], found[1], found[2]);
    }

    /** The same with a Gompertz curve. */
    public static Curve.Gompertz gompertz(List<Output> seen, OptionalDouble ceiling) {
        double[] found = new CurveFit(seen, ceiling).least(Curve.Gompertz::new);
        return new Curve.Gompertz(found[0], found[1], found[2]);
    }

    /** A curve of ceiling, rate and middle. */
    @FunctionalInterface
    private interface Form {
        Curve curve(double ceiling, double rate, double middle);
    }

    private double[] least(Form form) {
        int unknown = ceiling.isPresent() ? 2 : 3;
        if (seen.size() < unknown) {
            throw new IllegalArgumentException("found " + seen.size() + " periods, expected at least " + unknown
                    + " to fit a curve. Maybe wait for more, or give the ceiling.");
        }
        double start = seen.getFirst().from();
        double span = seen.getLast().to() - start;
        double most =
                seen.stream().mapToDouble(o -> o.units() / o.length()).max().orElseThrow();
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (double climbs : CLIMBS_PER_SPAN) {
            for (double share : MIDDLES_OF_SPAN) {
                double[] from = new double[unknown];
                from[0] = StrictMath.log(climbs / span);
                from[1] = start + share * span;
                double[] widths = new double[unknown];
                widths[0] = 0.5;
                widths[1] = span / 4;
                if (ceiling.isEmpty()) {
                    from[2] = StrictMath.log(CEILING_START * most);
                    widths[2] = 0.3;
                }
                NelderMead search = new NelderMead(at -> squares(form, figures(at)), from, widths);
                if (search.least() < least) {
                    least = search.least();
                    best = search.place();
                }
            }
        }
        return figures(best);
    }

    private double[] figures(double[] at) {
        double top = ceiling.isPresent() ? ceiling.getAsDouble() : StrictMath.exp(at[2]);
        return new double[] {top, StrictMath.exp(at[0]), at[1]};
    }

    private double squares(Form form, double[] figures) {
        Curve curve = form.curve(figures[0], figures[1], figures[2]);
        double sum = 0;
        for (Output output : seen) {
            double miss = output.units() - output.length() * curve.at(output.middle());
            sum += miss * miss;
        }
        return sum;
    }
}
