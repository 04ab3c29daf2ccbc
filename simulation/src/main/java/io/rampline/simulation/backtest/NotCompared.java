package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A row of what came that nothing was held against.
 *
 * @param index of the row among those of what came, from 0
 */
public record NotCompared(int index, Actual actual, Reason reason) {
    /** Why. The first that holds is told. */
    public enum Reason {
        /** Deliveries, but not of a whole month, or of a trim. */
        NO_WHOLE_MONTH,
        /** Before the first month or week of the forecast. */
        BEFORE,
        /** After the last one. */
        AFTER,
        /** The forecast has no such model, or no such trim of it. */
        NOT_FORECAST,
        /** Other rows tell the same: those of a family go before those of its variants. */
        TOLD_OTHERWISE
    }

    /** The rows that a comparison left out, in their order. */
    public static List<NotCompared> of(Forecast forecast, List<Actual> actuals, Comparison comparison) {
        Set<Actual> compared = new LinkedHashSet<>();
        comparison.pairs().forEach(pair -> compared.addAll(pair.from()));
        List<NotCompared> left = new ArrayList<>();
        for (int index = 0; index < actuals.size(); index++) {
            Actual actual = actuals.get(index);
            if (!compared.contains(actual)) {
                left.add(new NotCompared(index, actual, reason(forecast, actual)));
            }
        }
        return left;
    }

    private static Reason reason(Forecast forecast, Actual actual) {
        if (actual.kind() == Kind.DELIVERIES && !Comparison.isWholeMonth(actual)) {
            return Reason.NO_WHOLE_MONTH;
        }
        List<Row> rows = forecast.rows().stream()
                .filter(row -> row.kind() == actual.kind())
                .toList();
        LocalDate first = rows.stream().map(Row::from).min(LocalDate::compareTo).orElse(LocalDate.MAX);
        LocalDate last = rows.stream()
                .map(NotCompared::lastDay)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        if (actual.from().isBefore(first)) {
            return Reason.BEFORE;
        }
        if (actual.until().isAfter(last)) {
            return Reason.AFTER;
        }
        return isForecast(rows, actual) ? Reason.TOLD_OTHERWISE : Reason.NOT_FORECAST;
    }

    private static LocalDate lastDay(Row row) {
        return switch (row.kind()) {
            case DELIVERIES -> row.date();
            case POSTED_WAIT -> row.from().plusDays(6);
        };
    }

    private static boolean isForecast(List<Row> rows, Actual actual) {
        return switch (actual.kind()) {
            case DELIVERIES ->
                actual.model()
                        .map(model -> isOfFamily(rows, model))
                        .orElseGet(
                                () -> rows.stream().anyMatch(row -> row.model().isEmpty()));
            case POSTED_WAIT ->
                rows.stream()
                        .anyMatch(row ->
                                row.model().equals(actual.model()) && row.trim().equals(actual.trim()));
        };
    }

    private static boolean isOfFamily(List<Row> rows, String model) {
        Families families =
                new Families(rows.stream().flatMap(row -> row.model().stream()).toList());
        return families.of(model) >= 0;
    }
}
