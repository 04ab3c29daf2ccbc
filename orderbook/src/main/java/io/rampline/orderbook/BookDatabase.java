package io.rampline.orderbook;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rampline.factory.Network;
import io.rampline.orderbook.record.FirstEntries;
import io.rampline.orderbook.record.Ledger;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.Snapshots;
import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.orderbook.server.DurabilityCheck;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database with the tables of the book, up to date, on a server that keeps what it acknowledges. Safe for use by
 * several threads.
 */
public final class BookDatabase implements AutoCloseable {
    private static final int READERS = 8;
    private static final int CONNECT_SECONDS = 10;
    /** Longer than any commit on a server that still lives. */
    private static final int ANSWER_SECONDS = 30;
    /** Longer than reading a page of entries takes, and short enough for who asked to be told within ten seconds. */
    private static final int READ_SECONDS = 8;

    /** Entries whose requests are kept however old they are: some megabytes at a start. */
    private static final int REQUESTS_KEPT = 100_000;

    private final String jdbcUrl;
    private final Credentials owner;
    private final HikariDataSource readers;

    private BookDatabase(String jdbcUrl, Credentials owner) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(owner.user());
        pool.setPassword(owner.password());
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql("set role rampline_application");
        pool.setReadOnly(true);
        pool.addDataSourceProperty("socketTimeout", Integer.toString(READ_SECONDS));
        pool.setConnectionTimeout(READ_SECONDS * 1000L);
        pool.setInitializationFailTimeout(-1);
        pool.setPoolName("readers");
        this.readers = new HikariDataSource(pool);
    }

    /**
     * Opens a database, brings its tables up to date.
     *
     * @param jdbcUrl of PostgreSQL 15 or newer
     * @param owner may create a schema and a role there
     * @throws DatabaseUnavailable when it cannot be reached, is not durable or cannot be brought up to date; the
     *     message says why and what to try
     */
    public static BookDatabase open(String jdbcUrl, Credentials owner) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties(owner))) {
            DurabilityCheck.check(connection);
        } catch (SQLException failed) {
            throw Tables.unreachable(jdbcUrl, failed);
        }
        new Tables(jdbcUrl, owner).bringUpToDate();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties(owner));
                Statement statement = connection.createStatement()) {
            // By the record's own time, and never the latest ones: a clock that ran ahead must not let them be
            // forgotten.
            statement.execute("delete from rampline.request where recorded_at_us < (select recorded_at_us"
                    + " from rampline.entry order by position desc limit 1) - 8 * 24 * 3600000000"
                    + " and last_position < (select position from rampline.head) - " + REQUESTS_KEPT);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("could not tidy up " + jdbcUrl + ": " + failed.getMessage());
        }
        return new BookDatabase(jdbcUrl, owner);
    }

    /**
     * Opens a database beside whoever has its book. Tables are neither made nor changed.
     *
     * @return empty when there are no tables, and so no book
     * @throws DatabaseUnavailable when it cannot be reached, or its tables are of another version
     */
    public static Optional<BookDatabase> look(String jdbcUrl, Credentials owner) {
        return switch (new Tables(jdbcUrl, owner).state()) {
            case NONE -> Optional.empty();
            case UP_TO_DATE -> Optional.of(new BookDatabase(jdbcUrl, owner));
        };
    }

    /** A new connection as the owner, outside the pool; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, properties(owner));
    }

    /** The record of its book, to write. */
    public Ledger ledger() {
        return new DatabaseLedger(this);
    }

    /** A connection to read with, of the application's role; the caller closes it. */
    public Connection reader() throws SQLException {
        return readers.getConnection();
    }

    /** Whether a book has been made here. */
    public boolean holdsBook() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from rampline.head")) {
            return rows.next();
        }
    }

    /** The scenario folder the book was made of, without orders: content by path. */
    public SortedMap<String, byte[]> scenarioFiles() throws SQLException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Connection connection = reader();
                PreparedStatement read =
                        connection.prepareStatement("select path, content from rampline.scenario_file");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                files.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return files;
    }

    /**
     * Makes a book: all of it or nothing.
     *
     * @param files the scenario folder without orders
     * @param orders those open, promised here
     * @param clockOffsetMicros book time less wall clock time
     */
    public void make(Network network, SortedMap<String, byte[]> files, OrderTable orders, long clockOffsetMicros)
            throws SQLException {
        make(network, files, orders, List.of(), clockOffsetMicros);
    }

    /**
     * Makes a book, as above.
     *
     * @param notices what the house has said so far; of the files there is a notice each besides
     */
    public void make(
            Network network,
            SortedMap<String, byte[]> files,
            OrderTable orders,
            List<Notice.Draft> notices,
            long clockOffsetMicros)
            throws SQLException {
        try (Connection connection = connect()) {
            PromiseEngine engine =
                    FirstEntries.write(connection, network, files, orders, notices, nowMicros(), clockOffsetMicros);
            Snapshots.write(connection, engine.image());
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("analyze rampline.entry");
            }
        }
    }

    /** Wall clock time in microseconds since 1970. */
    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    static Properties properties(Credentials owner) {
        Properties properties = new Properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "rampline");
        return properties;
    }

    @Override
    public void close() {
        readers.close();
    }
}
