package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.score.Cohort;
import io.rampline.simulation.score.Scored;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A forecast beside what happened, as far as that reaches.
 *
 * <p>Deliveries are compared month by month. A row of a family's name counts for the family; rows of its variants count
 * together where there is none. A row of all models counts for the total; the families together where there is none. A
 * posted wait is compared with the forecast of its week.
 *
 * @param pairs in the order of the forecast
 */
public record Comparison(List<Pair> pairs) {
    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * One row beside its outturn.
     *
     * @param lastValue what is forecast by saying that the last known value stays; empty when there was none
     * @param line the same by saying that the last step repeats itself every month
     * @param from the rows that told what came, each of them or together
     */
    public record Pair(Row row, double actual, Optional<Double> lastValue, Optional<Double> line, List<Actual> from) {
        public Pair {
            from = List.copyOf(from);
        }
    }

    /** Units and the rows that add up to them. */
    private record Came(double units, List<Actual> from) {
        static final Came NOTHING = new Came(0, List.of());

        static Came of(Actual row) {
            return new Came(row.value(), List.of(row));
        }

        Came and(Came more) {
            List<Actual> both = new ArrayList<>(from);
            both.addAll(more.from);
            return new Came(units + more.units, both);
        }
    }

    /** Compares. What {@code actuals} say of the time before the forecast is passed over. */
    public static Comparison of(Forecast forecast, List<Actual> actuals, History whole) {
        TreeSet<String> models = new TreeSet<>();
        forecast.rows().forEach(row -> row.model().ifPresent(models::add));
        NavigableMap<String, Came> months = months(actuals, models);
        NavigableMap<String, Came> before = months(actuals(KnownBy.of(whole, forecast.asOf())), models);
        List<Pair> pairs = new ArrayList<>();
        for (Row row : forecast.rows()) {
            switch (row.kind()) {
                case DELIVERIES -> {
                    YearMonth month = YearMonth.from(row.date());
                    String series = row.model().orElse("");
                    Came actual = months.get(month + " " + series);
                    if (actual != null) {
                        pairs.add(withYardsticks(row, actual, series, forecast.asOf(), before));
                    }
                }
                case POSTED_WAIT -> {
                    for (Actual actual : actuals) {
                        if (speaksOf(actual, row)) {
                            pairs.add(new Pair(
                                    row,
                                    actual.value(),
                                    lastPosted(whole, forecast, row),
                                    Optional.empty(),
                                    List.of(actual)));
                        }
                    }
                }
            }
        }
        return new Comparison(pairs);
    }

    /** What a history says happened: its firm rows. */
    public static List<Actual> actuals(History history) {
        List<Actual> actuals = new ArrayList<>();
        for (Handed row : history.handed()) {
            actuals.add(
                    new Actual(Kind.DELIVERIES, row.from(), row.until(), row.model(), Optional.empty(), row.units()));
        }
        for (History.Posted row : history.posted()) {
            if (row.firm()) {
                actuals.add(new Actual(
                        Kind.POSTED_WAIT, row.until(), row.until(), Optional.of(row.model()), row.trim(), row.weeks()));
            }
        }
        return actuals;
    }

    /** The same, as it was known at the evening of a day. */
    public static List<Actual> actuals(History whole, LocalDate asOf) {
        return actuals(KnownBy.of(whole, asOf));
    }

    /** Judged by kind and model. */
    public SortedMap<String, Cohort> byModel() {
        return Cohort.of(pairs.stream()
                .map(pair -> new Scored(
                        name(pair.row().kind()) + " " + pair.row().model().orElse("*"),
                        pair.row().forecast(),
                        pair.actual()))
                .toList());
    }

    /** Judged by kind and by how far ahead: three months together. */
    public SortedMap<String, Cohort> byHorizon(LocalDate asOf) {
        return Cohort.of(pairs.stream()
                .map(pair -> {
                    int ahead = (int) (pair.row().from().toEpochDay() - asOf.toEpochDay()) / 91;
                    return new Scored(
                            name(pair.row().kind()) + " months " + (3 * ahead + 1) + "-" + (3 * ahead + 3),
                            pair.row().forecast(),
                            pair.actual());
                })
                .toList());
    }

