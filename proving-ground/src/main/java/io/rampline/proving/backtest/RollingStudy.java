package io.rampline.proving.backtest;

import io.rampline.simulation.backtest.Asked;
import io.rampline.simulation.backtest.BackTest;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Comparison.Pair;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.History;
import io.rampline.simulation.ramp.PublicRamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A maker's past, forecast at the end of every month, with the maker's own counts as far as they went by then. */
final class RollingStudy {
    private static final int MONTHS = 12;
    private static final double REACH_DAYS = 91;

    private final History history;
    private final String maker;
    private final List<PublicRamp> ramps;
    private final int futures;

    RollingStudy(History history, String maker, List<PublicRamp> ramps, int futures) {
        this.history = history;
        this.maker = maker;
        this.ramps = List.copyOf(ramps);
        this.futures = futures;
    }

    /**
     * By what was forecast and by how far ahead.
     *
     * @param first month at whose end the first forecast is made
     * @param last month at whose end the last one is
     */
    Map<String, Marks> run(YearMonth first, YearMonth last, long seed) {
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            days.add(month.atEndOfMonth());
        }
        Map<String, Marks> marks = new TreeMap<>();
        Asked asked = new Asked(days.getLast(), MONTHS, maker, Asked.CEILING_SPREAD, seed, futures);
        BackTest.rolling(history, asked, ramps, days, forecast -> {
            Comparison comparison = Comparison.of(forecast, Comparison.actuals(history), history);
            comparison.pairs().forEach(pair -> add(marks, pair, forecast.asOf()));
        });
        return marks;
    }

    private static void add(Map<String, Marks> marks, Pair pair, LocalDate asOf) {
        Row row = pair.row();
        String name = switch (row.kind()) {
            case DELIVERIES ->
                row.model().isEmpty()
                        ? "deliveries, all models"
                        : "deliveries " + row.model().get();
            case POSTED_WAIT -> "posted wait";
        };
        int reach = (int) Math.max(0, (row.date().toEpochDay() - asOf.toEpochDay() - 1) / REACH_DAYS);
        for (String key : List.of(name, name + ", months " + (3 * reach + 1) + "-" + (3 * reach + 3))) {
            marks.computeIfAbsent(key, _ -> new Marks())
                    .add(row.forecast(), pair.actual(), pair.lastValue(), pair.line(), Optional.empty());
        }
    }
}
