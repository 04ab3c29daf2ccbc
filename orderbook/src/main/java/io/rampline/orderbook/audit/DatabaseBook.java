package io.rampline.orderbook.audit;

import io.rampline.orderbook.record.Hash;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a database, read inside one transaction. */
final class DatabaseBook implements StoredBook {
    private static final int ROWS_AT_ONCE = 5_000;

    private final Connection connection;

    /** @param connection in a transaction, so that everything is of one moment */
    DatabaseBook(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<StoredHead> head() throws SQLException {
        List<StoredHead> heads = list(
                "select position, hash from rampline.head",
                row -> new StoredHead(row.getLong(1), Hash.of(row.getBytes(2))));
        return heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty();
    }

    @Override
    public void entries(Taker taker) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select position, kind, recorded_at_us, actor, reason, order_id, body, hash"
                        + " from rampline.entry order by position")) {
            read.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    taker.take(new StoredEntry(
                            row.getLong(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            Hash.of(row.getBytes(8))));
                }
            }
        }
    }

    @Override
    public List<StoredResource> resources() throws SQLException {
        return list(
                "select number, label, storable, opening_stock, shortage from rampline.resource order by number",
                row -> new StoredResource(
                        row.getInt(1), row.getString(2), row.getBoolean(3), row.getInt(4), row.getLong(5)));
    }

    @Override
    public List<StoredBucket> buckets() throws SQLException {
        return list(
                "select resource, week, storable, capacity, promised, shortage from rampline.bucket"
                        + " order by resource, week",
                row -> new StoredBucket(
                        row.getInt(1), row.getInt(2), row.getBoolean(3), row.getInt(4), row.getInt(5), row.getInt(6)));
    }

    @Override
    public List<StoredRequest> requests() throws SQLException {
        return list(
                "select id, first_position, last_position from rampline.request order by first_position, id",
                row -> new StoredRequest(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public Optional<StoredSnapshot> snapshot() throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Long> positions = list(
                "select position, bytes from rampline.snapshot"
                        + " where position = (select max(position) from rampline.snapshot) order by part",
                row -> {
                    bytes.writeBytes(row.getBytes(2));
                    return row.getLong(1);
                });
        return positions.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredSnapshot(positions.getFirst(), Hash.over(bytes.toByteArray())));
    }

    @Override
    public List<StoredNotice> notices() throws SQLException {
        return list(
                "select position, kind, recorded_at_us, actor, reason, subject, body, hash from rampline.notice"
                        + " order by position",
                row -> new StoredNotice(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        Hash.of(row.getBytes(8))));
    }

    @Override
    public Optional<StoredHead> noticeHead() throws SQLException {
        List<StoredHead> heads = list(
                "select notice_position, notice_hash from rampline.head",
                row -> new StoredHead(row.getLong(1), Hash.of(row.getBytes(2))));
        return heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty();
    }

    @Override
    public List<StoredFile> files() throws SQLException {
        return list("select path, content from rampline.scenario_file order by path", row -> {
            byte[] content = row.getBytes(2);
            return new StoredFile(row.getString(1), content.length, Hash.over(content));
        });
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
        }
        return found;
    }
}
