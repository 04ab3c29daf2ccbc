package io.rampline.desk.briefing.file;

import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Forecast;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.score.Forecasted;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code forecast.csv}: units of a month, weeks of a posted wait. */
final class ForecastCsv {
    static final String HEAD = "as_of,kind,date,model,trim,p10,p50,p90";

    private ForecastCsv() {}

    static String of(Forecast forecast) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (Forecast.Row row : forecast.rows()) {
            Forecasted values = row.forecast();
            text.append(forecast.asOf())
                    .append(',')
                    .append(Comparison.name(row.kind()))
                    .append(',')
                    .append(row.date());
            text.append(',').append(cell(row.model().orElse("*")));
            text.append(',').append(cell(row.trim().orElse("*")));
            for (double value : new double[] {values.p10(), values.p50(), values.p90()}) {
                text.append(',').append(written(row.kind(), value));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(String name) {
        return new String(CsvText.cell(name), StandardCharsets.UTF_8);
    }

    private static String written(Kind kind, double value) {
        return switch (kind) {
            case DELIVERIES -> Long.toString(Math.round(value));
            case POSTED_WAIT -> String.format(Locale.ROOT, "%.1f", value);
        };
    }
}
