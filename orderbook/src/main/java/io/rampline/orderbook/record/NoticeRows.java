package io.rampline.orderbook.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices as rows. Their hash chain is made like that of entries (see {@link HashChain}), with the subject in the place
 * of the order, and begins with 32 bytes of zero.
 */
public final class NoticeRows {
    private NoticeRows() {}

    /** Every notice, in order. */
    public static List<Notice> all(Connection connection) throws SQLException {
        List<Notice> found = new ArrayList<>();
        try (PreparedStatement read =
                        connection.prepareStatement("select position, kind, recorded_at_us, actor, reason,"
                                + " subject, body from rampline.notice order by position");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                found.add(new Notice(
                        row.getLong(1),
                        row.getString(2),
                        Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return found;
    }

    /**
     * Adds notices, all or none.
     *
     * @param epoch of whoever has the book
     * @param recordedAtMicros wall clock
     * @throws SQLException see {@link Appender.Outcome}; {@code FENCED} also when somebody else added one meanwhile
     */
    public static void append(
            Connection connection,
            long epoch,
            long recordedAtMicros,
            String actor,
            String reason,
            List<Notice.Draft> drafts)
            throws SQLException {
        if (drafts.isEmpty()) {
            return;
        }
        Tail tail = tail(connection);
        HashChain chain = HashChain.after(tail.hash());
        long position = tail.position();
        byte[][] hashes = new byte[drafts.size()][];
        for (int i = 0; i < hashes.length; i++) {
            Notice.Draft draft = drafts.get(i);
            position++;
            hashes[i] = chain.next(
                            position,
                            recordedAtMicros,
                            draft.kind().label(),
                            actor,
                            reason,
                            draft.subject(),
                            draft.body())
                    .bytes();
        }
        try (PreparedStatement append =
                connection.prepareStatement("select rampline.append_notices(?,?,?, ?,?,?,?,?,?)")) {
            append.setLong(1, epoch);
            append.setLong(2, tail.position());
            append.setLong(3, recordedAtMicros);
            texts(append, 4, drafts.stream().map(draft -> draft.kind().label()).toList());
            texts(append, 5, drafts.stream().map(_ -> actor).toList());
            texts(append, 6, drafts.stream().map(_ -> reason).toList());
            texts(append, 7, drafts.stream().map(Notice.Draft::subject).toList());
            texts(append, 8, drafts.stream().map(Notice.Draft::body).toList());
            append.setArray(9, connection.createArrayOf("bytea", hashes));
            append.execute();
        }
    }

    private static void texts(PreparedStatement statement, int parameter, List<String> values) throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", values.toArray()));
    }

    private record Tail(long position, Hash hash) {}

    private static Tail tail(Connection connection) throws SQLException {
        try (PreparedStatement read =
                        connection.prepareStatement("select notice_position, notice_hash from rampline.head");
                ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("found no head in the book, expected one; maybe the book was never made");
            }
            return new Tail(row.getLong(1), Hash.of(row.getBytes(2)));
        }
    }
}
