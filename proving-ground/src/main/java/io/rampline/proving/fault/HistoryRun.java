package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Command;
import io.rampline.proving.history.HistoryCheck;
import io.rampline.proving.history.Operation;
import io.rampline.proving.world.Chance;
import io.rampline.proving.world.Violation;
import io.rampline.proving.world.Wishes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Many clients at one book over a real database, while its connections are cut and the book is taken over by another
 * engine now and then. Everybody writes down when he asked and when he was answered; then the history is checked.
 */
public final class HistoryRun {
    private static final int UNITS_A_WEEK = 40;
    private static final int CLIENTS = 12;
    private static final int OPERATIONS_A_BOOK = 2_500;
    private static final long PAUSE_NANOS = 40_000_000;

    /** Shorter than a reconnection, so that there are unknown outcomes. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final BookDatabase database;
    private final Network network;
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile DurableBook book;

    private HistoryRun(BookDatabase database, Network network) throws SQLException {
        this.database = database;
        this.network = network;
        this.book = open();
    }

    /** What came of it. */
    public record Count(long operations, long entries, long unknown, long turnedAway) {}

    /**
     * Asks, and checks the answers.
     *
     * @param most operations to come to, or somewhat more
     * @throws Violation when the answers could not have been given one after another
     */
    public static Count run(RunningServer server, long most, long seed, Consumer<String> news) throws SQLException {
        Count all = new Count(0, 0, 0, 0);
        try (BookDatabase database = Books.open(server)) {
            Network network = PlainFactory.network(UNITS_A_WEEK);
            for (int round = 0; all.operations() < most; round++) {
                Books.makeAnew(database, network);
                Count one = new HistoryRun(database, network).oneBook(seed + round);
                all = new Count(
                        all.operations() + one.operations(),
                        all.entries() + one.entries(),
                        all.unknown() + one.unknown(),
                        all.turnedAway() + one.turnedAway());
                news.accept(all.operations() + " of " + most + " operations, " + all.entries() + " entries");
            }
        }
        return all;
    }

    private DurableBook open() throws SQLException {
        return DurableBook.open(database, network, new BookSettings(2_000, 300, PATIENCE, 1_000, "history", () -> {}));
    }

    private Count oneBook(long seed) throws SQLException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Chance chance = new Chance(seed * CLIENTS + i);
            String name = "c" + i + "-";
            clients.add(Thread.ofVirtual().start(() -> client(chance, new Wishes(chance, network, name))));
        }
        trouble(new Chance(-seed));
        for (Thread client : clients) {
            join(client);
        }
        book.close();
        var rows = Books.rows(database);
        List<String> flaws = HistoryCheck.flaws(network, operations, rows);
        if (!flaws.isEmpty()) {
            throw new Violation("history of seed " + seed + ": " + String.join("\n", flaws));
        }
        return new Count(
                operations.size(),
                rows.size(),
                operations.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Unknown)
                        .count(),
                operations.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Unavailable)
                        .count());
    }

    private void client(Chance chance, Wishes wishes) {
        List<Request> named = new ArrayList<>();
        while (asked.incrementAndGet() <= OPERATIONS_A_BOOK) {
            Request request = wishes.next(book.now());
            if (wholeBook(request.command())) {
                continue;
            }
            Outcome outcome = ask(request);
            if (request.requestId().isPresent()) {
                named.add(request);
            }
            if (!named.isEmpty() && chance.oneIn(12)) {
                ask(wishes.again(chance.oneOf(named)));
            }
            boolean again = outcome instanceof Outcome.Unknown || chance.oneIn(15);
            if (again && (request.requestId().isPresent() || request.command() instanceof Command.Book)) {
                ask(wishes.again(request));
            }
            if (outcome instanceof Outcome.Unavailable) {
                LockSupport.parkNanos(PAUSE_NANOS / 4);
            }
        }
    }

    /** What takes long on a large book, and time, which is the clock's here. */
    private static boolean wholeBook(Command command) {
        return command instanceof Command.Repromise || command instanceof Command.Advance;
    }

    private Outcome ask(Request request) {
        long begin = System.nanoTime();
        Outcome outcome = book.ask(request);
        operations.add(new Operation(request, begin, System.nanoTime(), outcome));
        return outcome;
    }

    /** Cuts a connection now and then, and once in a while has another engine take the book over. */
    private void trouble(Chance chance) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (asked.get() < OPERATIONS_A_BOOK) {
                LockSupport.parkNanos(PAUSE_NANOS);
                if (chance.oneIn(30)) {
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query like '%append_batch%' and pid <> pg_backend_pid()");
                } else if (chance.oneIn(40)) {
                    DurableBook before = book;
                    book = open();
                    before.close();
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
