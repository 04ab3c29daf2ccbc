package io.rampline.desk.command.book;

import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.futures.LiveLine;
import io.rampline.desk.futures.StatedBook;
import io.rampline.factory.Network;
import io.rampline.factory.Week;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.NoticeRows;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import io.rampline.simulation.window.StatedHistory.Learnt;
import io.rampline.simulation.window.StatedWeek;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Windows of a book that lies in a database, whether it is being served or not: its entries are read, and nothing is
 * written.
 */
public final class BookInFutures {
    private final Connection reader;
    private final Network network;
    private final EntryText text;
    private final long offsetMicros;

    private BookInFutures(Connection reader, Network network) throws SQLException {
        this.reader = reader;
        this.network = network;
        this.text = new EntryText(network);
        this.offsetMicros = Appender.head(reader).clockOffsetMicros();
    }

    /**
     * A count, and what the record has taught.
     *
     * @param isEnded whether somebody ended it early
     */
    public record Told(String name, LiveCount count, Learnt learnt, boolean isEnded) {}

    /**
     * Lives through futures of the book of a place.
     *
     * @param threads 1 or more
     * @throws CommandFault when there is no book, or it cannot be read
     */
    public static Told count(
            BookPlace place, LiveCount.Asked asked, int threads, Steps steps, Speech speech, BooleanSupplier isEnded) {
        try (BookPlace.Opened opened = place.look(steps, "look ahead")) {
            ScenarioContents contents = StoredScenario.read(opened.database(), steps);
            try (Connection reader = opened.database().reader()) {
                BookInFutures book = new BookInFutures(reader, Network.ofBook(contents.scenario()));
                return book.count(contents, asked, threads, steps, speech, isEnded);
            }
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        }
    }

    private Told count(
            ScenarioContents contents,
            LiveCount.Asked asked,
            int threads,
            Steps steps,
            Speech speech,
            BooleanSupplier isEnded)
            throws SQLException {
        steps.begin(speech.say("progress.book"));
        PromiseEngine engine = new PromiseEngine(network);
        BookRows.after(reader, 0, row -> engine.replay(row.entry(text)));
        LocalDate today = TimeOfBook.day(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + offsetMicros);
        LiveLine line = LiveLine.of(engine, today);
        steps.begin(speech.say("progress.stated"));
        List<StatedWeek> weeks = StatedBook.read(NoticeRows.all(reader));
        Learnt learnt = new StatedBook(network, this::history, this::timeOf).learn(weeks, Week.of(today), line.plan());
        steps.begin(speech.say("progress.futures", speech.count("simulated.futures", asked.futures())));
        Outcome outcome = FuturesRun.run(
                line.simulation(contents.uncertainty(), asked.seed()),
                new FuturesRun.Asked(
                        asked.futures(), threads, contents.scenario().confidence(), asked.precision()),
                (done, most) -> {
                    steps.report(done, most);
                    return !isEnded.getAsBoolean();
                });
        return new Told(
                contents.scenario().name(),
                LiveCount.counted(line, asked, learnt.levels(), outcome.tally()),
                learnt,
                outcome.end() == FuturesRun.End.ENDED);
    }

    private long timeOf(RecordedEntry entry) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt()) + offsetMicros;
    }

    private List<RecordedEntry> history(String orderId) {
        try {
            return BookRows.ofOrder(reader, orderId).stream()
                    .map(row -> new RecordedEntry(
                            Instant.EPOCH.plus(row.recordedAtMicros(), ChronoUnit.MICROS),
                            row.actor(),
                            row.reason(),
                            row.entry(text)))
                    .toList();
        } catch (SQLException failed) {
            throw new BookUnavailable("could not read the book: " + failed.getMessage());
        }
    }
}
