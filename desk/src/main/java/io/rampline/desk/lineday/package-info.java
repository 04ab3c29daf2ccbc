/**
 * From the cars promised for a week on a line to the order in which they go down the line, day by day.
 *
 * <p>{@link io.rampline.desk.lineday.LineWeek} gathers the cars, {@link io.rampline.desk.lineday.DaySpread} levels them
 * over the days, {@link io.rampline.desk.lineday.WeekOrdering} puts each day in order behind the day before, and
 * {@link io.rampline.desk.lineday.PromisesKept} checks that every car promised for the week is built in it.
 */
@NullMarked
package io.rampline.desk.lineday;

import org.jspecify.annotations.NullMarked;
