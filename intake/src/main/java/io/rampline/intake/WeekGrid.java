package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import java.util.Arrays;

/** The numbers that the rows of a file give to the weeks of the horizon, and which row gave them. */
final class WeekGrid {
    /** Series of a week table, each a grid of its own: 10,000 x 520 weeks stay below 50 MB. */
    static final int SERIES_MAX = 10_000;

    private final Horizon horizon;
    private final int[] units;
    private final int[] lines;

    WeekGrid(Horizon horizon) {
        this.horizon = horizon;
        this.units = new int[horizon.weeks()];
        this.lines = new int[horizon.weeks()];
    }

    /**
     * Gives each week of the range its number; a week that has one already is a flaw, told once for the row.
     *
     * @return whether all weeks were free
     */
    boolean set(Row row, String column, WeekRange range, int number) {
        boolean isTold = false;
        for (int bucket = range.fromBucket(horizon); bucket < range.toBucket(horizon); bucket++) {
            if (lines[bucket] == 0) {
                lines[bucket] = row.line();
                units[bucket] = number;
            } else if (!isTold) {
                isTold = true;
                Week week = horizon.week(bucket);
                row.flaw(
                        column,
                        "a second value for " + week,
                        "one, as on line " + lines[bucket],
                        "ranges that overlap");
            }
        }
        return !isTold;
    }

    /** Adds to each week of the range. */
    void add(Row row, String column, WeekRange range, int number, int max) {
        for (int bucket = range.fromBucket(horizon); bucket < range.toBucket(horizon); bucket++) {
            if ((long) units[bucket] + number > max) {
                row.flaw(
                        column,
                        "rows that add up to more than " + max + " in " + horizon.week(bucket),
                        "at most that",
                        "");
                return;
            }
            units[bucket] += number;
            lines[bucket] = row.line();
        }
    }

    boolean has(int bucket) {
        return lines[bucket] != 0;
    }

    boolean isFull() {
        return Arrays.stream(lines).allMatch(line -> line != 0);
    }

    int get(int bucket) {
        return units[bucket];
    }

    /** @param ifAbsent for weeks without a row */
    WeeklyUnits units(int ifAbsent) {
        int[] filled = units.clone();
        for (int bucket = 0; bucket < filled.length; bucket++) {
            if (lines[bucket] == 0) {
                filled[bucket] = ifAbsent;
            }
        }
        return WeeklyUnits.of(filled);
    }
}
