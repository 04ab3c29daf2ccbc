package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Aim;
import io.rampline.simulation.backtest.History.Handed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the maker said in public that it would deliver. It knows of shifts, hours and parts that nobody else was told
 * of, and it is seldom right: what is left to deliver is the aim less what was delivered, times a factor. The factor's
 * median is what earlier aims of the same maker came to, drawn towards 1 as if some had come true exactly; its spread
 * grows with the time that is left.
 *
 * <p>A future weighs by Student's t with 4 degrees of freedom on the logarithm of that factor. Of several aims for the
 * same day the ones made last count, as their geometric mean.
 */
final class Aims {
    /** Other makers in ramp-up reached half to all of what they said, now and then in time and now and then late. */
    private static final double AS_IF_TRUE = 4;

    private static final double SPREAD_IN_A_YEAR = 0.35;
    private static final double SPREAD_MIN = 0.05;
    private static final double FREEDOM = 4;
    private static final double FACTOR_MAX = 2;

    /** An aim that is all but reached says nothing of what is left. */
    private static final double LEFT_MIN = 0.1;

    private final Calendar calendar;
    private final List<Open> open = new ArrayList<>();
    private final double median;

    /** What is left of an aim, from the evening of the day on, in units; the day it is due. */
    private record Open(double left, LocalDate due) {}

    Aims(History known, Calendar calendar) {
        this.calendar = calendar;
        List<Double> factors = new ArrayList<>();
        for (Aim aim : known.aims()) {
            if (aim.due().isAfter(calendar.asOf())) {
                if (isLast(aim, known.aims())) {
                    double left = aim.units() - delivered(known, aim.from(), calendar.asOf());
                    add(aim, left);
                }
            } else {
                cameTo(known, aim, factors);
            }
        }
        double sum = 0;
        for (double factor : factors) {
            sum += factor;
        }
        this.median = sum / (factors.size() + AS_IF_TRUE);
    }

    private void add(Aim aim, double left) {
        if (left > LEFT_MIN * aim.units()
                && calendar.evening(aim.due()) <= calendar.weeks()
                && aim.from().isBefore(calendar.asOf())) {
            open.add(new Open(left, aim.due()));
        }
    }

    private static boolean isLast(Aim aim, List<Aim> all) {
        return all.stream()
                .noneMatch(
                        other -> other.due().equals(aim.due()) && other.known().isAfter(aim.known()));
    }

    /** What was left when it was made, and what then came, where both are known. */
    private static void cameTo(History known, Aim aim, List<Double> factors) {
        double before = delivered(known, aim.from(), aim.known());
        double came = delivered(known, aim.from(), aim.due()) - before;
        double left = aim.units() - before;
        boolean isCounted = known.handed().stream().anyMatch(row -> row.until().equals(aim.due()));
        if (isCounted && left > LEFT_MIN * aim.units() && came > 0) {
            double factor = StrictMath.log(came / left);
            double most = StrictMath.log(FACTOR_MAX);
            factors.add(StrictMath.max(-most, StrictMath.min(most, factor)));
        }
    }

    /** Units of all models from one day to another, counts spread evenly over their days. */
    private static double delivered(History known, LocalDate from, LocalDate until) {
        double sum = 0;
        for (Handed row : known.handed()) {
            double first = StrictMath.max(row.from().toEpochDay(), from.toEpochDay());
            double last = StrictMath.min(row.until().toEpochDay(), until.toEpochDay()) + 1.0;
            double days = row.until().toEpochDay() - row.from().toEpochDay() + 1.0;
            sum += row.units() * StrictMath.max(0, last - first) / days;
        }
        return sum;
    }

    /** Logarithm of how well a future agrees with what was said, from what was said last. */
    double agreement(Walk walk) {
        double log = 0;
        for (Open aim : open) {
            double from = calendar.evening(calendar.asOf());
            double to = calendar.evening(aim.due());
            double built = walk.delivered(from, to);
            double spread = StrictMath.max(SPREAD_MIN, SPREAD_IN_A_YEAR * StrictMath.sqrt((to - from) / 52.18));
            double miss = (StrictMath.log(StrictMath.max(1, built) / aim.left()) - median) / spread;
            log -= (FREEDOM + 1) / 2 * StrictMath.log1p(miss * miss / FREEDOM) / open.size();
        }
        return log;
    }
}
