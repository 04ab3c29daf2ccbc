package io.rampline.factory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What it costs that an order waits a week: compensation, good will, interest; whatever the planner counts.
 *
 * @param minorPerWeek minor units for each open order and week, 0 or more
 * @param minorPerWeekByModel exceptions by model
 */
public record WaitCost(long minorPerWeek, SortedMap<String, Long> minorPerWeekByModel) {
    public static final WaitCost NONE = new WaitCost(0, new TreeMap<>());

    public WaitCost {
        minorPerWeekByModel = new TreeMap<>(minorPerWeekByModel);
        if (minorPerWeek < 0 || minorPerWeekByModel.values().stream().anyMatch(cost -> cost < 0)) {
            throw new IllegalArgumentException("found a wait cost below 0, expected 0 or more");
        }
    }

    public long minorPerWeek(String model) {
        return minorPerWeekByModel.getOrDefault(model, minorPerWeek);
    }
}
