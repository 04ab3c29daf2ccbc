package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.BookState.Condition;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Command;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import io.rampline.proving.history.HistoryCheck;
import io.rampline.proving.history.Operation;
import io.rampline.proving.world.Chance;
import io.rampline.proving.world.Violation;
import io.rampline.proving.world.Wishes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Somebody sets the machine's clock forward and back, by minutes and by weeks, while a book on PostgreSQL runs, and
 * between its end and the next start. The times in the record never fall, holds end when their time has come and not
 * before, and no request is forgotten.
 */
public final class ClockRun {
    private static final int UNITS_A_WEEK = 4;
    private static final int REQUESTS_BETWEEN = 12;
    private static final int STARTS_ONE_IN = 4;
    private static final int TURNS_MOST = 50;
    private static final long SECOND_MICROS = 1_000_000;

    private final BookDatabase database;
    private final Network network;
    private final Chance chance;
    private final Wishes wishes;
    private final long clockOffsetMicros;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Request> named = new ArrayList<>();
    private long wallMicros;
    private long highestMicros;
    private long ticks;
    private int starts;
    private SteppedBook book;

    /** What came of it. */
    public record Count(int jumps, int starts, int operations, int entries) {}

    private ClockRun(BookDatabase database, Network network, long wallMicros, long clockOffsetMicros, long seed)
            throws SQLException {
        this.database = database;
        this.network = network;
        this.chance = new Chance(seed);
        this.wishes = new Wishes(chance, network, "t");
        this.wallMicros = wallMicros;
        this.highestMicros = wallMicros;
        this.clockOffsetMicros = clockOffsetMicros;
        this.book = open();
    }

    /**
     * Sets the clock and looks.
     *
     * @throws Violation when a time fell, a hold ended too late or too early, or a request was done twice
     */
    public static Count run(RunningServer server, int jumps, long seed, Consumer<String> news) throws SQLException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        long wall = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long offset = TimeOfBook.startOfDayMicros(network.scenario().asOf()) - wall;
        try (BookDatabase database = Books.open(server)) {
            Books.makeAnew(database, network, OrderTable.builder().build(), wall, offset);
            ClockRun run = new ClockRun(database, network, wall, offset, seed);
            for (int jump = 1; jump <= jumps; jump++) {
                run.jump();
                if (run.chance.oneIn(STARTS_ONE_IN)) {
                    // Opening the database tidies up by time, too.
                    BookDatabase.open(server.jdbcUrl(), server.owner()).close();
                    SteppedBook before = run.book;
                    run.book = run.open();
                    run.retire(before);
                }
                run.business();
                if (jump % 100 == 0) {
                    news.accept(
                            jump + " of " + jumps + " jumps of the clock, " + run.operations.size() + " operations");
                }
            }
            var rows = Books.rows(database);
            List<String> flaws = HistoryCheck.flaws(network, run.operations, rows);
            if (!flaws.isEmpty()) {
                throw new Violation("clock jumps of seed " + seed + ": " + String.join("\n", flaws));
            }
            Books.audit(server.jdbcUrl(), server.owner(), network);
            return new Count(jumps, run.starts, run.operations.size(), rows.size());
        }
    }

    private SteppedBook open() throws SQLException {
        starts++;
        BookSettings settings = new BookSettings(100, 20, Duration.ofSeconds(3), 60, "clock", () -> {});
        return SteppedBook.open(database.ledger(), network, settings, surroundings());
    }

    /** Whoever was replaced hears it with the next request, says nothing as done and lets its connection go. */
    private void retire(SteppedBook before) {
        CompletableFuture<Outcome> outcome = before.submit(wishes.next(bookNow()));
        for (int turns = 0; turns < TURNS_MOST && before.turn(); turns++) {
            // Until it has ended.
        }
        if (!(before.state().condition() instanceof Condition.Fenced)
                || outcome.getNow(new Outcome.Busy(0)) instanceof Outcome.Answered) {
            throw new Violation("found " + before.state() + " and " + outcome + " of an engine that was replaced");
        }
    }

    private void jump() {
        long far = chance.below(chance.oneIn(3) ? 20 * 24 * 3_600 : 7_200) * SECOND_MICROS;
        wallMicros += chance.oneIn(2) ? far : -far;
    }

    private long bookNow() {
        return wallMicros + clockOffsetMicros;
    }

    private void business() {
        for (int i = 0; i < REQUESTS_BETWEEN; i++) {
            Request request =
                    !named.isEmpty() && chance.oneIn(5) ? wishes.again(chance.oneOf(named)) : wishes.next(bookNow());
            if (request.command() instanceof Command.Advance || request.command() instanceof Command.Repromise) {
                // Time is the clock's here.
                continue;
            }
            ask(request);
            if (request.requestId().isPresent()) {
                named.add(request);
            }
        }
        book.turn();
        holdsEndInTime();
    }

    private void ask(Request request) {
        long begin = ticks++;
        CompletableFuture<Outcome> outcome = book.submit(request);
        for (int turns = 0; turns < TURNS_MOST && !outcome.isDone(); turns++) {
            book.turn();
        }
        Outcome told = outcome.getNow(new Outcome.Busy(0));
        if (!(told instanceof Outcome.Answered)) {
            throw new Violation("found " + told + " for " + request + ", expected an answer whatever the clock says");
        }
        operations.add(new Operation(request, begin, ticks++, told));
    }

    private void holdsEndInTime() {
        if (!(book.state().condition() instanceof Condition.Serving)) {
            throw new Violation("found " + book.state() + ", expected a book that serves");
        }
        PromiseEngine engine = book.image().engine(network, _ -> {});
        if (engine.nextHoldExpiryMicros() <= bookNow()) {
            throw new Violation("found a hold that ends at " + engine.nextHoldExpiryMicros() + ", at " + bookNow());
        }
        if (engine.nowMicros() > highestMicros + clockOffsetMicros) {
            throw new Violation(
                    "found the book's time at " + engine.nowMicros() + ", ahead of all the clock ever said");
        }
    }

    private Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public long nowMicros() {
                highestMicros = Math.max(highestMicros, ++wallMicros);
                return wallMicros;
            }

            @Override
            public long steadyNanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration most) {
                jump();
            }

            @Override
            public void aside(Runnable work) {
                work.run();
            }
        };
    }
}
