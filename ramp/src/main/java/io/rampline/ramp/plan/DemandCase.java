package io.rampline.ramp.plan;

import io.rampline.factory.DemandForecast;
import io.rampline.factory.WeeklyUnits;

/** Which of the three forecasts a plan is made for. */
public enum DemandCase {
    LOW,
    MID,
    HIGH;

    public WeeklyUnits of(DemandForecast forecast) {
        return switch (this) {
            case LOW -> forecast.low();
            case MID -> forecast.mid();
            case HIGH -> forecast.high();
        };
    }
}
