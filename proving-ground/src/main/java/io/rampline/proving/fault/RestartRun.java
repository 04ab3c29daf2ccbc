package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.orderbook.Surroundings;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import io.rampline.proving.world.Violation;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A book of a million orders is left without a word and opened again: how long until it answers, and is it the same.
 */
public final class RestartRun {
    private static final int ORDERS = 1_000_000;
    private static final int UNITS_A_WEEK = 12_000;
    private static final int BOOKED_BETWEEN = 2_000;
    private static final long BACK_WITHIN_MILLIS = 10_000;

    private RestartRun() {}

    /** What came of it. */
    public record Count(int restarts, int orders, long longestMillis) {}

    /**
     * Restarts and looks.
     *
     * @throws Violation when a restart took longer than ten seconds, or the state was another one after it
     */
    public static Count run(RunningServer server, int restarts, Consumer<String> news) throws SQLException {
        Network network = PlainFactory.network(UNITS_A_WEEK);
        long longest = 0;
        try (BookDatabase database = Books.open(server)) {
            OrderTable.Builder orders = OrderTable.builder();
            for (int i = 0; i < ORDERS; i++) {
                Order order = PlainFactory.order("open-" + i);
                orders.add(new Order(
                        order.id(), i, 0, order.configuration(), order.earliestBucket(), order.depositMinor()));
            }
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            long start = TimeOfBook.startOfDayMicros(network.scenario().asOf());
            database.make(network, new TreeMap<>(), orders.build(), start - now);
            SteppedBook book = open(database, network);
            for (int restart = 0; restart < restarts; restart++) {
                for (int i = 0; i < BOOKED_BETWEEN; i++) {
                    CompletableFuture<Outcome> _ = book.submit(Request.of("client", booking(restart + "-" + i)));
                }
                book.turn();
                byte[] before = book.image().hash();
                long began = System.nanoTime();
                book = open(database, network);
                byte[] after = book.image().hash();
                CompletableFuture<Outcome> first = book.submit(Request.of("client", booking("first-" + restart)));
                book.turn();
                long took = (System.nanoTime() - began) / 1_000_000;
                longest = Math.max(longest, took);
                check(before, after, first.join(), took);
                news.accept("restart " + (restart + 1) + " of " + restarts + ": first answer after " + took + " ms");
            }
        }
        return new Count(restarts, ORDERS, longest);
    }

    private static Command booking(String id) {
        return new Command.Book(PlainFactory.order("new-" + id));
    }

    private static SteppedBook open(BookDatabase database, Network network) throws SQLException {
        return SteppedBook.open(database.ledger(), network, BookSettings.USUAL, Surroundings.REAL);
    }

    private static void check(byte[] before, byte[] after, Outcome first, long tookMillis) {
        if (!Arrays.equals(before, after)) {
            throw new Violation("found another state after the restart than before");
        }
        if (!(first instanceof Outcome.Answered)) {
            throw new Violation("found " + first + " after the restart, expected a date");
        }
        if (tookMillis > BACK_WITHIN_MILLIS) {
            throw new Violation("found the first answer after " + tookMillis + " ms, expected " + BACK_WITHIN_MILLIS);
        }
    }
}
