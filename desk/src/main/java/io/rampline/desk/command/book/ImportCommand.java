package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        description = {
            "Takes the open orders of a file over into a book that is not being served.",
            "Doing it again, or again after a crash, takes over only what is missing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  rampline import orders.csv", "  rampline import orders.parquet --data my-book"})
final class ImportCommand implements Callable<Integer> {
    private static final int UNDER_WAY_MOST = 8_000;
    private static final int REFUSALS_SHOWN = 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "orders.csv or orders.parquet: see docs/scenario-format.md.")
    private Path file = Path.of("");

    @Mixin
    private BookPlace place = new BookPlace();

    /** What became of the orders. */
    private static final class Count {
        private int taken;
        private int known;
        private int beyondHorizon;
        private int refused;
        private final List<String> refusals = new ArrayList<>();
    }

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new CommandFault(ExitCode.FILES, "found no file " + file + ", expected the orders to import");
        }
        try (Steps steps = new Steps(terminal, false);
                OpenBook open = OpenBook.open(place, Optional.empty(), terminal, steps)) {
            ScenarioContents contents = orders(open, steps);
            Count count = takeOver(open.book(), contents.openOrders(), steps);
            steps.end();
            tell(count, contents.history().size());
            return count.refused == 0 ? ExitCode.OK : ExitCode.FLAWS;
        }
    }

    /** Reads the file as the orders of the book's own scenario on the book's own day. */
    private ScenarioContents orders(OpenBook open, Steps steps) {
        try {
            SortedMap<String, byte[]> files = open.database().scenarioFiles();
            String today = TimeOfBook.day(open.book().now()).toString();
            String basics = new String(files.getOrDefault("scenario.toml", new byte[0]), StandardCharsets.UTF_8);
            files.put(
                    "scenario.toml",
                    basics.replaceAll("(?m)^as_of\\s*=.*$", "as_of = " + today).getBytes(StandardCharsets.UTF_8));
            String name = file.toString().endsWith(".parquet") ? "orders.parquet" : "orders.csv";
            return StoredScenario.withFolder(files, folder -> {
                link(folder.resolve(name));
                return ScenarioInput.read(folder, terminal, steps);
            });
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        }
    }

    private void link(Path place) throws IOException {
        Files.createSymbolicLink(place, file.toAbsolutePath());
    }

    private static Count takeOver(DurableBook book, OrderTable orders, Steps steps) {
        steps.begin("Taking " + orders.size() + " orders over");
        Count count = new Count();
        ArrayDeque<Asked> underWay = new ArrayDeque<>();
        for (int row = 0; row < orders.size(); row++) {
            if (underWay.size() == UNDER_WAY_MOST) {
                settle(underWay.removeFirst(), count);
            }
            Command command = new Command.TakeOver(orders.order(row), orders.promisedBucket(row));
            underWay.add(new Asked(orders.id(row), book.submit(Request.of("import", command))));
            steps.report(row, orders.size());
        }
        underWay.forEach(asked -> settle(asked, count));
        return count;
    }

    private record Asked(String orderId, CompletableFuture<Outcome> outcome) {}

    private static void settle(Asked asked, Count count) {
        Outcome outcome = asked.outcome().join();
        switch (outcome) {
            case Outcome.Answered answered -> answered(asked.orderId(), answered, count);
            case Outcome.Busy _, Outcome.Unavailable _, Outcome.Unknown _, Outcome.RequestIdReused _ ->
                throw new CommandFault(
                        ExitCode.FILES,
                        "stopped at order " + asked.orderId() + ": " + outcome
                                + ". Everything before it is in the book; maybe import the file again");
        }
    }

    private static void answered(String orderId, Outcome.Answered answered, Count count) {
        if (answered.answer() instanceof Answer.Refused refused) {
            count.refused++;
            if (count.refusals.size() < REFUSALS_SHOWN) {
                count.refusals.add(
                        orderId + ": " + refused.refusal().name().toLowerCase(Locale.ROOT) + ", " + refused.detail());
            }
        } else if (answered.repeated()) {
            count.known++;
        } else {
            count.taken++;
            boolean dated =
                    answered.answer() instanceof Answer.Booked booked && booked.promise() instanceof Promise.Dated;
            count.beyondHorizon += dated ? 0 : 1;
        }
    }

    private void tell(Count count, int past) {
        count.refusals.forEach(refusal -> terminal.out().println("refused  " + refusal));
        if (count.refused > count.refusals.size()) {
            terminal.out().println("and " + (count.refused - count.refusals.size()) + " more refused");
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%,d orders taken over (%,d beyond the horizon), %,d were there already, %,d refused,"
                                + " %,d delivered or cancelled before and left out.%n",
                        count.taken,
                        count.beyondHorizon,
                        count.known,
                        count.refused,
                        past);
    }
}
