package io.rampline.orderbook.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * Writes batches through one connection, one call and one transaction each. Not for use by several threads.
 *
 * <p>A call that ends with an exception has one of three outcomes, and {@link Outcome#of} says which: refused (nothing
 * was written, and would not be on another try), tried in vain (nothing was written, another try may do), or unknown.
 */
public final class Appender implements Ledger.Writing {
    private static final String FENCED = "RL001";
    private static final String APPEND =
            "select rampline.append_batch(" + "?,?,?,?, ?,?,?,?,?,?, ?,?,?,?,?, ?,?, ?,?,?,?,?)";

    private final Connection connection;
    private final PreparedStatement append;
    private final long epoch;

    private Appender(Connection connection, long epoch) throws SQLException {
        this.connection = connection;
        this.epoch = epoch;
        this.append = connection.prepareStatement(APPEND);
    }

    /** What is known of a batch after an exception. */
    public enum Outcome {
        /** Another engine has taken the book over. */
        FENCED,
        /** The database would not have it: it breaks a rule of the record. */
        REFUSED,
        /** Not written; the database is short of something (space, memory, time). */
        NOT_NOW,
        /** Written or not: the connection broke. */
        UNKNOWN;

        /** The outcome of a call that ended with an exception. */
        public static Outcome of(SQLException failed) {
            String state = failed.getSQLState() == null ? "" : failed.getSQLState();
            if (state.equals(Appender.FENCED)) {
                return FENCED;
            }
            return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                case "22", "23", "42", "P0", "0A" -> REFUSED;
                case "53", "55", "40", "25" -> NOT_NOW;
                // Everything else may have ended between the commit and the news of it.
                default -> UNKNOWN;
            };
        }
    }

    /**
     * Takes the book over: every other engine is ignored from here on.
     *
     * @param holder who, for people
     */
    public static Head takeOver(Connection connection, String holder) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement("select * from rampline.take_over(?)")) {
            take.setString(1, holder);
            return head(take);
        }
    }

    /** The head as it stands. */
    public static Head head(Connection connection) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select epoch, position, hash, clock_offset_us from rampline.head")) {
            return head(read);
        }
    }

    private static Head head(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("found no head in the book, expected one; maybe the book was never made");
            }
            return new Head(row.getLong(1), row.getLong(2), Hash.of(row.getBytes(3)), row.getLong(4));
        }
    }

    /** An appender for whoever has taken the book over. The connection is closed with it. */
    public static Appender of(Connection connection, long epoch) throws SQLException {
        try (Statement role = connection.createStatement()) {
            role.execute("set role rampline_application");
        }
        return new Appender(connection, epoch);
    }

    @Override
    public void append(Batch batch) throws SQLException {
        append.setLong(1, epoch);
        append.setLong(2, batch.from);
        append.setBytes(3, batch.rows.isEmpty() ? null : batch.hash().bytes());
        append.setLong(4, batch.recordedAtMicros);
        rows(batch.rows);
        changes(batch.changes);
        requests(batch.requests);
        append.execute();
    }

    private void rows(List<Batch.Row> rows) throws SQLException {
        texts(5, rows, Batch.Row::kind);
        texts(6, rows, Batch.Row::actor);
        texts(7, rows, Batch.Row::reason);
        texts(8, rows, Batch.Row::orderId);
        texts(9, rows, Batch.Row::body);
        bytes(10, rows, Batch.Row::hash);
    }

    private void changes(BucketChanges.Net changes) throws SQLException {
        array(11, "int4", changes.resources);
        array(12, "int4", changes.weeks);
        array(13, "int4", changes.units);
        array(14, "int4", changes.capacities);
        array(15, "int4", changes.shortages);
        array(16, "int4", changes.parts);
        array(17, "int8", changes.partShortages);
    }

    private void requests(List<Batch.RequestRow> requests) throws SQLException {
        texts(18, requests, Batch.RequestRow::id);
        bytes(19, requests, Batch.RequestRow::digest);
        array(
                20,
                "int8",
                requests.stream().mapToLong(Batch.RequestRow::firstPosition).toArray());
        array(
                21,
                "int8",
                requests.stream().mapToLong(Batch.RequestRow::lastPosition).toArray());
        array(
                22,
                "int4",
                requests.stream().mapToInt(Batch.RequestRow::remainder).toArray());
    }

    private <T> void texts(int parameter, List<T> rows, Function<T, String> field) throws SQLException {
        array(parameter, "text", rows.stream().map(field).toArray(String[]::new));
    }

    private <T> void bytes(int parameter, List<T> rows, Function<T, Hash> field) throws SQLException {
        array(parameter, "bytea", rows.stream().map(field).map(Hash::bytes).toArray(byte[][]::new));
    }

    private void array(int parameter, String type, Object values) throws SQLException {
        append.setArray(parameter, connection.unwrap(PGConnection.class).createArrayOf(type, values));
    }

    @Override
    public Head head() throws SQLException {
        return head(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