    /** As it stands in files. */
    public static String name(Kind kind) {
        return switch (kind) {
            case DELIVERIES -> "deliveries";
            case POSTED_WAIT -> "posted_wait";
        };
    }

    /** Deliveries are compared by whole months of a model, or of all. */
    static boolean isWholeMonth(Actual row) {
        YearMonth month = YearMonth.from(row.until());
        return row.kind() == Kind.DELIVERIES
                && row.trim().isEmpty()
                && row.from().equals(month.atDay(1))
                && row.until().equals(month.atEndOfMonth());
    }

    private static boolean speaksOf(Actual actual, Row row) {
        return actual.kind() == Kind.POSTED_WAIT
                && actual.model().equals(row.model())
                && actual.trim().equals(row.trim())
                && !actual.from().isBefore(row.from())
                && actual.from().isBefore(row.from().plusDays(7));
    }

    private static Optional<Double> lastPosted(History whole, Forecast forecast, Row row) {
        return actuals(whole, forecast.asOf()).stream()
                .filter(seen -> seen.kind() == Kind.POSTED_WAIT
                        && seen.model().equals(row.model())
                        && seen.trim().equals(row.trim()))
                .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b)
                .map(Actual::value);
    }

    private static Pair withYardsticks(
            Row row, Came actual, String series, LocalDate asOf, NavigableMap<String, Came> before) {
        YearMonth month = YearMonth.from(row.date());
        YearMonth known = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        // A month that was not yet published is passed over, as whoever draws the line would.
        while (!before.containsKey(known + " " + series) && known.isAfter(month.minusYears(2))) {
            known = known.minusMonths(1);
        }
        Came last = before.get(known + " " + series);
        Came previous = before.get(known.minusMonths(1) + " " + series);
        int ahead = (int) java.time.temporal.ChronoUnit.MONTHS.between(known, month);
        Optional<Double> line = last == null || previous == null
                ? Optional.empty()
                : Optional.of(StrictMath.max(0, last.units() + ahead * (last.units() - previous.units())));
        return new Pair(row, actual.units(), Optional.ofNullable(last).map(Came::units), line, actual.from());
    }

    /**
     * Units by month and series; the empty series is the total, of models that were forecast and of ones that came
     * later.
     */
    private static NavigableMap<String, Came> months(List<Actual> actuals, TreeSet<String> forecast) {
        TreeSet<String> models = new TreeSet<>(forecast);
        actuals.stream()
                .filter(row -> row.kind() == Kind.DELIVERIES)
                .forEach(row -> row.model().ifPresent(models::add));
        Families families = new Families(models);
        List<String> needed = new Families(forecast).names();
        NavigableMap<String, Came> own = new TreeMap<>();
        NavigableMap<String, Came> variants = new TreeMap<>();
        for (Actual row : actuals) {
            YearMonth month = YearMonth.from(row.until());
            if (isWholeMonth(row)) {
                int family = row.model().map(families::of).orElse(-1);
                String model = row.model().orElse("");
                if (row.model().isEmpty()
                        || (family >= 0 && families.names().get(family).equals(model))) {
                    own.merge(month + " " + model, Came.of(row), Came::and);
                } else if (family >= 0) {
                    variants.merge(month + " " + families.names().get(family), Came.of(row), Came::and);
                }
            }
        }
        variants.forEach(own::putIfAbsent);
        TreeSet<String> seen = new TreeSet<>();
        own.keySet().forEach(key -> seen.add(key.substring(0, "2025-07".length())));
        for (String month : seen) {
            Came sum = Came.NOTHING;
            boolean all = true;
            for (String family : families.names()) {
                Came units = own.get(month + " " + family);
                all &= units != null || !needed.contains(family);
                sum = units == null ? sum : sum.and(units);
            }
            if (all) {
                own.putIfAbsent(month + " ", sum);
            }
        }
        return own;
    }
}
