package io.rampline.desk.briefing;

import java.util.Arrays;

/** A figure for each of some consecutive weeks, {@code NaN} where there is none. Immutable. */
public final class Weekly {
    private final double[] values;

    private Weekly(double[] values) {
        this.values = values;
    }

    /** The figures, copied. */
    public static Weekly of(double... values) {
        return new Weekly(values.clone());
    }

    /** Whole figures, copied. */
    public static Weekly of(int... values) {
        return new Weekly(Arrays.stream(values).asDoubleStream().toArray());
    }

    /** No figure in any of so many weeks. */
    public static Weekly none(int weeks) {
        double[] gaps = new double[weeks];
        Arrays.fill(gaps, Double.NaN);
        return new Weekly(gaps);
    }

    public int weeks() {
        return values.length;
    }

    /** The figure of a week, {@code NaN} for none. */
    public double get(int week) {
        return values[week];
    }

    /** The figure of a week that has a whole one. */
    public int whole(int week) {
        return (int) values[week];
    }

    public boolean has(int week) {
        return !Double.isNaN(values[week]);
    }

    public boolean hasAny() {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    /** The largest figure, 0 when there is none above. */
    public double max() {
        double max = 0;
        for (double value : values) {
            max = value > max ? value : max;
        }
        return max;
    }

    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /** The figures as an array of their own. */
    public double[] toArray() {
        return values.clone();
    }
}
