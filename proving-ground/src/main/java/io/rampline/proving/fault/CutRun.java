package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.proving.served.Exchange;
import io.rampline.proving.served.ServedBook;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Connections are cut at every byte: of request and answer between a client and the application, and of what the
 * application and its database say to each other about a batch. Whoever asks again is booked once.
 */
public final class CutRun {
    private static final int UNITS_A_WEEK = 2_000;
    private static final int TURNS_MOST = 100;

    private CutRun() {}

    /** What came of it. */
    public record Count(int cuts, long acknowledged) {}

    /**
     * Cuts between client and application: half of them within the request, half within the answer.
     *
     * @param folder for the scenario, empty
     * @throws Violation when an order was booked twice or an answer was lost
     */
    public static Count clients(RunningServer server, Path folder, int cuts, Consumer<String> news)
            throws SQLException, IOException {
        Books.open(server).close();
        PlainScenario scenario = PlainScenario.write(folder);
        Client.Ledger ledger = new Client.Ledger();
        KeptBook kept = new KeptBook();
        try (ServedBook application = ServedBook.start(scenario.folder(), server, scenario.jvmOptions());
                CutLine line = new CutLine(application.port())) {
            Exchange.ask(line.port(), Exchange.booking("warm"));
            long answerBytes = line.bytesBack();
            for (int cut = 0; cut < cuts; cut++) {
                boolean cancels = cut % 5 == 4;
                String id = String.format("cut-%06d", cancels ? cut - 1 : cut);
                byte[] request = cancels ? Exchange.cancellation(id) : Exchange.booking(id);
                boolean back = cut % 2 == 1;
                // Odd steps go through all of them, however long either is.
                long length = back ? answerBytes : request.length;
                line.cutAfter(cut / 2 * 7L % (length + 1), back);
                cutOff(line, request);
                line.heal();
                note(ledger, cancels, id, insist(line, request));
            }
            news.accept(line.cuts() + " cuts between clients and application");
        }
        kept.follow(server.jdbcUrl(), server.owner());
        kept.nothingBeyond(ledger);
        Books.audit(server.jdbcUrl(), server.owner(), scenario.network());
        return new Count(cuts, ledger.acknowledged.get());
    }

    private static void cutOff(CutLine line, byte[] request) {
        try {
            Exchange.ask(line.port(), request);
        } catch (IOException expected) {
            // Mostly it is cut off before the answer.
        }
    }

    private static Exchange.Answer insist(CutLine line, byte[] request) {
        for (int tries = 0; tries < TURNS_MOST; tries++) {
            try {
                return Exchange.ask(line.port(), request);
            } catch (IOException cutAgain) {
                // Once more.
            }
        }
        throw new Violation("found no answer, asked " + TURNS_MOST + " times");
    }

    private static void note(Client.Ledger ledger, boolean cancels, String id, Exchange.Answer answer) {
        if (!answer.isDone()) {
            throw new Violation("found the answer " + answer + " about " + id + ", asked a second time");
        }
        ledger.enter(cancels, id, answer);
    }

    /**
     * Cuts between application and database while a batch is written.
     *
     * @throws Violation when the book did not come back by itself, or an order stands in the record twice or not at all
     */
    public static Count database(RunningServer server, int cuts, long seed, Consumer<String> news)
            throws SQLException, IOException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        Random random = new Random(seed);
        Client.Ledger ledger = new Client.Ledger();
        KeptBook kept = new KeptBook();
        try (CutLine line = new CutLine(server.port());
                BookDatabase direct = Books.open(server)) {
            Books.makeAnew(direct, network);
            String through = server.jdbcUrl().replace(":" + server.port() + "/", ":" + line.port() + "/");
            try (BookDatabase cut = BookDatabase.open(through, server.owner())) {
                SteppedBook book = SteppedBook.open(cut.ledger(), network, settings(), QUICK);
                ask(book, "warm-1", ledger);
                long outBefore = line.bytesOut();
                long backBefore = line.bytesBack();
                ask(book, "warm-2", ledger);
                int out = (int) (line.bytesOut() - outBefore);
                int back = (int) (line.bytesBack() - backBefore);
                for (int i = 0; i < cuts; i++) {
                    boolean answer = i % 2 == 0;
                    int length = answer ? back : out;
                    line.cutAfter(answer ? i / 2 % (length + 1) : random.nextInt(length + 1), answer);
                    ask(book, "d-" + i, ledger);
                    line.heal();
                }
                news.accept(line.cuts() + " cuts between application and database");
            }
            kept.follow(server.jdbcUrl(), server.owner());
            kept.nothingBeyond(ledger);
            Books.audit(server.jdbcUrl(), server.owner(), network);
            return new Count((int) line.cuts(), ledger.acknowledged.get());
        }
    }

    private static BookSettings settings() {
        return new BookSettings(100, 20, Duration.ofSeconds(3), 100_000, "cuts", () -> {});
    }

    private static void ask(SteppedBook book, String id, Client.Ledger ledger) {
        CompletableFuture<Outcome> outcome =
                book.submit(Request.of("client", new Command.Book(PlainFactory.order(id))));
        for (int turn = 0; turn < TURNS_MOST && !outcome.isDone(); turn++) {
            book.turn();
        }
        if (outcome.getNow(new Outcome.Busy(0)) instanceof Outcome.Answered(Answer.Booked booked, boolean _)) {
            ledger.booked.put(id, booked.position());
            ledger.acknowledged.incrementAndGet();
        } else {
            throw new Violation("found " + outcome + " for " + id + ", expected a date after the cut");
        }
    }

    private static final Surroundings QUICK = new Surroundings() {
        @Override
        public long nowMicros() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        }

        @Override
        public long steadyNanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration most) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }

        @Override
        public void aside(Runnable work) {
            work.run();
        }
    };
}
