package io.rampline.desk.command.pack;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.CountedWindows;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.BriefingFiles;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.PackFiles;
import io.rampline.desk.briefing.file.PackJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.Desktop;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.WindowOptions;
import io.rampline.desk.command.timetable.SearchLine;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.money.MoneyCount;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.pack.BoardPack;
import io.rampline.desk.pack.PackQuestion;
import io.rampline.desk.scenario.PublicCommitments;
import io.rampline.desk.timetable.Enquiry;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.server.CacheFolder;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.ramp.NoSolver;
import java.nio.file.Path;
import java.util.Optional;

/** Works out a board pack, one part after the other, and writes it. */
final class PackRun {
    private final Terminal terminal;
    private final Path scenario;
    private final Path folder;
    private final PackOptions options;

    PackRun(Terminal terminal, Path scenario, Path folder, PackOptions options) {
        this.terminal = terminal;
        this.scenario = scenario;
        this.folder = folder;
        this.options = options;
    }

    int run() {
        boolean quiet = options.report().quiet() || options.report().json();
        try (Steps steps = new Steps(terminal, quiet)) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            steps.begin("Promising " + Counted.of(contents.openOrders().size(), "order"));
            PromisedBook book = options.windows().windowed(PromisedBook.promise(contents), contents, steps);
            BoardPack pack = pack(book, contents, steps);
            steps.begin("Writing " + folder);
            PackFiles.write(
                    folder,
                    book,
                    pack,
                    options.report().texts(),
                    files -> steps.report(files, BriefingFiles.NAMES.size()));
            steps.end();
            say(pack);
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        }
    }

    private BoardPack pack(PromisedBook book, ScenarioContents contents, Steps steps) {
        steps.begin("Looking ahead");
        Briefing briefing = BriefingCount.of(book);
        Optional<MoneyReport> money =
                briefing.deposits().heldMinor() == 0 ? Optional.empty() : Optional.of(money(book, contents, steps));
        Optional<TimetableReport> timetable =
                PackQuestion.of(contents.scenario()).flatMap(question -> timetable(question, contents, steps));
        return new BoardPack(
                money.map(report -> briefing.with(report.outlook())).orElse(briefing),
                timetable,
                money,
                Commitments.judge(
                        PublicCommitments.of(contents), contents.scenario().asOf()));
    }

    private Optional<TimetableReport> timetable(PackQuestion asked, ScenarioContents contents, Steps steps) {
        Speech speech = new Speech(options.report().texts());
        Scenario read = contents.scenario();
        try (Interruption interruption = new Interruption()) {
            SearchLine watcher = new SearchLine(steps, interruption, read.currency(), speech, 0);
            TimetableReport found = Enquiry.answer(
                    read,
                    contents.openOrders(),
                    CacheFolder.of(System.getenv()),
                    asked.question(),
                    asked.extent(),
                    watcher);
            // Who asks for no futures gets none.
            WindowOptions futures = options.windows();
            return Optional.of(futures.futures() == 0 ? found : watcher.sure(found, contents, futures.seed()));
        } catch (NoSolver | DatabaseUnavailable fault) {
            steps.end();
            terminal.say(terminal.errAlert("without a timetable: " + fault.getMessage()));
            return Optional.empty();
        }
    }

    private MoneyReport money(PromisedBook book, ScenarioContents contents, Steps steps) {
        long seed = options.windows().seed();
        CountedWindows windows = book.counted().orElseGet(() -> {
            steps.begin("Living through " + Counted.of(MoneyCount.USUAL_FUTURES, "future"));
            return FuturesRun.windows(contents, MoneyCount.USUAL_FUTURES, seed, steps::report);
        });
        steps.begin("Booking every order");
        Scenario read = contents.scenario();
        int futures = (int) Math.min(MoneyCount.USUAL_FUTURES, windows.futures());
        return MoneyCount.of(
                book,
                new MoneyCount.Asked(read, Decisions.NONE, read.asOf(), futures, seed),
                windows.windows(),
                steps::report);
    }

    private void say(BoardPack pack) {
        if (options.report().json()) {
            terminal.out().print(PackJson.of(pack, options.report().texts()));
        } else if (!options.report().quiet()) {
            new PackLines(terminal, pack, options.report().texts()).print(folder);
        }
        if (options.isToBeOpened()) {
            Desktop.show(folder.resolve(PackFiles.PAGE), terminal);
        }
    }
}
