package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.scenario.OrderImport;
import io.rampline.desk.scenario.OrderImport.Count;
import io.rampline.desk.scenario.OrdersForBook;
import io.rampline.desk.scenario.PublicCommitments;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.orderbook.credibility.CommitmentLedger.Additions;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        description = {
            "Takes the open orders of a file or folder over into a book that is not being served.",
            "Doing it again, or again after a crash, takes over only what is missing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  rampline import orders.csv", "  rampline import orders.parquet --data my-book"})
final class ImportCommand implements Callable<Integer> {
    private static final int UNDER_WAY_MOST = 8_000;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description = {
                "orders.csv or orders.parquet: see docs/scenario-format.md. Or a scenario folder: its orders and",
                "public commitments are taken over; the rest of the scenario stays as the book has it."
            })
    private Path given = Path.of("");

    @Mixin
    private BookPlace place = new BookPlace();

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.exists(given)) {
            throw new CommandFault(ExitCode.FILES, "found no " + given + ", expected the orders to import");
        }
        try (Steps steps = new Steps(terminal, false);
                OpenBook open = OpenBook.open(place, Optional.empty(), terminal, steps)) {
            ScenarioContents contents = orders(open, steps);
            Additions said = said(open, contents);
            Count count = takeOver(open.book(), contents.openOrders(), steps);
            steps.end();
            tell(count, contents.history().size());
            tell(said);
            return count.refused() == 0 && said.refused().isEmpty() ? ExitCode.OK : ExitCode.FLAWS;
        }
    }

    /** Reads what is given as orders of the book's own scenario on the book's own day. */
    private ScenarioContents orders(OpenBook open, Steps steps) {
        try {
            steps.begin("Reading " + given);
            OrdersForBook.Read read = OrdersForBook.read(
                    open.database().scenarioFiles(),
                    TimeOfBook.day(open.book().now()),
                    given,
                    (_, done, total) -> steps.report(done, total));
            if (!read.differing().isEmpty()) {
                terminal.say("the book keeps the scenario that it was made of; not used: "
                        + String.join(", ", read.differing()));
            }
            return ScenarioInput.sound(given, read.reading(), terminal, steps);
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        } catch (IOException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read " + given + ": " + failed.getMessage(), failed);
        }
    }

    /** Notes what was said in public, when a folder says it. */
    private Additions said(OpenBook open, ScenarioContents contents) {
        NoticeBoard notices = open.book().notices();
        Additions additions = CommitmentLedger.additions(PublicCommitments.of(contents), notices.all());
        if (!additions.notices().isEmpty()) {
            notices.post("import", "", additions.notices());
        }
        return additions;
    }

    private static Count takeOver(DurableBook book, OrderTable orders, Steps steps) {
        steps.begin("Taking " + orders.size() + " orders over");
        OrderImport taking = new OrderImport(book::submit, "import", UNDER_WAY_MOST, () -> true);
        try {
            return taking.run(orders, done -> steps.report(done, orders.size()));
        } catch (OrderImport.Stopped stopped) {
            throw new CommandFault(ExitCode.FILES, stopped);
        }
    }

    private void tell(Additions said) {
        if (!said.notices().isEmpty()) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%,d notices of public commitments taken over.%n",
                            said.notices().size());
        }
        said.refused().forEach(refusal -> terminal.out().println("refused  " + refusal));
    }

    private void tell(Count count, int past) {
        count.refusals().forEach(refusal -> terminal.out().println("refused  " + refusal));
        if (count.refused() > count.refusals().size()) {
            terminal.out().println("and " + (count.refused() - count.refusals().size()) + " more refused");
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%,d orders taken over (%,d beyond the horizon), %,d were there already, %,d refused,"
                                + " %,d delivered or cancelled before and left out.%n",
                        count.taken(),
                        count.beyondHorizon(),
                        count.known(),
                        count.refused(),
                        past);
    }
}
