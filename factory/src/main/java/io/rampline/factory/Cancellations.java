package io.rampline.factory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of those who wait leave.
 *
 * @param percentPerMonth of the open orders, 0 to less than 100
 * @param percentPerMonthByModel exceptions by model
 */
public record Cancellations(double percentPerMonth, SortedMap<String, Double> percentPerMonthByModel) {
    public static final Cancellations NONE = new Cancellations(0, new TreeMap<>());

    /** A month of the mean year, 365.25 days / 12 / 7. */
    public static final double WEEKS_PER_MONTH = 365.25 / 84;

    public Cancellations {
        percentPerMonthByModel = new TreeMap<>(percentPerMonthByModel);
        inRange(percentPerMonth);
        percentPerMonthByModel.values().forEach(Cancellations::inRange);
    }

    /** Share of the open orders of a model that leaves in a week, 0 to less than 1: 1 - (1 - month)^(1/4.348). */
    public double weeklyShare(String model) {
        double month = percentPerMonthByModel.getOrDefault(model, percentPerMonth) / 100;
        return 1 - Math.pow(1 - month, 1 / WEEKS_PER_MONTH);
    }

    private static void inRange(double percent) {
        if (!(percent >= 0 && percent < 100)) {
            throw new IllegalArgumentException(
                    "found cancellations of " + percent + " percent a month, expected 0 to less than 100");
        }
    }
}
