package io.rampline.orderbook.record;

import io.rampline.promise.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads entries in the order of their positions. */
public final class BookRows {
    private static final String COLUMNS =
            "select position, kind, recorded_at_us, actor, reason, order_id, body, hash from rampline.entry ";
    private static final int ROWS_AT_ONCE = 5_000;

    private BookRows() {}

    /**
     * One row of the book.
     *
     * @param orderId empty text for none
     */
    public record Row(
            long position,
            String kind,
            long recordedAtMicros,
            String actor,
            String reason,
            String orderId,
            String body,
            Hash hash) {
        /** What the row says. */
        public Entry entry(EntryText text) {
            return text.read(position, kind, orderId, body);
        }
    }

    /** Takes rows one by one. */
    public interface Taker {
        void take(Row row) throws SQLException;
    }

    /** Every entry after a position, streamed; the connection must not be in a transaction. */
    public static void after(Connection connection, long position, Taker taker) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement read = connection.prepareStatement(COLUMNS + "where position > ? order by position")) {
            read.setFetchSize(ROWS_AT_ONCE);
            read.setLong(1, position);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    taker.take(row(rows));
                }
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(auto);
        }
    }

    /** Up to {@code most} entries after a position. */
    public static List<Row> after(Connection connection, long position, int most) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement(COLUMNS + "where position > ? order by position limit ?")) {
            read.setLong(1, position);
            read.setInt(2, most);
            return all(read);
        }
    }

    /** The first entry of a kind after a position, alone in the list; nothing in it when there is none. */
    public static List<Row> next(Connection connection, String kind, long position) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement(COLUMNS + "where position > ? and kind = ? order by position limit 1")) {
            read.setLong(1, position);
            read.setString(2, kind);
            return all(read);
        }
    }

    /** Up to {@code most} entries after a position that brought orders of a customer into the book. */
    public static List<Row> broughtFor(Connection connection, String customer, long position, int most)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(COLUMNS
                + "where substring(actor from '(?:^| )customer:([^ ]+)$') = ? and position > ?"
                + " and actor like '%customer:%' and kind in ('booked', 'held') order by position limit ?")) {
            read.setString(1, customer);
            read.setLong(2, position);
            read.setInt(3, most);
            return all(read);
        }
    }

    /** Every entry about an order, oldest first. */
    public static List<Row> ofOrder(Connection connection, String orderId) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(COLUMNS + "where order_id = ? order by position")) {
            read.setString(1, orderId);
            return all(read);
        }
    }

    /** Entries from one position to another, both included. */
    public static List<Row> between(Connection connection, long first, long last) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement(COLUMNS + "where position between ? and ? order by position")) {
            read.setLong(1, first);
            read.setLong(2, last);
            return all(read);
        }
    }

    /** Requests with an id of their own that were written after a moment, oldest first. */
    public static List<Batch.RequestRow> requests(Connection connection, long afterMicros) throws SQLException {
        List<Batch.RequestRow> requests = new ArrayList<>();
        try (PreparedStatement read =
                connection.prepareStatement("select id, digest, first_position, last_position, remainder"
                        + " from rampline.request where recorded_at_us > ? order by recorded_at_us, id")) {
            read.setLong(1, afterMicros);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    requests.add(new Batch.RequestRow(
                            rows.getString(1),
                            Hash.of(rows.getBytes(2)),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getInt(5)));
                }
            }
        }
        return requests;
    }

    private static List<Row> all(PreparedStatement read) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static Row row(ResultSet rows) throws SQLException {
        String orderId = rows.getString(6);
        return new Row(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getString(4),
                rows.getString(5),
                orderId == null ? "" : orderId,
                rows.getString(7),
                Hash.of(rows.getBytes(8)));
    }
}
