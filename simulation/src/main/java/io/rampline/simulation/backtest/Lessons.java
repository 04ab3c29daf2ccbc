package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Comparison.Pair;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.Shown.Reading;
import io.rampline.simulation.futures.Draws;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What forecasts of earlier days teach about the one of today, by how far ahead they look: how much wider or narrower
 * ranges must be to hold in eight cases of ten, and how far the wait that was shown last is to be trusted beside the
 * one that was walked.
 *
 * <p>The factor on the width is the conformal one: the 80 percent quantile of |outturn - median| in units of the spread
 * that was stated, all on logarithms, over what it should be. Rows of one earlier day and one reach share their luck
 * and weigh together as one. As few days teach little, they are joined by a handful of imagined ones in which all was
 * as it should be.
 *
 * <p>The trust is the one with the least absolute error of the median on earlier days, with a like addition.
 *
 * <p>Sources: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005 (conformal prediction); Barber,
 * Candes, Ramdas and Tibshirani, Annals of Statistics 51, 2023 (weights where days are not exchangeable). Earlier days
 * of one plant are not exchangeable with later ones, so that no guarantee holds here.
 */
final class Lessons {
    /** Three months each, and all that is beyond. */
    private static final int REACHES = 3;

    private static final int REACH_DAYS = 91;
    private static final double WEEK_DAYS = 7;

    /** Of |standard normal|. */
    private static final double EIGHTY_PERCENT = 1.2815515655446004;

    private static final double HELD = 0.8;
    private static final double NARROWEST = 0.75;

    /** New plans come without notice, and a quiet year tells little of them. */
    private static final double NARROWEST_OF_WAITS = 1;

    private static final double WIDEST = 1.4;
    private static final double IMAGINED_DAYS = 5;
    private static final double SPREAD_MIN = 0.02;

    /** The wait shown last strays from what will be shown, less at once and more in the end. */
    private static final double STRAYS_AT_ONCE = 0.2;

    private static final double STRAYS_IN_THE_END = 0.55;
    private static final double STRAYS_WITHIN_WEEKS = 10;

    /**
     * What is shown next is like the last; what is shown in a year is as much like the queue, and more so of a launch.
     */
    private static final double TRUST_IN_THE_END = 0.6;

    private static final double TRUST_OF_YOUNG = 0.3;

    private static final double TRUST_LASTS_WEEKS = 26;
    private static final double TRUST_PULL = 10;
    private static final int TRUST_STEPS = 20;
    private static final int STRAY = 0x4254_3000;

    private final double[] deliveries = new double[REACHES];
    private final double[] waits = new double[REACHES];
    /** Added to the trust that was there before. */
    private final double[] trust = new double[REACHES];

    /**
     * A forecast of an earlier day before any lesson.
     *
     * @param shown waits shown by then
     */
    record Raw(Forecast forecast, Shown shown) {}

    /** One row of an earlier day, on logarithms. */
    private record Miss(
            int reach,
            double weight,
            double walked,
            double spread,
            double last,
            double strays,
            double usual,
            double came) {
        double centre(double trust) {
            return trust * last + (1 - trust) * walked;
        }

        /** How many stated spreads the outturn was away. */
        double away(double trust) {
            double strayed = trust * strays;
            double kept = (1 - trust) * spread;
            return StrictMath.abs(came - centre(trust))
                    / StrictMath.max(SPREAD_MIN, StrictMath.sqrt(strayed * strayed + kept * kept));
        }
    }

