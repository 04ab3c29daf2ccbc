package io.rampline.simulation.backtest;

import java.time.LocalDate;

/** The days that some count speaks of. What no count speaks of is not nothing: it is not known. */
final class CountedDays {
    private static final int DAYS = 7;

    private final Calendar calendar;
    private final boolean[] days;

    CountedDays(Calendar calendar) {
        this.calendar = calendar;
        this.days = new boolean[calendar.weeks() * DAYS];
    }

    /** All from the one to the other. */
    void add(LocalDate from, LocalDate until) {
        int last = StrictMath.min(days.length, day(calendar.evening(until)));
        for (int day = day(calendar.morning(from)); day < last; day++) {
            days[day] = true;
        }
    }

    /** Share of the days of a week that some count speaks of. */
    double share(int week) {
        return weeks(week, week + 1.0);
    }

    /** Share of the days of a week, those before {@code first} left out, that no count speaks of. */
    double missing(int week, double first) {
        double from = StrictMath.clamp(first, week, week + 1.0);
        return (day(week + 1.0) - day(from) - counted(from, week + 1.0)) / (double) DAYS;
    }

    /** Days between two points that some count speaks of, in weeks as the points are. */
    double weeks(double from, double to) {
        return counted(from, to) / (double) DAYS;
    }

    private int counted(double from, double to) {
        int counted = 0;
        for (int day = day(from); day < day(to); day++) {
            counted += days[day] ? 1 : 0;
        }
        return counted;
    }

    private static int day(double weeks) {
        return (int) StrictMath.round(weeks * DAYS);
    }
}
