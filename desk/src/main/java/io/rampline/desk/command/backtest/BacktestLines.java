package io.rampline.desk.command.backtest;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.file.BacktestFiles;
import io.rampline.desk.command.Terminal;
import io.rampline.simulation.backtest.Comparison;
import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.score.Cohort;
import java.nio.file.Path;
import java.util.Locale;

/** What a back-test came to, for people at a terminal. */
final class BacktestLines {
    private final Terminal terminal;
    private final BacktestReport report;

    BacktestLines(Terminal terminal, BacktestReport report) {
        this.terminal = terminal;
        this.report = report;
    }

    void print(Path folder) {
        terminal.out()
                .println(terminal.outBold(report.scenario().name() + ", as of "
                        + report.forecast().asOf()));
        terminal.out()
                .println(terminal.outQuiet(String.format(
                        Locale.ROOT,
                        "  %,d rows known%s, %,d later ones hidden; %,d futures, seed %d",
                        report.forecast().used(),
                        report.ownCounts() ? " (the maker's own counts)" : " and published by then",
                        report.forecast().hidden(),
                        report.futures(),
                        report.seed())));
        for (Row row : report.forecast().rows()) {
            if (row.kind() == Kind.DELIVERIES && row.model().isEmpty()) {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "  deliveries until %s  %,9.0f %,9.0f %,9.0f%n",
                                row.date(),
                                row.forecast().p10(),
                                row.forecast().p50(),
                                row.forecast().p90());
            }
        }
        scores("beside what came", report.comparison());
        scores("on " + report.rolling().size() + " earlier days", report.rolledTogether());
        terminal.out().println("  " + folder.resolve(BacktestFiles.PAGE));
    }

    private void scores(String title, Comparison comparison) {
        if (comparison.pairs().isEmpty()) {
            return;
        }
        terminal.out().println("  " + title);
        comparison.byModel().forEach((name, cohort) -> {
            if (!name.isEmpty()) {
                terminal.out().println("    " + line(name, cohort));
            }
        });
    }

    private static String line(String name, Cohort cohort) {
        return String.format(
                Locale.ROOT,
                "%-24s %4d compared, p10 to p90 held %3.0f %%, CRPS %,.1f, error of p50 %.1f %%",
                name,
                cohort.count(),
                100 * cohort.coverage(),
                cohort.crps(),
                100 * cohort.relative());
    }
}
