package io.rampline.orderbook.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The record as CSV, exactly as it is kept: the hashes can be made again from the columns. For programs; a spreadsheet
 * may take an id that a client chose for a formula.
 */
public final class BookExport {
    private static final String ENTRIES =
            "copy (select position, to_timestamp(recorded_at_us / 1000000.0) at time zone 'UTC' as recorded_at_utc,"
                    + " kind, recorded_at_us, actor, reason, coalesce(order_id, '') as order_id, body,"
                    + " encode(hash, 'hex') as hash from rampline.entry order by position)"
                    + " to stdout with (format csv, header)";
    private static final String NOTICES =
            "copy (select position, to_timestamp(recorded_at_us / 1000000.0) at time zone 'UTC' as recorded_at_utc,"
                    + " kind, recorded_at_us, actor, reason, subject, body, encode(hash, 'hex') as hash"
                    + " from rampline.notice order by position) to stdout with (format csv, header)";
    private static final String BUCKETS =
            "copy (select r.label as resource, b.week as bucket, b.capacity, b.promised, b.shortage"
                    + " from rampline.bucket b join rampline.resource r on r.number = b.resource"
                    + " order by b.resource, b.week) to stdout with (format csv, header)";

    private BookExport() {}

    /** Where the record ends. */
    public record Anchor(long position, Hash hash) {}

    /**
     * Has the connection read the book as it finds it with the first file, whatever others write meanwhile: all files
     * and the {@link #anchor} of one export belong together.
     */
    public static void begin(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    /** Writes every entry as CSV; how many. */
    public static long entries(Connection connection, Path file) throws SQLException, IOException {
        return copy(connection, ENTRIES, file);
    }

    /** Writes every notice as CSV; how many. */
    public static long notices(Connection connection, Path file) throws SQLException, IOException {
        return copy(connection, NOTICES, file);
    }

    /** Writes every bucket as CSV; how many. */
    public static long buckets(Connection connection, Path file) throws SQLException, IOException {
        return copy(connection, BUCKETS, file);
    }

    /** Where the record ends now. */
    public static Anchor anchor(Connection connection) throws SQLException {
        Head head = Appender.head(connection);
        return new Anchor(head.position(), head.hash());
    }

    private static long copy(Connection connection, String what, Path file) throws SQLException, IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(what, to);
        }
    }
}
