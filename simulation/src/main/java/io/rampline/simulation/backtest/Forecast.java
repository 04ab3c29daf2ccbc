package io.rampline.simulation.backtest;

import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was forecast at the end of a day.
 *
 * @param rows deliveries by month and model, then posted waits by week, model and trim
 * @param used how many rows of the history could be seen
 * @param hidden how many could not
 */
public record Forecast(LocalDate asOf, List<Row> rows, int used, int hidden) {
    public Forecast {
        rows = List.copyOf(rows);
    }

    /** What a row speaks of. */
    public enum Kind {
        /** Units of a month. */
        DELIVERIES,
        /** Weeks told to somebody who locks in a week. */
        POSTED_WAIT
    }

    /**
     * One row.
     *
     * @param from first day of the month or week
     * @param date last day of the month; Monday of the week
     * @param model empty for all models together
     * @param trim empty for all trims
     */
    public record Row(
            Kind kind,
            LocalDate from,
            LocalDate date,
            Optional<String> model,
            Optional<String> trim,
            Forecasted forecast) {}
}
