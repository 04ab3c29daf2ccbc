package io.rampline.desk.command;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.BriefingFiles;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.SummaryJson;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.money.MoneyCount;
import io.rampline.factory.Decisions;
import io.rampline.intake.ScenarioContents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Option(names = "--open", description = "Opens the page in the browser of this desktop.")
    private boolean open;

    BriefCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = options.folder(scenario);
        Texts texts = options.texts();
        try (Steps steps = new Steps(terminal, options.quiet())) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            steps.begin("Promising " + Counted.of(contents.openOrders().size(), "order"));
            PromisedBook book = windows.windowed(PromisedBook.promise(contents), contents, steps);
            steps.begin("Looking ahead");
            Briefing briefing = moneyed(BriefingCount.of(book), book, steps);
            steps.begin("Writing " + folder);
            BriefingFiles.write(
                    folder, book, briefing, texts, files -> steps.report(files, BriefingFiles.NAMES.size()));
            steps.end();
            if (options.json()) {
                terminal.out().print(SummaryJson.of(briefing));
            } else if (!options.quiet()) {
                new BriefingLines(terminal, briefing, texts).print(folder);
            }
            if (open) {
                Desktop.show(folder.resolve(BriefingFiles.PAGE), terminal);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        }
    }

    private Briefing moneyed(Briefing briefing, PromisedBook book, Steps steps) {
        if (windows.futures() == 0) {
            return briefing;
        }
        int futures = Math.min(windows.futures(), MoneyCount.USUAL_FUTURES);
        MoneyCount.Asked asked = new MoneyCount.Asked(
                book.scenario(), Decisions.NONE, book.scenario().asOf(), futures, windows.seed());
        steps.begin("Counting money in " + Counted.of(futures, "future"));
        return briefing.with(MoneyCount.outlook(book, asked, steps::report));
    }
}
