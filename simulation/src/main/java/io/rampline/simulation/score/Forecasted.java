package io.rampline.simulation.score;

import java.util.Arrays;

/** What was forecast for one thing on one day, as equally likely values. */
public final class Forecasted {
    /** Ends of the range that is to hold in eight cases of ten. */
    public static final double LOW = 0.1;

    public static final double HIGH = 0.9;

    private final double[] values;

    /** Takes at least one value, in any order. */
    public Forecasted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("found a forecast of no values, expected at least one");
        }
        this.values = values.clone();
        Arrays.sort(this.values);
    }

    /** The values, ascending. */
    public double[] values() {
        return values.clone();
    }

    public double p10() {
        return quantile(LOW);
    }

    public double p50() {
        return quantile(0.5);
    }

    public double p90() {
        return quantile(HIGH);
    }

    public double quantile(double level) {
        return Scores.quantile(values, level);
    }

    /** Mean pinball score of p10, p50 and p90. */
    public double pinball(double actual) {
        return (Scores.pinball(actual, p10(), LOW)
                        + Scores.pinball(actual, p50(), 0.5)
                        + Scores.pinball(actual, p90(), HIGH))
                / 3;
    }

    public double crps(double actual) {
        return Scores.crps(actual, values);
    }

    public double interval(double actual) {
        return Scores.interval(actual, p10(), p90(), 1 - (HIGH - LOW));
    }

    /** Whether p10 to p90 held. */
    public boolean holds(double actual) {
        return actual >= p10() && actual <= p90();
    }
}
