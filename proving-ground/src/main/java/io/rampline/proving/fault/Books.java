package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.audit.AuditReport;
import io.rampline.orderbook.audit.BookAudit;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.FirstEntries;
import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import io.rampline.proving.world.Violation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Books in a real database: made, emptied, read whole, audited. */
public final class Books {
    private Books() {}

    /** The database of a server, with tables and no book. */
    public static BookDatabase open(RunningServer server) throws SQLException {
        BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner());
        empty(database);
        return database;
    }

    /** Takes the book away, whatever is in it. */
    public static void empty(BookDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "truncate rampline.head, rampline.entry, rampline.resource, rampline.bucket,"
                            + " rampline.request, rampline.snapshot, rampline.scenario_file, rampline.notice, rampline.waiting");
        }
    }

    /** Makes an empty book in place of whatever is there. */
    public static void makeAnew(BookDatabase database, Network network) throws SQLException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long start = TimeOfBook.startOfDayMicros(network.scenario().asOf());
        makeAnew(database, network, OrderTable.builder().build(), now, start - now);
    }

    /** As {@link #makeAnew(BookDatabase, Network)}, with open orders, at a moment. */
    public static void makeAnew(
            BookDatabase database, Network network, OrderTable orders, long nowMicros, long clockOffsetMicros)
            throws SQLException {
        empty(database);
        try (Connection connection = database.connect()) {
            FirstEntries.write(connection, network, new TreeMap<>(), orders, List.of(), nowMicros, clockOffsetMicros);
        }
    }

    /** The whole record, oldest entry first. */
    public static List<BookRows.Row> rows(BookDatabase database) throws SQLException {
        List<BookRows.Row> rows = new ArrayList<>();
        try (Connection connection = database.connect()) {
            BookRows.after(connection, 0, rows::add);
        }
        return rows;
    }

    /** Has the product's own audit work everything out a second time. */
    static void audit(String jdbcUrl, Credentials owner, Network network) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, owner.user(), owner.password())) {
            AuditReport report = BookAudit.run(connection, network, List.of(), BookAudit.Progress.NONE);
            if (!report.clean()) {
                throw new Violation("found by the audit: " + report.differences());
            }
        }
    }
}
