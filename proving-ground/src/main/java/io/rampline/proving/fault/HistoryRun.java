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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many clients at one book over a real database, while its connections are cut and the book is taken over by another
 * engine now and then. Everybody writes down when he asked and when he was answered; then the history is checked.
 */
public final class HistoryRun {
    private static final int UNITS_A_WEEK = 40;
    private static final int CLIENTS = 40;
    private static final int OPERATIONS_A_BOOK = 10_000;
    private static final int CUTS_A_BOOK = 3;
    private static final int TAKE_OVERS_A_BOOK = 3;
    private static final int CUT_TRIES_MOST = 12_000;
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long TURNED_AWAY_NANOS = 100_000_000;

    /** Nobody waits for a reconnection, so that there are unknown outcomes. */
    private static final Duration PATIENCE = Duration.ZERO;

    private final BookDatabase database;
    private final Network network;
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger takeOvers = new AtomicInteger();
    private final Queue<SQLException> failed = new ConcurrentLinkedQueue<>();
    private volatile DurableBook book;

    private HistoryRun(BookDatabase database, Network network) throws SQLException {
        this.database = database;
        this.network = network;
        this.book = open();
    }

    /** What came of it. */
    public record Count(
            int books, long operations, long entries, long unknown, long turnedAway, int cuts, int takeOvers) {
        private Count plus(Count other) {
            return new Count(
                    books + other.books,
                    operations + other.operations,
                    entries + other.entries,
                    unknown + other.unknown,
                    turnedAway + other.turnedAway,
                    cuts + other.cuts,
                    takeOvers + other.takeOvers);
        }
    }

    /**
     * Asks, and checks the answers.
     *
     * @param most operations to come to, or somewhat more
     * @throws Violation when the answers could not have been given one after another
     */
    public static Count run(RunningServer server, long most, long seed, Consumer<String> news) throws SQLException {
        Count all = new Count(0, 0, 0, 0, 0, 0, 0);
        try (BookDatabase database = Books.open(server)) {
            Network network = PlainFactory.network(UNITS_A_WEEK);
            for (int round = 0; all.operations() < most; round++) {
                Books.makeAnew(database, network);
                all = all.plus(new HistoryRun(database, network).oneBook(seed + round));
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
        Map<Integer, Trouble> troubles = troubles(new Chance(-seed));
        for (int i = 0; i < CLIENTS; i++) {
            Chance chance = new Chance(seed * CLIENTS + i);
            String name = "c" + i + "-";
            clients.add(Thread.ofVirtual().start(() -> client(chance, new Wishes(chance, network, name), troubles)));
        }
        for (Thread client : clients) {
            join(client);
        }
        book.close();
        if (!failed.isEmpty()) {
            throw failed.element();
        }
        var rows = Books.rows(database);
        List<String> flaws = HistoryCheck.flaws(network, operations, rows);
        if (!flaws.isEmpty()) {
            throw new Violation("history of seed " + seed + ": " + String.join("\n", flaws));
        }
        return new Count(
                1,
                operations.size(),
                rows.size(),
                operations.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Unknown)
                        .count(),
                operations.stream()
                        .filter(each -> each.outcome() instanceof Outcome.Unavailable)
                        .count(),
                cuts.get(),
                takeOvers.get());
    }

    private void client(Chance chance, Wishes wishes, Map<Integer, Trouble> troubles) {
        List<Request> named = new ArrayList<>();
        for (int count = asked.incrementAndGet(); count <= OPERATIONS_A_BOOK; count = asked.incrementAndGet()) {
            make(troubles.get(count));
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
                LockSupport.parkNanos(TURNED_AWAY_NANOS);
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

    /** What happens to a book while it is asked. */
    private enum Trouble {
        CUT,
        TAKE_OVER
    }

    /** When there is trouble: by how many requests were asked before. */
    private static Map<Integer, Trouble> troubles(Chance chance) {
        Map<Integer, Trouble> troubles = new HashMap<>();
        for (int i = 0; i < CUTS_A_BOOK + TAKE_OVERS_A_BOOK; i++) {
            Trouble trouble = i < CUTS_A_BOOK ? Trouble.CUT : Trouble.TAKE_OVER;
            while (troubles.putIfAbsent(chance.from(OPERATIONS_A_BOOK / 20, OPERATIONS_A_BOOK * 19 / 20), trouble)
                    != null) {
                // Another moment.
            }
        }
        return troubles;
    }

    /** Makes trouble in the midst of what the others ask. */
    private void make(@Nullable Trouble trouble) {
        if (trouble != null) {
            inTurn(trouble);
        }
    }

    private synchronized void inTurn(Trouble trouble) {
        try {
            switch (trouble) {
                case CUT -> cut();
                case TAKE_OVER -> takeOver();
            }
        } catch (SQLException broken) {
            failed.add(broken);
        }
    }

    private void cut() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int tries = 0; tries < CUT_TRIES_MOST; tries++) {
                try (ResultSet ended = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where query like '%append_batch%' and pid <> pg_backend_pid()")) {
                    if (ended.next() && ended.getBoolean(1)) {
                        cuts.incrementAndGet();
                        return;
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new SQLException("found no connection that writes, to be cut");
    }

    private void takeOver() throws SQLException {
        DurableBook before = book;
        book = open();
        takeOvers.incrementAndGet();
        before.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
