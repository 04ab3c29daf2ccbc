package io.rampline.factory;

/**
 * Where customers are.
 *
 * @param transitWeeks weeks from the line to the customer, 0 to 26
 * @param opensBucket first bucket in which a unit for it may be built; the number of weeks of the horizon or more when
 *     it does not open in time
 * @param transport units a week that can leave for it, counted in the build week, {@link WeeklyUnits#UNLIMITED} where
 *     there is no limit
 */
public record Market(String name, int transitWeeks, int opensBucket, WeeklyUnits transport) {}
