package io.rampline.desk.briefing;

import java.util.Arrays;

/** Values by week, of which the middle one is wanted. */
final class WeekValues {
    private final float[][] values;
    private final int[] counts;

    WeekValues(int weeks) {
        this.values = new float[weeks][0];
        this.counts = new int[weeks];
    }

    void add(int week, float value) {
        if (counts[week] == values[week].length) {
            values[week] = Arrays.copyOf(values[week], Math.max(8, counts[week] * 2));
        }
        values[week][counts[week]++] = value;
    }

    /** The lower median of each week, to a tenth; {@code NaN} where there is no value. */
    Weekly medians() {
        double[] medians = new double[values.length];
        for (int week = 0; week < medians.length; week++) {
            if (counts[week] == 0) {
                medians[week] = Double.NaN;
            } else {
                float[] sorted = Arrays.copyOf(values[week], counts[week]);
                Arrays.sort(sorted);
                medians[week] = Math.round(sorted[(sorted.length - 1) / 2] * 10) / 10.0;
            }
        }
        return Weekly.of(medians);
    }
}
