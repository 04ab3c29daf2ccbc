package io.rampline.desk.command.timetable;

import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.TimetableFiles;
import io.rampline.desk.briefing.file.TimetableJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.Enquiry;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Scenario;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.server.CacheFolder;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.ramp.NoSolver;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timetable}: which step starts in which week. */
@Command(
        name = "timetable",
        description = {
            "Says which capacity step starts in which week so that nobody waits too long, at least cost.",
            "",
            "Steps, money and people are those of the scenario (steps.csv, budget.csv, planning.toml ...). The plan is proved to"
                    + " be within a gap of the best, checked by an account of its own, and promised order by order."
                    + " Ctrl-C ends the search with the best plan found; exit code 130 then. Exit code 6 when there is no plan."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline timetable examples/xiaomi-2025 --out plan",
            "  rampline timetable my-scenario --wait 12 --from 2026-W10 --frontier",
            "  rampline timetable my-scenario --budget 2500000000",
            "  rampline timetable my-scenario --earliest --wait 12",
            "  rampline timetable my-scenario --wait 12 --export EU --quotas 25%%,100%% --opens 2026-W27,2026-W40 --plan-only",
            "  rampline timetable my-scenario --keep plan/timetable.json --freeze 'F2 second shift=2026-W14'"
        })
public final class TimetableCommand implements Callable<Integer> {
    /** Which futures tell how sure a plan is: the same ones for every plan, so that plans compare. */
    private static final long SEED = 1;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description =
                    "Ends all searches after so many seconds, with the best plan found. The same question may then have another answer on another day.")
    private int seconds;

    @Option(names = "--frontier", description = "Also tells what other waits would cost, each by a search of its own.")
    private boolean frontier;

    @Option(
            names = "--waits",
            paramLabel = "WEEKS,...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "The waits of the frontier, or with --export those at home. Default: some from 6 to 52; with --export the one of --wait.")
    private List<Integer> waits = List.of();

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Option(
            names = "--plan-only",
            description = "Leaves out what each step is good for and what one more unit is worth: much faster.")
    private boolean planOnly;

    @Mixin
    private ReportOptions options = new ReportOptions();

    public TimetableCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = options.folder(scenario);
        try (Steps steps = new Steps(terminal, options.quiet())) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            return answer(contents, folder, steps);
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (MistakenQuestion fault) {
            throw new CommandFault(ExitCode.USAGE, fault);
        } catch (NoSolver | DatabaseUnavailable fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        }
    }

    private int answer(ScenarioContents contents, Path folder, Steps steps) throws CannotWrite {
        Scenario read = contents.scenario();
        if (read.planning().steps().isEmpty()) {
            throw new CommandFault(
                    ExitCode.FLAWS,
                    scenario + " has no steps.csv, so there is nothing to decide. docs/scenario-format.md says what it"
                            + " holds; rampline new writes an example.");
        }
        Question question = asked.question(read);
        Speech speech = new Speech(options.texts());
        try (Interruption interruption = new Interruption()) {
            SearchLine watcher = new SearchLine(steps, interruption, read.currency(), speech, seconds);
            TimetableReport found = Enquiry.answer(
                    read,
                    contents.openOrders(),
                    CacheFolder.of(System.getenv()),
                    question,
                    extent(read, question),
                    watcher);
            TimetableReport report = watcher.sure(found, contents, SEED);
            steps.begin("Writing " + folder);
            TimetableFiles.write(folder, report, options.texts());
            steps.end();
            if (options.json()) {
                terminal.out().print(TimetableJson.of(report));
            } else if (!options.quiet()) {
                new TimetableLines(terminal, report, speech).print(folder);
            }
            return report.hasPlan() ? ExitCode.OK : ExitCode.NO_PLAN;
        }
    }

    private Extent extent(Scenario read, Question question) {
        List<Integer> frontierWaits = List.of();
        Optional<MarketGrid> grid = market.grid(read, question, waits);
        if (!waits.isEmpty() && (grid.isEmpty() || frontier)) {
            frontierWaits = waits;
        } else if (frontier) {
            frontierWaits = question.terms()
                    .guarantee()
                    .map(Wait::weeks)
                    .map(Extent::usualWaits)
                    .orElse(Extent.USUAL_WAITS);
        }
        if (frontierWaits.size() > Extent.FRONTIER_WAITS_MAX
                || frontierWaits.stream().anyMatch(weeks -> weeks < 1 || weeks > Asking.WAIT_MAX)) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found --waits " + frontierWaits + ", expected at most " + Extent.FRONTIER_WAITS_MAX
                            + " numbers from 1 to " + Asking.WAIT_MAX);
        }
        return new Extent(!planOnly, !planOnly, frontierWaits, grid);
    }
}
