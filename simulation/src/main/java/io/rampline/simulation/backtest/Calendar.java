package io.rampline.simulation.backtest;

import io.rampline.factory.Week;
import io.rampline.simulation.backtest.History.Rest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Weeks by number, from the first of which anything is known to the last to be forecast.
 *
 * @param origin week 0
 * @param now first week of which nothing is known
 * @param weeks how many
 * @param firstMonth first month to be forecast: the one of the day after {@code asOf}
 */
record Calendar(Week origin, LocalDate asOf, int now, int weeks, YearMonth firstMonth, int months) {
    private static final double DAYS = 7;

    static Calendar of(LocalDate first, LocalDate asOf, int months) {
        Week origin = Week.of(first);
        YearMonth month = YearMonth.from(asOf.plusDays(1));
        LocalDate last = month.plusMonths(months - 1L).atEndOfMonth();
        int now = Week.of(asOf).since(origin) + 1;
        return new Calendar(origin, asOf, now, Week.of(last).since(origin) + 1, month, months);
    }

    int week(LocalDate day) {
        return Week.of(day).since(origin);
    }

    /** The morning of a day, in weeks from the origin. */
    double morning(LocalDate day) {
        return (day.toEpochDay() - origin.monday().toEpochDay()) / DAYS;
    }

    /** The evening of a day. */
    double evening(LocalDate day) {
        return morning(day.plusDays(1));
    }

    /** Spreads units evenly over a period; what lies outside of the weeks is left out. */
    void spread(double[] byWeek, double from, double to, double units) {
        int last = StrictMath.min(byWeek.length, (int) StrictMath.ceil(to));
        for (int week = StrictMath.max(0, (int) from); week < last; week++) {
            double share = StrictMath.min(to, week + 1) - StrictMath.max(from, week);
            byWeek[week] += units * share / (to - from);
        }
    }

    List<Double> working(List<Rest> rests) {
        List<Double> working = new ArrayList<>(Collections.nCopies(weeks, 1.0));
        for (Rest rest : rests) {
            int week = rest.week().since(origin);
            if (week >= 0 && week < weeks) {
                working.set(week, StrictMath.min(working.get(week), rest.share()));
            }
        }
        return working;
    }
}
