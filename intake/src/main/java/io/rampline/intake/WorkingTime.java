package io.rampline.intake;

import io.rampline.factory.WeeklyUnits;

/**
 * When a line works.
 *
 * @param days days of each bucket on which cars are built, 0 to 7
 * @param hoursPerDay 0 to 24; 0 when the scenario does not say
 */
public record WorkingTime(WeeklyUnits days, double hoursPerDay) {}
