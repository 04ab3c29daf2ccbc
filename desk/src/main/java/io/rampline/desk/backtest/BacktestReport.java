package io.rampline.desk.backtest;

import io.rampline.factory.Scenario;
import io.rampline.simulation.backtest.Actual;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Forecast;
import io.rampline.simulation.backtest.NotCompared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A back-test.
 *
 * @param seed of the futures
 * @param futures how many
 * @param ownCounts whether orders and deliveries were known on the evening of their last day, whenever they were
 *     published
 * @param known what had happened by the day of the forecast, as it was known
 * @param comparison the forecast beside what came, as far as that reaches
 * @param given what was given of the time after that day besides what the scenario knows; empty when nothing was
 * @param rolling earlier days, compared with what came until the day of the forecast; with the maker's own counts
 */
public record BacktestReport(
        Scenario scenario,
        long seed,
        int futures,
        boolean ownCounts,
        Forecast forecast,
        List<Actual> known,
        Comparison comparison,
        Optional<Given> given,
        List<Rolled> rolling) {
    /** With fewer futures, p10 and p90 stand on some fifty of them or less. */
    public static final int FUTURES_FEW = 500;

    /** Figures are a month or two old when they are published; older ones say that nobody has kept them up. */
    public static final int FRESH_DAYS = 62;

    public BacktestReport {
        known = List.copyOf(known);
        rolling = List.copyOf(rolling);
    }

    /**
     * A file of what came.
     *
     * @param rows how many it has
     * @param left those that nothing was held against, in their order
     */
    public record Given(int rows, List<Left> left) {
        public Given {
            left = List.copyOf(left);
        }

        public int compared() {
            return rows - left.size();
        }
    }

    /**
     * A row that nothing was held against.
     *
     * @param line of its file, from 1
     */
    public record Left(int line, Actual actual, Reason reason) {}

    /** The last day of which the forecast knew a count or a posted wait; empty when it knew none. */
    public Optional<LocalDate> newestKnown() {
        return known.stream().map(Actual::until).max(LocalDate::compareTo);
    }

    /** Whether the forecast was made long after the last day of which it knew anything. */
    public boolean isStale() {
        return newestKnown()
                .filter(day -> day.isBefore(forecast.asOf().minusDays(FRESH_DAYS)))
                .isPresent();
    }

    /** A forecast of an earlier day. */
    public record Rolled(Forecast forecast, Comparison comparison) {}

    /** All comparisons of earlier days in one. */
    public Comparison rolledTogether() {
        return new Comparison(rolling.stream()
                .flatMap(rolled -> rolled.comparison().pairs().stream())
                .toList());
    }
}
