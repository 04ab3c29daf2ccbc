package io.rampline.proving.bench;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.audit.AuditReport;
import io.rampline.orderbook.audit.BookAudit;
import io.rampline.orderbook.credibility.PromiseRecord;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.orderbook.credibility.RecordOfBook;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * How long a book of a million orders takes to make and to bring back, beside the database reading its rows out, and
 * how many orders a second become safe when nothing but the book stands before the database.
 */
final class DurableBench {
    private static final int UNDER_WAY = 2_000;
    private static final int BOOKINGS = 100_000;

    private DurableBench() {}

    static int run(List<String> arguments) {
        int orders = arguments.isEmpty() ? 1_000_000 : Integer.parseInt(arguments.getFirst());
        try {
            Path folder = Files.createTempDirectory("rampline-bench-book-");
            try (RunningServer server =
                            EmbeddedPostgres.start(folder.resolve("data"), says -> System.err.println(says));
                    BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner())) {
                measure(orders, database);
            } finally {
                remove(folder);
            }
            return 0;
        } catch (IOException | SQLException failed) {
            System.err.println("the benchmark failed: " + failed.getMessage());
            return 1;
        }
    }

    private static void measure(int orders, BookDatabase database) throws SQLException, IOException {
        PromiseEngine wide = WideBook.engine(orders);
        Network network = wide.network();
        OrderTable.Builder table = OrderTable.builder();
        for (int row = 0; row < orders; row++) {
            table.add(wide.order(row));
        }
        long begin = System.nanoTime();
        database.make(network, new TreeMap<>(), table.build(), 0);
        tell("orders promised, recorded and counted", orders, begin);
        for (int round = 0; round < 3; round++) {
            begin = System.nanoTime();
            DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
            tell("orders back from the snapshot", orders, begin);
            book.close();
        }
        workOutAgain(database, network);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from rampline.snapshot");
            begin = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy rampline.entry to stdout", OutputStream.nullOutputStream());
            tell("rows copied out, nothing done with them", orders, begin);
        }
        begin = System.nanoTime();
        try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL)) {
            tell("orders back from the entries alone", orders, begin);
            book(book, wide, BOOKINGS);
            book(book, wide, 2 * BOOKINGS);
        }
    }

    private static void workOutAgain(BookDatabase database, Network network) throws SQLException {
        for (int round = 0; round < 2; round++) {
            long begin = System.nanoTime();
            try (Connection reader = database.reader()) {
                AuditReport report = BookAudit.run(reader, network, List.of(), BookAudit.Progress.NONE);
                tell("entries audited", (int) report.entries(), begin);
                if (!report.clean()) {
                    throw new IllegalStateException("the audit found " + report.differences());
                }
            }
            begin = System.nanoTime();
            try (Connection reader = database.reader()) {
                PromiseRecord record = RecordOfBook.read(reader, network, 0, new Bar(Long.MAX_VALUE, 0));
                tell("orders in the record of promises", record.size(), begin);
            }
        }
    }

    private static void book(DurableBook book, PromiseEngine wide, int first) {
        long batches = book.state().batches();
        long begin = System.nanoTime();
        ArrayDeque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
        for (int i = 0; i < BOOKINGS; i++) {
            if (underWay.size() == UNDER_WAY) {
                settle(underWay.removeFirst());
            }
            Order like = wide.order(i % wide.size());
            Order order =
                    new Order("N" + (first + i), DurableBook.NOW, 0, like.configuration(), like.earliestBucket(), 0);
            underWay.add(book.submit(Request.of("bench", new Command.Book(order))));
        }
        underWay.forEach(DurableBench::settle);
        tell("orders booked, safe when answered", BOOKINGS, begin);
        System.out.printf(Locale.ROOT, "  in %,d commits%n", book.state().batches() - batches);
    }

    private static void settle(CompletableFuture<Outcome> outcome) {
        if (!(outcome.join() instanceof Outcome.Answered)) {
            throw new IllegalStateException("found " + outcome.join() + ", expected an answer");
        }
    }

    private static void tell(String what, int count, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%,10d %-44s %8.2f s %,12.0f/s%n", count, what, seconds, count / seconds);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
