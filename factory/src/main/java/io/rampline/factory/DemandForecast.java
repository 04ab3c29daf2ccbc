package io.rampline.factory;

/** Orders expected to be locked in each bucket from now on. */
public record DemandForecast(
        String model, String trim, String market, WeeklyUnits low, WeeklyUnits mid, WeeklyUnits high) {}
