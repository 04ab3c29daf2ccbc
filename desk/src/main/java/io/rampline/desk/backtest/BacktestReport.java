package io.rampline.desk.backtest;

import io.rampline.factory.Scenario;
import io.rampline.simulation.backtest.Actual;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Forecast;
import java.util.List;

/**
 * A back-test.
 *
 * @param seed of the futures
 * @param futures how many
 * @param ownCounts whether orders and deliveries were known on the evening of their last day, whenever they were
 *     published
 * @param known what had happened by the day of the forecast, as it was known
 * @param comparison the forecast beside what came, as far as that reaches
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
        List<Rolled> rolling) {
    public BacktestReport {
        known = List.copyOf(known);
        rolling = List.copyOf(rolling);
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
