package io.rampline.desk.command.backtest;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.backtest.BacktestReport.Given;
import io.rampline.desk.backtest.BacktestReport.Left;
import io.rampline.desk.backtest.BacktestReport.Rolled;
import io.rampline.desk.command.Steps;
import io.rampline.intake.CountedPast;
import io.rampline.intake.LaterOutturn.OutturnRow;
import io.rampline.intake.Outturn.Commitment;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.backtest.Actual;
import io.rampline.simulation.backtest.Asked;
import io.rampline.simulation.backtest.BackTest;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Forecast;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.History;
import io.rampline.simulation.backtest.NotCompared;
import io.rampline.simulation.ramp.PublicRamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Plays a forecast through: on the day that was asked for, and on earlier ones. */
final class Rehearsal {
    private static final String RAMPS = "public-ramps.csv";
    private static final int ROLLED_MAX = 15;

    private final ScenarioContents contents;
    private final CountedPast counted;
    private final Steps steps;
    private final List<PublicRamp> ramps = ramps();

    Rehearsal(ScenarioContents contents, CountedPast counted, Steps steps) {
        this.contents = contents;
        this.counted = counted;
        this.steps = steps;
    }

    /** The maker is the one that made public commitments; its own ramp is no news of others. */
    Asked asked(LocalDate asOf, int months, long seed, int futures) {
        String maker = contents.outturn().commitments().stream()
                .map(Commitment::issuer)
                .findFirst()
                .orElse("");
        return new Asked(asOf, months, maker, Asked.CEILING_SPREAD, seed, futures);
    }

    /**
     * Plays.
     *
     * @param rollingFutures on earlier days; 0 for no earlier days
     * @param later what came besides what the scenario knows; empty when nothing was given
     */
    BacktestReport run(Asked asked, boolean ownCounts, int rollingFutures, Optional<List<OutturnRow>> later) {
        History history = PastOfScenario.of(contents, counted, ownCounts);
        steps.begin("Forecasting as of " + asked.asOf());
        Forecast forecast = BackTest.run(history, asked, ramps);
        List<Actual> came = later.map(Rehearsal::actuals).orElseGet(() -> Comparison.actuals(history));
        Comparison comparison = Comparison.of(forecast, came, history);
        return new BacktestReport(
                contents.scenario(),
                asked.seed(),
                asked.futures(),
                ownCounts,
                forecast,
                Comparison.actuals(history, asked.asOf()),
                comparison,
                later.map(rows -> given(rows, NotCompared.of(forecast, came, comparison))),
                rollingFutures == 0 ? List.of() : rolled(asked, rollingFutures));
    }

    private static List<Actual> actuals(List<OutturnRow> rows) {
        return rows.stream()
                .map(row -> new Actual(
                        row.isWait() ? Kind.POSTED_WAIT : Kind.DELIVERIES,
                        row.from(),
                        row.to(),
                        row.model(),
                        row.trim(),
                        row.value()))
                .toList();
    }

    private static Given given(List<OutturnRow> rows, List<NotCompared> left) {
        return new Given(
                rows.size(),
                left.stream()
                        .map(one -> new Left(rows.get(one.index()).line(), one.actual(), one.reason()))
                        .toList());
    }

    private List<Rolled> rolled(Asked asked, int futures) {
        History own = PastOfScenario.of(contents, counted, true);
        List<Actual> came = Comparison.actuals(own, asked.asOf());
        List<Rolled> rolled = new ArrayList<>();
        List<LocalDate> days = days(own, asked.asOf());
        if (days.isEmpty()) {
            return rolled;
        }
        steps.begin("Forecasting on earlier days");
        Asked then =
                new Asked(asked.asOf(), asked.months(), asked.maker(), asked.ceilingSpread(), asked.seed(), futures);
        BackTest.rolling(own, then, ramps, days, forecast -> {
            rolled.add(new Rolled(forecast, Comparison.of(forecast, came, own)));
            steps.report(rolled.size(), days.size());
        });
        return rolled;
    }

    /** Ends of months from the second whole month of deliveries on. */
    private static List<LocalDate> days(History own, LocalDate asOf) {
        LocalDate first = own.handed().stream()
                .map(History.Handed::until)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        List<LocalDate> days = new ArrayList<>();
        YearMonth month = YearMonth.from(asOf).minusMonths(1);
        while (days.size() < ROLLED_MAX && month.minusMonths(2).atEndOfMonth().isAfter(first)) {
            days.addFirst(month.atEndOfMonth());
            month = month.minusMonths(1);
        }
        return days;
    }

    private static List<PublicRamp> ramps() {
        try (InputStream in = Objects.requireNonNull(PublicRamp.class.getResourceAsStream(RAMPS), RAMPS)) {
            return PublicRamp.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
