package io.rampline.desk.access;

import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links in the database of the book. The key is read once: it never changes. */
public final class BookLinks implements LinkStore {
    private static final String COLUMNS =
            "select id, order_id, made_by, created_at, expires_at, revoked_at from rampline.car_link ";

    private final BookDatabase database;
    private volatile Optional<byte[]> known = Optional.empty();

    public BookLinks(BookDatabase database) {
        this.database = database;
    }

    @Override
    public byte[] key(byte[] fresh) {
        Optional<byte[]> there = findKey();
        if (there.isPresent()) {
            return there.get();
        }
        try (Connection connection = database.connect();
                PreparedStatement write = connection.prepareStatement(
                        "insert into rampline.link_key (secret) values (?) on conflict do nothing")) {
            write.setBytes(1, fresh);
            write.executeUpdate();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
        return findKey().orElseThrow(() -> new BookUnavailable("found no key for links, expected the one just made"));
    }

    @Override
    public Optional<byte[]> findKey() {
        if (known.isEmpty()) {
            // Not from a replica: whoever makes the key needs it at once.
            try (Connection connection = database.connect();
                    PreparedStatement read = connection.prepareStatement("select secret from rampline.link_key");
                    ResultSet row = read.executeQuery()) {
                known = row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            } catch (SQLException failed) {
                throw unavailable(failed);
            }
        }
        return known;
    }

    @Override
    public void add(CarLink link) {
        try (Connection connection = database.connect();
                PreparedStatement write = connection.prepareStatement("insert into rampline.car_link"
                        + " (id, order_id, made_by, created_at, expires_at) values (?, ?, ?, ?, ?)")) {
            write.setObject(1, link.id());
            write.setString(2, link.orderId());
            write.setString(3, link.madeBy());
            write.setObject(4, link.createdAt().atOffset(ZoneOffset.UTC));
            write.setObject(5, link.expiresAt().atOffset(ZoneOffset.UTC));
            write.executeUpdate();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public Optional<CarLink> find(UUID id) {
        try (Connection connection = database.reader();
                PreparedStatement read = connection.prepareStatement(COLUMNS + "where id = ?")) {
            read.setObject(1, id);
            return links(read).stream().findFirst();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public boolean revoke(String orderId, UUID id, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement write = connection.prepareStatement("update rampline.car_link set revoked_at = ?"
                        + " where id = ? and order_id = ? and revoked_at is null")) {
            write.setObject(1, at.atOffset(ZoneOffset.UTC));
            write.setObject(2, id);
            write.setString(3, orderId);
            return write.executeUpdate() > 0;
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public List<CarLink> ofOrder(String orderId) {
        try (Connection connection = database.reader();
                PreparedStatement read =
                        connection.prepareStatement(COLUMNS + "where order_id = ? order by created_at, id")) {
            read.setString(1, orderId);
            return links(read);
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    private static List<CarLink> links(PreparedStatement read) throws SQLException {
        List<CarLink> links = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                links.add(new CarLink(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rows.getObject(6, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
        return links;
    }

    private static BookUnavailable unavailable(SQLException failed) {
        return new BookUnavailable("could not reach the links: " + failed.getMessage());
    }
}
