package io.rampline.simulation.flowline;

import io.rampline.simulation.futures.NormalCurve;

/**
 * A mean of independent values, and how far the true one may be from it.
 *
 * @param value the mean
 * @param halfWidth half the width of the confidence interval; infinite for a single value
 */
public record Mean(double value, double halfWidth) {
    /** Confidence of every interval here. */
    public static final double CONFIDENCE = 0.95;

    /** The mean of values from independent runs, with Student's interval. */
    public static Mean of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        if (values.length < 2) {
            return new Mean(mean, Double.POSITIVE_INFINITY);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = StrictMath.sqrt(squares / (values.length - 1) / values.length);
        return new Mean(mean, error * student(values.length - 1));
    }

    public double low() {
        return value - halfWidth;
    }

    public double high() {
        return value + halfWidth;
    }

    /** Whether the interval leaves 0 out: chance alone would seldom make it do so. */
    public boolean isSure() {
        return low() > 0 || high() < 0;
    }

    /** Divided by a number above 0. */
    public Mean over(double divisor) {
        return new Mean(value / divisor, halfWidth / divisor);
    }

    /**
     * What Student's t with the given degrees of freedom exceeds in size with probability 1 - {@link #CONFIDENCE}.
     * Source: Hill, algorithm 396, Communications of the ACM 13 (1970).
     */
    static double student(int freedom) {
        double tail = 1 - CONFIDENCE;
        if (freedom == 1) {
            return 1 / StrictMath.tan(tail * StrictMath.PI / 2);
        }
        if (freedom == 2) {
            return StrictMath.sqrt(2 / (tail * (2 - tail)) - 2);
        }
        double a = 1 / (freedom - 0.5);
        double b = 48 / (a * a);
        double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        double d = ((94.5 / (b + c) - 3) / b + 1) * StrictMath.sqrt(a * StrictMath.PI / 2) * freedom;
        double y = StrictMath.pow(d * tail, 2.0 / freedom);
        if (y > 0.05 + a) {
            double x = NormalCurve.quantile(tail / 2);
            y = x * x;
            double e = freedom < 5 ? c + 0.3 * (freedom - 4.5) * (x + 0.6) : c;
            e = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + e;
            y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / e - y - 3) / b + 1) * x;
            y = StrictMath.expm1(a * y * y);
        } else {
            y = ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4))
                                            * y
                                    - 1)
                            * (freedom + 1)
                            / (freedom + 2)
                    + 1 / y;
        }
        return StrictMath.sqrt(freedom * y);
    }
}
