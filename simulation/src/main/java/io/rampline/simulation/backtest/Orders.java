package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Expected;
import io.rampline.simulation.backtest.History.Locks;
import java.util.List;

/**
 * Orders by week: those counted, and those to come. Where a planner expects some, his range is believed: low and high
 * are the tenth and the ninetieth percentile. Otherwise the pace counted after the first week goes on and falls with
 * the age of the model, as a power of it, until it is half a year old; the exponent is uncertain.
 *
 * <p>Days between two counts of which no count speaks (one that is published later, say) are not days without orders:
 * the pace counted after them is taken for theirs.
 */
final class Orders {
    private static final double NINETIETH = 1.2815515655446004;

    /** Those who waited for the launch are no pace. */
    private static final double LAUNCH_WEEKS = 1;

    private static final double FRESH_WEEKS = 13;
    private static final double RECENT_WEEKS = 8;
    private static final double SETTLED_AGE_WEEKS = 26;
    private static final double FADE = 0.6;
    private static final double FADE_SPREAD = 0.25;
    private static final double PACE_SPREAD = 0.25;

    private final double[] locked;
    private final double[] low;
    private final double[] mid;
    private final double[] high;
    private final CountedDays counted;
    private final double launch;
    private final double pace;
    private final double paceAge;

    Orders(History known, Calendar calendar, String model) {
        locked = new double[calendar.weeks()];
        low = new double[calendar.weeks()];
        mid = new double[calendar.weeks()];
        high = new double[calendar.weeks()];
        List<Locks> rows =
                known.locks().stream().filter(row -> row.model().equals(model)).toList();
        counted = new CountedDays(calendar);
        double first = calendar.weeks();
        double last = 0;
        for (Locks row : rows) {
            first = StrictMath.min(first, calendar.morning(row.from()));
            last = StrictMath.max(last, calendar.evening(row.until()));
            counted.add(row.from(), row.until());
            boolean leftSoon = row.leftFrom().isEmpty();
            calendar.spread(
                    locked,
                    calendar.morning(row.from()),
                    calendar.evening(row.until()),
                    leftSoon ? row.units() - row.left() : row.units());
            row.leftFrom()
                    .ifPresent(day -> calendar.spread(
                            locked,
                            calendar.morning(day),
                            StrictMath.max(calendar.evening(day), calendar.now()),
                            -row.left()));
        }
        launch = first;
        double recent = StrictMath.max(StrictMath.min(first + LAUNCH_WEEKS, last - 1), last - RECENT_WEEKS);
        double[] lately = new double[calendar.weeks()];
        for (Locks row : rows) {
            calendar.spread(lately, calendar.morning(row.from()), calendar.evening(row.until()), row.units());
        }
        // Before the launch there was nothing to count.
        double counts = counted.weeks(StrictMath.max(first, recent), last) + StrictMath.max(0, first - recent);
        pace = last > 0 ? sum(lately, recent, last) / counts : 0;
        paceAge = StrictMath.max(1, (recent + last) / 2 - first);
        expect(known, calendar, model);
    }

    private void expect(History known, Calendar calendar, String model) {
        for (Expected row : known.expected()) {
            if (row.model().equals(model)) {
                int from = StrictMath.max(0, row.first().since(calendar.origin()));
                int to = StrictMath.min(calendar.weeks() - 1, row.last().since(calendar.origin()));
                for (int week = from; week <= to; week++) {
                    low[week] += row.low();
                    mid[week] += row.mid();
                    high[week] += row.high();
                }
            }
        }
    }

    /** Orders counted in a week, less those who left; below 0 in a week in which more left. */
    double counted(int week) {
        return locked[week];
    }

    /** Whether the launch is so fresh that not all of its orders have been told of. */
    boolean isFresh(int week) {
        return week - launch <= FRESH_WEEKS;
    }

    /** Share of a week since the launch of which no count speaks. */
    double uncounted(int week) {
        return counted.missing(week, launch);
    }

    /** Whether a planner said what to expect. */
    boolean isExpected(int week) {
        return mid[week] > 0;
    }

    /**
     * Orders of a week in which none are counted.
     *
     * @param level where demand goes, standard normal
     * @param fading how quickly interest fades, standard normal
     */
    double toCome(int week, double level, double fading) {
        if (mid[week] > 0) {
            double end = level > 0 ? high[week] / mid[week] : mid[week] / StrictMath.max(1, low[week]);
            return mid[week] * StrictMath.exp(level / NINETIETH * StrictMath.log(StrictMath.max(1, end)));
        }
        double settled = StrictMath.max(SETTLED_AGE_WEEKS, paceAge);
        double age = StrictMath.max(paceAge, StrictMath.min(settled, week + 0.5 - launch));
        double exponent = StrictMath.max(0, FADE + FADE_SPREAD * fading);
        return pace * StrictMath.exp(-exponent * StrictMath.log(age / paceAge) + PACE_SPREAD * level);
    }

    private static double sum(double[] byWeek, double from, double to) {
        double sum = 0;
        for (int week = (int) from; week < StrictMath.min(to, byWeek.length); week++) {
            sum += byWeek[week] * (StrictMath.min(to, week + 1) - StrictMath.max(from, week));
        }
        return sum;
    }
}