    /**
     * Learns.
     *
     * @param earlier forecasts
     * @param came what each came to, as known today; as many
     */
    Lessons(List<Raw> earlier, List<Comparison> came) {
        List<Miss> units = new ArrayList<>();
        List<Miss> weeks = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            units.addAll(misses(earlier.get(i), came.get(i), Kind.DELIVERIES));
            weeks.addAll(misses(earlier.get(i), came.get(i), Kind.POSTED_WAIT));
        }
        for (int reach = 0; reach < REACHES; reach++) {
            trust[reach] = trust(weeks, reach);
        }
        for (int reach = 0; reach < REACHES; reach++) {
            deliveries[reach] = factor(units, reach, NARROWEST);
            waits[reach] = factor(weeks, reach, NARROWEST_OF_WAITS);
        }
    }

    private static List<Miss> misses(Raw raw, Comparison came, Kind kind) {
        List<Pair> pairs = came.pairs().stream()
                .filter(pair -> pair.row().kind() == kind
                        && pair.actual() > 0
                        && pair.row().forecast().p10() > 0)
                .toList();
        int[] rows = new int[REACHES];
        for (Pair pair : pairs) {
            rows[reach(pair.row(), raw.forecast().asOf())]++;
        }
        List<Miss> misses = new ArrayList<>();
        for (Pair pair : pairs) {
            int reach = reach(pair.row(), raw.forecast().asOf());
            Forecasted forecast = pair.row().forecast();
            double walked = StrictMath.log(forecast.p50());
            double spread = StrictMath.log(forecast.p90() / forecast.p10()) / (2 * EIGHTY_PERCENT);
            LocalDate asOf = raw.forecast().asOf();
            Optional<Reading> shown = shown(raw, pair.row());
            misses.add(new Miss(
                    reach,
                    1.0 / rows[reach],
                    walked,
                    spread,
                    shown.map(Reading::log).orElse(walked),
                    shown.map(reading -> strays(pair.row(), reading)).orElse(0.0),
                    shown.map(reading -> usualTrust(pair.row(), asOf, reading)).orElse(0.0),
                    StrictMath.log(pair.actual())));
        }
        return misses;
    }

    /** The wait shown last of what a row speaks of; empty for deliveries. */
    private static Optional<Reading> shown(Raw raw, Row row) {
        return switch (row.kind()) {
            case DELIVERIES -> Optional.empty();
            case POSTED_WAIT ->
                raw.shown().of(row.model().orElse(""), row.trim().orElse(""));
        };
    }

    private static double weeks(LocalDate from, Row row) {
        return (row.date().toEpochDay() - from.toEpochDay()) / WEEK_DAYS;
    }

    private static int reach(Row row, LocalDate asOf) {
        int days = (int) StrictMath.max(0, row.date().toEpochDay() - asOf.toEpochDay() - 1);
        return StrictMath.min(REACHES - 1, days / REACH_DAYS);
    }

    private static double strays(Row row, Reading reading) {
        double late = 1 - StrictMath.exp(-weeks(reading.day(), row) / STRAYS_WITHIN_WEEKS);
        return StrictMath.sqrt(STRAYS_AT_ONCE * STRAYS_AT_ONCE
                + (STRAYS_IN_THE_END * STRAYS_IN_THE_END - STRAYS_AT_ONCE * STRAYS_AT_ONCE) * late);
    }

    private static double usualTrust(Row row, LocalDate asOf, Reading reading) {
        double end = reading.isYoung() ? TRUST_OF_YOUNG : TRUST_IN_THE_END;
        return end + (1 - end) * StrictMath.exp(-weeks(asOf, row) / TRUST_LASTS_WEEKS);
    }

    private static double bounded(double share) {
        return StrictMath.max(0, StrictMath.min(1, share));
    }

    private static double trust(List<Miss> misses, int reach) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = -TRUST_STEPS; step <= TRUST_STEPS; step++) {
            double more = (double) step / TRUST_STEPS;
            double cost = TRUST_PULL * more * more;
            for (Miss miss : misses) {
                if (miss.reach() == reach) {
                    cost += miss.weight() * StrictMath.abs(miss.came() - miss.centre(bounded(miss.usual() + more)));
                }
            }
            if (cost < least) {
                least = cost;
                best = more;
            }
        }
        return best;
    }

    /**
     * What the stated spread is to be multiplied by.
     *
     * @param narrowest 1 or less
     */
    private double factor(List<Miss> misses, int reach, double narrowest) {
        double low = 0;
        double high = 10 * WIDEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double held = IMAGINED_DAYS * withinNormal(middle * EIGHTY_PERCENT);
            double all = IMAGINED_DAYS;
            for (Miss miss : misses) {
                if (miss.reach() == reach) {
                    double away = miss.away(bounded(miss.usual() + trust[miss.reach()]));
                    held += away <= middle * EIGHTY_PERCENT ? miss.weight() : 0;
                    all += miss.weight();
                }
            }
            if (held < HELD * all) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.max(narrowest, StrictMath.min(WIDEST, high));
    }

    /** Share of a standard normal distribution within z of 0, to a thousandth. */
    private static double withinNormal(double z) {
        return StrictMath.tanh(0.7978845608 * z * (1 + 0.044715 * z * z));
    }

    /** The forecast with what was learnt. */
    Forecast applied(Raw raw, long seed) {
        Draws draws = new Draws(seed);
        List<Row> rows = new ArrayList<>();
        LocalDate asOf = raw.forecast().asOf();
        for (Row row : raw.forecast().rows()) {
            double[] values = row.forecast().values();
            int reach = reach(row, asOf);
            double factor = switch (row.kind()) {
                case DELIVERIES -> deliveries[reach];
                case POSTED_WAIT -> waits[reach];
            };
            Optional<Reading> shown = shown(raw, row);
            if (shown.isPresent()) {
                Reading reading = shown.get();
                double trusted = bounded(usualTrust(row, asOf, reading) + trust[reach]);
                double strays = strays(row, reading);
                for (int i = 0; i < values.length; i++) {
                    // The same draws in all weeks: otherwise a fan of few futures would tremble.
                    draws.at(i, STRAY, 0);
                    values[i] = StrictMath.exp(trusted * (reading.log() + strays * draws.normal())
                            + (1 - trusted) * StrictMath.log(StrictMath.max(1, values[i])));
                }
            }
            rows.add(new Row(
                    row.kind(),
                    row.from(),
                    row.date(),
                    row.model(),
                    row.trim(),
                    new Forecasted(spread(values, factor))));
        }
        return new Forecast(asOf, rows, raw.forecast().used(), raw.forecast().hidden());
    }

    /** Around the median, on logarithms; what is nothing stays nothing. */
    private static double[] spread(double[] values, double factor) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = new Forecasted(sorted).p50();
        if (median <= 0) {
            return values;
        }
        double[] wider = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wider[i] = values[i] <= 0
                    ? 0
                    : median * StrictMath.exp(factor * (StrictMath.log(values[i]) - StrictMath.log(median)));
        }
        return wider;
    }
}
