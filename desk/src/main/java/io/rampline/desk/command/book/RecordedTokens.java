package io.rampline.desk.command.book;

import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenRecord;
import io.rampline.desk.access.TokenStore;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of a book, in its database. */
final class RecordedTokens implements TokenStore {
    private static final String COLUMNS =
            "select id, name, principal, role, hash, created_at, expires_at, revoked_at from rampline.token ";
    private static final String UNIQUE_VIOLATION = "23505";

    private final BookDatabase database;

    RecordedTokens(BookDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<TokenRecord> find(String hash) {
        try (Connection connection = database.reader();
                PreparedStatement read = connection.prepareStatement(COLUMNS + "where hash = ?")) {
            read.setBytes(1, HexFormat.of().parseHex(hash));
            return all(read).stream().findFirst();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public void add(TokenRecord token) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rampline.token (id, name, principal, role, hash, created_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.fromString(token.id()));
            insert.setString(2, token.name());
            insert.setString(3, token.principal().name());
            insert.setString(4, token.principal().role().label());
            insert.setBytes(5, HexFormat.of().parseHex(token.hash()));
            insert.setTimestamp(6, Timestamp.from(token.createdAt()));
            insert.setTimestamp(7, token.expiresAt().map(Timestamp::from).orElse(null));
            insert.execute();
        } catch (SQLException failed) {
            if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
                throw new IllegalArgumentException("found a token of that id or hash in the book already", failed);
            }
            throw unavailable(failed);
        }
    }

    @Override
    public boolean revoke(String id, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update rampline.token set revoked_at = ? where id::text = ? and revoked_at is null")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setString(2, id);
            return update.executeUpdate() > 0;
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public List<TokenRecord> all() {
        try (Connection connection = database.reader();
                PreparedStatement read = connection.prepareStatement(COLUMNS + "order by created_at, id")) {
            return all(read);
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    private static List<TokenRecord> all(PreparedStatement read) throws SQLException {
        List<TokenRecord> found = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Role role = Role.find(rows.getString(4))
                        .orElseThrow(() -> new SQLException("found a token of a role that is not known here"));
                found.add(new TokenRecord(
                        rows.getString(1),
                        rows.getString(2),
                        new Principal(rows.getString(3), role),
                        HexFormat.of().formatHex(rows.getBytes(5)),
                        rows.getTimestamp(6).toInstant(),
                        Optional.ofNullable(rows.getTimestamp(7)).map(Timestamp::toInstant),
                        Optional.ofNullable(rows.getTimestamp(8)).map(Timestamp::toInstant)));
            }
        }
        return found;
    }

    private static BookUnavailable unavailable(SQLException failed) {
        return new BookUnavailable("could not reach the tokens: " + failed.getMessage());
    }
}
