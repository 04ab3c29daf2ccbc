package io.rampline.orderbook.record;

import io.rampline.promise.BookImage;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Images of the engine kept beside the entries, so that a restart need not repeat all of them. Nothing rests on them: a
 * snapshot that is missing, broken or of another form is passed over and the entries are repeated from the start.
 */
public final class Snapshots {
    private static final int PART_BYTES = 1 << 19;
    private static final long PAUSE_MILLIS = 25;

    private Snapshots() {}

    /** Writes an image and drops older ones, in one transaction, as fast as it goes. */
    public static void write(Connection connection, BookImage image) throws SQLException {
        write(connection, image, 0);
    }

    /**
     * As {@link #write(Connection, BookImage)}, some 20 MB a second: whoever commits meanwhile waits for the log that
     * was written before.
     */
    public static void writeGently(Connection connection, BookImage image) throws SQLException {
        write(connection, image, PAUSE_MILLIS);
    }

    private static void write(Connection connection, BookImage image, long pauseMillis) throws SQLException {
        byte[] bytes = image.bytes();
        Hash hash = Hash.over(bytes);
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement drop = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into rampline.snapshot values (?,?,?,?)"
                        + " on conflict (position, part) do nothing")) {
            drop.execute("delete from rampline.snapshot");
            for (int part = 0; part * (long) PART_BYTES < bytes.length; part++) {
                int from = part * PART_BYTES;
                insert.setLong(1, image.position());
                insert.setInt(2, part);
                insert.setBytes(3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES)));
                insert.setBytes(4, hash.bytes());
                insert.execute();
                pause(pauseMillis);
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(auto);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** The latest image that is whole; empty when there is none. */
    public static Optional<BookImage> latest(Connection connection) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Hash hash = Hash.START;
        try (PreparedStatement read =
                        connection.prepareStatement("select bytes, hash from rampline.snapshot where position ="
                                + " (select max(position) from rampline.snapshot) order by part");
                ResultSet parts = read.executeQuery()) {
            while (parts.next()) {
                bytes.writeBytes(parts.getBytes(1));
                hash = Hash.of(parts.getBytes(2));
            }
        }
        byte[] all = bytes.toByteArray();
        if (all.length == 0 || !Hash.over(all).equals(hash)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BookImage.read(all));
        } catch (IllegalArgumentException otherForm) {
            // The entries say the same, only slower.
            return Optional.empty();
        }
    }
}
