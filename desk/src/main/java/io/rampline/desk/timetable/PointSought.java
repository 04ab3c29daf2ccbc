package io.rampline.desk.timetable;

import io.rampline.factory.Week;
import java.util.Optional;

/**
 * What a search for a market's opening is looking at.
 *
 * @param opens empty while the market stays closed
 * @param unitsPerWeek 0 while it stays closed
 * @param homeWaitWeeks that nobody at home waits longer than
 * @param number of the points asked for, from 1 on; 0 while the earliest week is sought, and for a closed market
 * @param all how many points were asked for
 */
public record PointSought(
        String market, Optional<Week> opens, int unitsPerWeek, int homeWaitWeeks, int number, int all) {}
