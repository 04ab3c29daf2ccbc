package io.rampline.desk.command;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.BriefingFiles;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.SummaryJson;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.money.MoneyCount;
import io.rampline.factory.Decisions;
import io.rampline.intake.ScenarioContents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = "Promises every open order of a scenario and writes a briefing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline brief examples/tiny --out tiny-brief",
            "  rampline brief examples/xiaomi-2025 --out lage --lang de",
            "  rampline brief examples/tiny --json | jq .waits"
        })
final class BriefCommand implements Callable<Integer> {
    private static final int FUTURES_MAX = 10_000_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Where the briefing goes; made when it is not there. Default: rampline-out/NAME-OF-THE-SCENARIO.")
    private @Nullable Path out;

    @Mixin
    private BriefOptions options = new BriefOptions();

    BriefCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return brief(terminal, scenario, out != null ? out : ReportOptions.usual(scenario), options);
    }

    /** What {@code brief} and {@code demo} have in common. */
    static final class BriefOptions {
        @Mixin
        private PrintOptions printed = new PrintOptions();

        @Option(
                names = "--futures",
                paramLabel = "N",
                description = {
                    "Windows are counted in so many futures, see simulate; 0 gives them by the scenario's rule."
                            + " Default: ${DEFAULT-VALUE}."
                },
                defaultValue = "500")
        private int futures;

        @Option(names = "--seed", paramLabel = "S", description = "Which futures. Default: 1.")
        private long seed = 1;

        @Option(names = "--open", description = "Opens the page in the browser of this desktop.")
        private boolean open;
    }

    static int brief(Terminal terminal, Path scenario, Path folder, BriefOptions options) {
        Texts texts = options.printed.texts();
        try (Steps steps = new Steps(terminal, options.printed.quiet())) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            steps.begin("Promising " + Counted.of(contents.openOrders().size(), "order"));
            PromisedBook book = windowed(PromisedBook.promise(contents), contents, options, steps);
            steps.begin("Looking ahead");
            Briefing briefing = moneyed(BriefingCount.of(book), book, options, steps);
            steps.begin("Writing " + folder);
            BriefingFiles.write(
                    folder, book, briefing, texts, files -> steps.report(files, BriefingFiles.NAMES.size()));
            steps.end();
            if (options.printed.json()) {
                terminal.out().print(SummaryJson.of(briefing));
            } else if (!options.printed.quiet()) {
                new BriefingLines(terminal, briefing, texts).print(folder);
            }
            if (options.open) {
                Desktop.show(folder.resolve(BriefingFiles.PAGE), terminal);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, String.valueOf(fault.getMessage()), fault);
        }
    }

    private static Briefing moneyed(Briefing briefing, PromisedBook book, BriefOptions options, Steps steps) {
        if (options.futures == 0) {
            return briefing;
        }
        int futures = Math.min(options.futures, MoneyCount.USUAL_FUTURES);
        MoneyCount.Asked asked = new MoneyCount.Asked(
                book.scenario(), Decisions.NONE, book.scenario().asOf(), futures, options.seed);
        steps.begin("Counting money in " + Counted.of(futures, "future"));
        return briefing.with(MoneyCount.outlook(book, asked, steps::report));
    }

    private static PromisedBook windowed(
            PromisedBook book, ScenarioContents contents, BriefOptions options, Steps steps) {
        if (options.futures < 0 || options.futures > FUTURES_MAX) {
            throw new CommandFault(
                    ExitCode.USAGE, "found --futures " + options.futures + ", expected 0 to " + FUTURES_MAX);
        }
        if (options.futures == 0) {
            return book;
        }
        steps.begin("Living through " + Counted.of(options.futures, "future"));
        return book.with(FuturesRun.windows(contents, options.futures, options.seed, steps::report));
    }
}
