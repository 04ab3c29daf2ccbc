package io.rampline.ramp.plan;

import io.rampline.factory.DemandForecast;
import io.rampline.factory.Scenario;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One way demand may go.
 *
 * @param name for people
 * @param weight how likely, relative to the others; above 0
 * @param level -1 for the low forecast, 0 for the middle one, 1 for the high one; what lies between is a straight line
 * @param levelByModel exceptions by model
 */
public record Future(String name, double weight, double level, SortedMap<String, Double> levelByModel) {
    public Future {
        levelByModel = new TreeMap<>(levelByModel);
        if (!(weight > 0) || !(Math.abs(level) <= 1)) {
            throw new IllegalArgumentException("found future " + name + " of weight " + weight + " and level " + level
                    + ", expected a weight above 0 and a level of -1 to 1");
        }
    }

    /** The scenario in which the middle forecast is this future's demand, in whole orders. */
    public Scenario in(Scenario scenario) {
        List<DemandForecast> demand = new ArrayList<>();
        for (DemandForecast forecast : scenario.demand()) {
            int[] units = new int[forecast.mid().weeks()];
            double to = levelByModel.getOrDefault(forecast.model(), level);
            WeeklyUnits end = to < 0 ? forecast.low() : forecast.high();
            for (int t = 0; t < units.length; t++) {
                double way =
                        Math.abs(to) * ((double) end.get(t) - forecast.mid().get(t));
                units[t] = (int) Math.rint(forecast.mid().get(t) + way);
            }
            demand.add(new DemandForecast(
                    forecast.model(),
                    forecast.trim(),
                    forecast.market(),
                    forecast.low(),
                    WeeklyUnits.of(units),
                    forecast.high()));
        }
        return scenario.withDemand(demand);
    }
}
