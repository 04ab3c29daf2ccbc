package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.backtest.BacktestReport.Given;
import io.rampline.desk.backtest.BacktestReport.Left;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Comparison.Pair;
import io.rampline.simulation.score.Cohort;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code score.json}: how good a forecast was, for programs. Described in {@code docs/operating/backtest.md}. */
public final class ScoreJson {
    private static final int VERSION = 1;
    private static final double PLACES = 1e4;

    private final BacktestReport report;
    private final JsonGenerator json;

    private ScoreJson(BacktestReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** The scores as text, ending in a line break. */
    public static String of(BacktestReport report) {
        return JsonText.of(json -> {
            new ScoreJson(report, json).write();
        });
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", report.scenario().name());
        json.writeStringField("as_of", report.forecast().asOf().toString());
        json.writeNumberField("seed", report.seed());
        json.writeNumberField("futures", report.futures());
        json.writeStringField("counts_known", report.ownCounts() ? "at_period_end" : "when_published");
        json.writeNumberField("rows_known", report.forecast().used());
        json.writeNumberField("rows_hidden", report.forecast().hidden());
        if (report.newestKnown().isPresent()) {
            json.writeStringField("newest_known", report.newestKnown().get().toString());
        }
        json.writeObjectFieldStart("outturn");
        scores(report.comparison(), report.forecast().asOf());
        if (report.given().isPresent()) {
            given(report.given().get());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("rolling");
        json.writeStringField("counts_known", "at_period_end");
        scores(report.rolledTogether(), report.forecast().asOf());
        json.writeArrayFieldStart("days");
        for (BacktestReport.Rolled rolled : report.rolling()) {
            json.writeStartObject();
            json.writeStringField("as_of", rolled.forecast().asOf().toString());
            scores(rolled.comparison(), rolled.forecast().asOf());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void scores(Comparison comparison, LocalDate asOf) throws IOException {
        json.writeNumberField("compared", comparison.pairs().size());
        cohorts("by_model", comparison.byModel());
        cohorts("by_horizon", comparison.byHorizon(asOf));
        yardsticks(comparison.pairs());
        json.writeArrayFieldStart("rows");
        for (Pair pair : comparison.pairs()) {
            json.writeStartObject();
            json.writeStringField("kind", Comparison.name(pair.row().kind()));
            json.writeStringField("date", pair.row().date().toString());
            json.writeStringField("model", pair.row().model().orElse("*"));
            json.writeStringField("trim", pair.row().trim().orElse("*"));
            number("actual", pair.actual());
            number("p10", pair.row().forecast().p10());
            number("p50", pair.row().forecast().p50());
            number("p90", pair.row().forecast().p90());
            number("crps", pair.row().forecast().crps(pair.actual()));
            number("pinball", pair.row().forecast().pinball(pair.actual()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Rows of the file that was given, and those of them that nothing was held against. */
    private void given(Given given) throws IOException {
        json.writeNumberField("rows_given", given.rows());
        json.writeArrayFieldStart("not_compared");
        for (Left left : given.left()) {
            json.writeStartObject();
            json.writeNumberField("line", left.line());
            json.writeStringField("kind", Comparison.name(left.actual().kind()));
            json.writeStringField("date", left.actual().until().toString());
            json.writeStringField("model", left.actual().model().orElse("*"));
            json.writeStringField("trim", left.actual().trim().orElse("*"));
            number("actual", left.actual().value());
            json.writeStringField("reason", left.reason().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void cohorts(String name, Map<String, Cohort> cohorts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Cohort> entry : cohorts.entrySet()) {
            // Units and weeks have no common score.
            if (!entry.getKey().isEmpty()) {
                Cohort cohort = entry.getValue();
                json.writeObjectFieldStart(entry.getKey());
                json.writeNumberField("compared", cohort.count());
                number("coverage_p10_p90", cohort.coverage());
                json.writeNumberField("below_p10", cohort.below());
                number("pinball", cohort.pinball());
                number("crps", cohort.crps());
                number("interval_score", cohort.interval());
                number("mean_error_p50", cohort.error());
                number("mean_relative_error_p50", cohort.relative());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    /** Mean absolute errors over the same rows; for a single value that is the CRPS. */
    private void yardsticks(List<Pair> pairs) throws IOException {
        json.writeObjectFieldStart("yardsticks");
        for (var kind : io.rampline.simulation.backtest.Forecast.Kind.values()) {
            List<Pair> ofKind =
                    pairs.stream().filter(pair -> pair.row().kind() == kind).toList();
            yardstick(Comparison.name(kind) + " last_value", ofKind, Pair::lastValue);
            yardstick(Comparison.name(kind) + " line", ofKind, Pair::line);
        }
        json.writeEndObject();
    }

    private void yardstick(String name, List<Pair> pairs, Function<Pair, Optional<Double>> plain) throws IOException {
        List<Pair> both =
                pairs.stream().filter(pair -> plain.apply(pair).isPresent()).toList();
        if (!both.isEmpty()) {
            json.writeObjectFieldStart(name);
            json.writeNumberField("compared", both.size());
            number(
                    "crps",
                    both.stream()
                            .mapToDouble(pair -> Math.abs(plain.apply(pair).orElseThrow() - pair.actual()))
                            .average()
                            .orElse(0));
            number(
                    "crps_of_forecast",
                    both.stream()
                            .mapToDouble(pair -> pair.row().forecast().crps(pair.actual()))
                            .average()
                            .orElse(0));
            json.writeEndObject();
        }
    }

    private void number(String name, double value) throws IOException {
        json.writeNumberField(name, Math.round(value * PLACES) / PLACES);
    }
}
