package io.rampline.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.NotCompared.Reason;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forecast: deliveries of July 2030 of the saloon and of the saloon's sports variant. */
class NotComparedTest {
    private static final LocalDate FIRST = LocalDate.of(2030, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 7, 31);
    private static final Forecast FORECAST =
            new Forecast(FIRST.minusDays(1), List.of(row("Saloon"), row("Saloon Sport")), 0, 0);

    @Test
    void variantsAreToldByTheirFamilyAndANameThatOnlyBeginsAlikeIsNotForecast() {
        List<Actual> actuals = List.of(actual("Saloon"), actual("Saloon Long"), actual("Saloons"), actual("Van"));

        assertThat(NotCompared.of(FORECAST, actuals, comparison(actuals)))
                .extracting(left -> left.actual().model().orElseThrow() + ": " + left.reason())
                .containsExactly(
                        "Saloon Long: " + Reason.TOLD_OTHERWISE,
                        "Saloons: " + Reason.NOT_FORECAST,
                        "Van: " + Reason.NOT_FORECAST);
    }

    @Test
    void aTotalIsNotForecastWhereNoRowSpeaksOfAllModels() {
        Actual total = new Actual(Kind.DELIVERIES, FIRST, LAST, Optional.empty(), Optional.empty(), 9);

        assertThat(NotCompared.of(FORECAST, List.of(total), comparison(List.of(total))))
                .extracting(NotCompared::reason)
                .containsExactly(Reason.NOT_FORECAST);
    }

    private static Comparison comparison(List<Actual> actuals) {
        History nothing =
                new History(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return Comparison.of(FORECAST, actuals, nothing);
    }

    private static Row row(String model) {
        return new Row(
                Kind.DELIVERIES, FIRST, LAST, Optional.of(model), Optional.empty(), new Forecasted(new double[] {1, 2, 3
                }));
    }

    private static Actual actual(String model) {
        return new Actual(Kind.DELIVERIES, FIRST, LAST, Optional.of(model), Optional.empty(), 2);
    }
}
