package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The database is gone for a while, or its disk is full. The book refuses meanwhile and never guesses; when the cause
 * is gone it serves again within seconds, without a person.
 */
public final class OutageRun {
    private static final int UNITS_A_WEEK = 2_000;
    private static final long BACK_WITHIN_MILLIS = 10_000;
    private static final int ANSWER_SECONDS = 60;

    private static final long SURELY_GONE_NANOS = 1_000_000_000;
    private static final long STEP_NANOS = 3_000_000;

    private final DurableBook book;
    private final Map<String, CompletableFuture<Outcome>> waiting = new LinkedHashMap<>();
    private final Client.Ledger ledger = new Client.Ledger();
    private int serial;
    private long refused;

    private OutageRun(DurableBook book) {
        this.book = book;
    }

    /** What came of it. */
    public record Count(int outages, long acknowledged, long turnedAway, long longestBackMillis) {}

    /**
     * Stops the database and starts it again.
     *
     * @throws Violation when the book answered meanwhile, lost something, or was not back within ten seconds
     */
    public static Count stopped(RunningServer server, int outages, int mostMillis, long seed, Consumer<String> news)
            throws SQLException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        Random random = new Random(seed);
        long longest = 0;
        try (BookDatabase database = Books.open(server)) {
            Books.makeAnew(database, network);
            OutageRun run;
            // Nobody revives the server but this proof: that is the cure.
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL)) {
                run = new OutageRun(book);
                for (int outage = 0; outage < outages; outage++) {
                    run.mustAnswer();
                    Signals.send(server.pid(), outage % 2 == 0 ? "QUIT" : "KILL");
                    run.mustRefuseFor(200 + random.nextInt(mostMillis));
                    server.revive();
                    long back = run.millisUntilBack();
                    run.noteLate();
                    longest = Math.max(longest, back);
                    news.accept("outage " + (outage + 1) + " of " + outages + ": back after " + back + " ms");
                }
            }
            return run.end(server, network, outages, longest);
        }
    }

    /**
     * Fills the disk under the database and makes room again.
     *
     * @param folder on a small disk of its own, 150 to 400 MB; a database is made there
     */
    public static Count diskFull(Path folder, int times, Consumer<String> news) throws SQLException, IOException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        long longest = 0;
        try (RunningServer server = EmbeddedPostgres.start(folder.resolve("data"), quiet -> {});
                BookDatabase database = Books.open(server)) {
            Books.makeAnew(database, network);
            OutageRun run;
            try (DurableBook book =
                    DurableBook.open(database, network, BookSettings.USUAL.withReconnecting(server::revive))) {
                run = new OutageRun(book);
                for (int time = 0; time < times; time++) {
                    run.mustAnswer();
                    Path filler = folder.resolve("filler");
                    fill(filler);
                    run.askUntilRefused();
                    Files.delete(filler);
                    long back = run.millisUntilBack();
                    run.noteLate();
                    longest = Math.max(longest, back);
                    news.accept("full disk " + (time + 1) + " of " + times + ": back after " + back + " ms");
                }
            }
            return run.end(server, network, times, longest);
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1 << 16];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That was the aim.
        }
    }

    private Outcome ask(String id) {
        Outcome told = told(book.submit(Request.of("client", new Command.Book(PlainFactory.order(id)))));
        note(id, told);
        return told;
    }

    private void note(String id, Outcome told) {
        if (told instanceof Outcome.Answered(Answer.Booked booked, boolean _)) {
            ledger.booked.put(id, booked.position());
            ledger.acknowledged.incrementAndGet();
        }
    }

    private static Outcome told(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Violation("found no answer for " + ANSWER_SECONDS + " s, expected a refusal at least");
        } catch (ExecutionException | InterruptedException broken) {
            throw new Violation("found " + broken + ", expected an outcome");
        }
    }

    private void mustAnswer() {
        for (int i = 0; i < 20; i++) {
            Outcome told = ask("o" + serial++);
            if (!(told instanceof Outcome.Answered)) {
                throw new Violation("found " + told + " with the database up, expected a date");
            }
        }
    }

    /** Asks all the time; what was asked when the database was surely gone must not be answered while it is. */
    private void mustRefuseFor(int millis) {
        LockSupport.parkNanos(SURELY_GONE_NANOS);
        long end = System.nanoTime() + millis * 1_000_000L;
        Map<String, CompletableFuture<Outcome>> asked = new LinkedHashMap<>();
        while (System.nanoTime() < end) {
            String id = "o" + serial++;
            asked.put(id, book.submit(Request.of("client", new Command.Book(PlainFactory.order(id)))));
            LockSupport.parkNanos(STEP_NANOS);
        }
        asked.forEach((id, outcome) -> {
            if (outcome.isDone() && outcome.join() instanceof Outcome.Answered) {
                throw new Violation("found " + outcome.join() + " for " + id + " with the database down");
            }
            refused += outcome.isDone() ? 1 : 0;
        });
        waiting.putAll(asked);
    }

    /** Whoever asked during the outage and is not answered when it is over never will be. */
    private void noteLate() {
        waiting.forEach((id, outcome) -> note(id, told(outcome)));
        waiting.clear();
    }

    /** With a full disk some commits still fit into what the log has reserved. */
    private void askUntilRefused() {
        String big = "o" + serial++;
        for (long asked = 0; ask(big + "-" + asked) instanceof Outcome.Answered; asked++) {
            if (asked > 200_000) {
                throw new Violation("found a full disk that takes everything");
            }
        }
        refused++;
    }

    private long millisUntilBack() {
        long began = System.nanoTime();
        String id = "o" + serial++;
        while (!(ask(id) instanceof Outcome.Answered)) {
            LockSupport.parkNanos(5_000_000);
            if ((System.nanoTime() - began) / 1_000_000 > 3 * BACK_WITHIN_MILLIS) {
                throw new Violation("found " + book.state() + " 30 s after the cure, expected a book that serves");
            }
        }
        long back = (System.nanoTime() - began) / 1_000_000;
        if (back > BACK_WITHIN_MILLIS) {
            throw new Violation("found the book back after " + back + " ms, expected " + BACK_WITHIN_MILLIS);
        }
        return back;
    }

    private Count end(RunningServer server, Network network, int outages, long longest) throws SQLException {
        KeptBook kept = new KeptBook();
        kept.follow(server.jdbcUrl(), server.owner());
        kept.nothingBeyond(ledger);
        Books.audit(server.jdbcUrl(), server.owner(), network);
        return new Count(outages, ledger.acknowledged.get(), refused, longest);
    }
}
