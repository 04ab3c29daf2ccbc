package io.rampline.desk.command.backtest;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.file.BacktestFiles;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.ScoreJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.intake.CountedPast;
import io.rampline.intake.CountedPastFiles;
import io.rampline.intake.LaterOutturn;
import io.rampline.intake.LaterOutturn.OutturnRow;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.backtest.Asked;
import io.rampline.simulation.ramp.Estimate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backtest}: what would have been forecast on a day of the past. */
@Command(
        name = "backtest",
        description = {
            "Forecasts deliveries and posted waits as on a day of the past, and scores the forecast.",
            "",
            "Nothing is used that is dated or was published after that day. Writes forecast.csv, score.json and"
                    + " backtest.html. The same method is tried on earlier days of the history, too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline backtest examples/xiaomi-2025 --as-of 2025-07-31 --out backtest",
            "  rampline backtest examples/xiaomi-2025 --as-of 2024-06-16 --own-counts",
            "  rampline backtest my-scenario --as-of 2026-03-31 --outturn what-came.csv"
        })
public final class BacktestCommand implements Callable<Integer> {
    private static final int ROLLING_FUTURES_MAX = 400;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            description = "The day at whose evening the forecast is made.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--outturn",
            paramLabel = "FILE",
            description =
                    "What came after all: rows as in outturn/deliveries.csv, outturn/posted_waits.csv or"
                            + " forecast.csv (with value in place of p10, p50, p90). It scores the forecast and never makes it.")
    private @Nullable Path outturn;

    @Option(names = "--months", paramLabel = "N", description = "How many months. Default: ${DEFAULT-VALUE}.")
    private int months = 12;

    @Option(names = "--seed", paramLabel = "N", description = "Of the futures. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--futures",
            paramLabel = "N",
            description = "How many; below 500 the ends of the ranges are rough. Default: ${DEFAULT-VALUE}.")
    private int futures = Estimate.PARTICLES;

    @Option(
            names = "--own-counts",
            description = "Orders and deliveries are known on the evening of their last day, as a maker knows its own,"
                    + " whenever they were published.")
    private boolean ownCounts;

    @Option(names = "--no-rolling", description = "Leaves out the earlier days.")
    private boolean noRolling;

    @Mixin
    private ReportOptions options = new ReportOptions();

    public BacktestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        bounds();
        Path folder = options.folder(scenario);
        try (Steps steps = new Steps(terminal, options.quiet())) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            Rehearsal rehearsal = new Rehearsal(contents, counted(), steps);
            int rollingFutures = noRolling ? 0 : Math.min(futures, ROLLING_FUTURES_MAX);
            Asked asked = rehearsal.asked(asOf, months, seed, futures);
            BacktestReport report = rehearsal.run(asked, ownCounts, rollingFutures, later());
            steps.begin("Writing " + folder);
            BacktestFiles.write(folder, report, options.texts());
            steps.end();
            if (options.json()) {
                terminal.out().print(ScoreJson.of(report));
            } else if (!options.quiet()) {
                new BacktestLines(terminal, report, new Speech(options.texts())).print(folder);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (IllegalArgumentException fault) {
            throw new CommandFault(ExitCode.USAGE, fault);
        }
    }

    private void bounds() {
        if (months < 1 || months > Asked.MONTHS_MAX) {
            throw new CommandFault(ExitCode.USAGE, "found --months " + months + ", expected 1 to " + Asked.MONTHS_MAX);
        }
        if (futures < 10 || futures > Estimate.PARTICLES_MAX) {
            throw new CommandFault(
                    ExitCode.USAGE, "found --futures " + futures + ", expected 10 to " + Estimate.PARTICLES_MAX);
        }
    }

    private CountedPast counted() {
        return switch (CountedPastFiles.read(scenario)) {
            case CountedPastFiles.Read.Sound sound -> sound.past();
            case CountedPastFiles.Read.Flawed flawed -> throw flaws(scenario, flawed.flaws());
        };
    }

    private Optional<List<OutturnRow>> later() {
        if (outturn == null) {
            return Optional.empty();
        }
        return switch (LaterOutturn.read(outturn)) {
            case LaterOutturn.Read.Sound sound -> Optional.of(sound.rows());
            case LaterOutturn.Read.Flawed flawed -> throw flaws(outturn, flawed.flaws());
        };
    }

    private CommandFault flaws(Path where, Reading.Flawed flawed) {
        flawed.flaws().forEach(flaw -> terminal.err().println(flaw));
        return new CommandFault(
                ExitCode.FLAWS,
                where + " has " + Counted.of(flawed.flaws().size(), "flaw")
                        + ". docs/operating/backtest.md says what is read.");
    }
}
