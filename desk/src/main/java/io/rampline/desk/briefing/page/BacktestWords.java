package io.rampline.desk.briefing.page;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.backtest.BacktestReport.Given;
import io.rampline.desk.backtest.BacktestReport.Left;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.NotCompared.Reason;
import io.rampline.simulation.score.Cohort;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a back-test says in words and in tables of them, on its page and on a terminal. */
public final class BacktestWords {
    /** What a line of a terminal can hold; score.json names them all. */
    private static final int LEFT_TOLD = 4;

    private final BacktestReport report;
    private final Speech speech;

    public BacktestWords(BacktestReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
    }

    /** What the forecast was made from. */
    public String basis() {
        return speech.say(
                report.ownCounts() ? "backtest.known.own" : "backtest.known.published",
                speech.number(report.forecast().used()),
                speech.number(report.forecast().hidden()));
    }

    /** What to keep in mind: too few futures, old figures, rows that nothing was held against. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.futures() < BacktestReport.FUTURES_FEW) {
            remarks.add(speech.say(
                    "backtest.few", speech.number(report.futures()), speech.number(BacktestReport.FUTURES_FEW)));
        }
        if (report.isStale()) {
            remarks.add(speech.say(
                    "backtest.stale", speech.date(report.newestKnown().orElseThrow())));
        }
        report.given().map(this::given).ifPresent(remarks::add);
        return remarks;
    }

    private String given(Given given) {
        String compared = speech.say("backtest.given", speech.number(given.compared()), speech.number(given.rows()));
        if (given.left().isEmpty()) {
            return compared;
        }
        List<String> told = new ArrayList<>();
        given.left().stream().limit(LEFT_TOLD).map(this::left).forEach(told::add);
        if (given.left().size() > LEFT_TOLD) {
            told.add(speech.say("backtest.left.more", speech.number(given.left().size() - LEFT_TOLD)));
        }
        boolean isUnknown = given.left().stream().anyMatch(left -> left.reason() == Reason.NOT_FORECAST);
        return compared + " " + speech.say("backtest.left", String.join("; ", told))
                + (isUnknown ? " " + speech.say("backtest.speaks-of", String.join(", ", series())) : "");
    }

    private String left(Left left) {
        return speech.say(
                "backtest.left.row",
                speech.number(left.line()),
                name(left.actual().model(), left.actual().trim()),
                left.actual().until().toString(),
                speech.say(
                        switch (left.reason()) {
                            case NO_WHOLE_MONTH -> "backtest.left.period";
                            case BEFORE -> "backtest.left.before";
                            case AFTER -> "backtest.left.after";
                            case NOT_FORECAST -> "backtest.left.unknown";
                            case TOLD_OTHERWISE -> "backtest.left.otherwise";
                        }));
    }

    private List<String> series() {
        return report.forecast().rows().stream()
                .filter(row -> row.model().isPresent())
                .map(this::name)
                .distinct()
                .toList();
    }

    /** Model and trim of a row. */
    String name(Row row) {
        return name(row.model(), row.trim());
    }

    private String name(Optional<String> model, Optional<String> trim) {
        String named = model.orElse(speech.say("backtest.all"));
        return trim.map(one -> named + " " + one).orElse(named);
    }

    /** Heads of {@link #months}; those over numbers begin with {@code >}. */
    public List<String> monthHeads() {
        return List.of(speech.say("backtest.month"), ">p10", ">p50", ">p90");
    }

    /** Cars of each month, all models together. */
    public List<List<String>> months() {
        return report.forecast().rows().stream()
                .filter(row -> row.kind() == Kind.DELIVERIES && row.model().isEmpty())
                .map(row -> List.of(
                        YearMonth.from(row.date()).toString(),
                        speech.number(Math.round(row.forecast().p10())),
                        speech.number(Math.round(row.forecast().p50())),
                        speech.number(Math.round(row.forecast().p90()))))
                .toList();
    }

    /** Heads of {@link #scores}; those over numbers begin with {@code >}. */
    public List<String> scoreHeads() {
        return List.of(
                speech.say("backtest.series"),
                ">" + speech.say("backtest.compared"),
                ">" + speech.say("backtest.held"),
                ">" + speech.say("backtest.crps"),
                ">" + speech.say("backtest.error"));
    }

    /** How good the forecast of each series was. */
    public List<List<String>> scores(SortedMap<String, Cohort> cohorts) {
        return cohorts.entrySet().stream()
                // Units and weeks have no common score.
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> List.of(
                        entry.getKey()
                                .replace("deliveries ", speech.say("backtest.deliveries") + " ")
                                .replace("posted_wait ", speech.say("backtest.waits") + " "),
                        speech.number(entry.getValue().count()),
                        speech.percent(entry.getValue().held(), entry.getValue().count()),
                        speech.decimal(entry.getValue().crps()),
                        speech.percent(Math.round(entry.getValue().relative() * 1000), 1000)))
                .collect(Collectors.toList());
    }

    /** The heading of the scores on earlier days; empty when there are none. */
    public Optional<String> rollingTitle() {
        return report.rolling().isEmpty()
                ? Optional.empty()
                : Optional.of(speech.say(
                        "backtest.rolling.days", speech.number(report.rolling().size())));
    }
}
