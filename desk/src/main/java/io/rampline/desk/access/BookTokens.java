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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens in the database of the book. */
public final class BookTokens implements TokenStore {
    private static final String COLUMNS =
            "select id, name, principal, role, hash, created_at, expires_at, revoked_at from rampline.token ";

    private static final String UNIQUE_VIOLATION = "23505";

    private final BookDatabase database;

    public BookTokens(BookDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<TokenRecord> find(String hash) {
        try (Connection connection = database.reader();
                PreparedStatement read = connection.prepareStatement(COLUMNS + "where hash = ?")) {
            read.setBytes(1, HexFormat.of().parseHex(hash));
            return tokens(read).stream().findFirst();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public void add(TokenRecord token) {
        try (Connection connection = database.connect();
                PreparedStatement write = connection.prepareStatement("insert into rampline.token"
                        + " (id, name, principal, role, hash, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")) {
            write.setObject(1, UUID.fromString(token.id()));
            write.setString(2, token.name());
            write.setString(3, token.principal().name());
            write.setString(4, token.principal().role().label());
            write.setBytes(5, HexFormat.of().parseHex(token.hash()));
            write.setObject(6, token.createdAt().atOffset(ZoneOffset.UTC));
            write.setObject(
                    7, token.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
            write.executeUpdate();
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
                PreparedStatement write = connection.prepareStatement(
                        "update rampline.token set revoked_at = ? where id::text = ? and revoked_at is null")) {
            write.setObject(1, at.atOffset(ZoneOffset.UTC));
            write.setString(2, id);
            return write.executeUpdate() > 0;
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public List<TokenRecord> all() {
        try (Connection connection = database.reader();
                PreparedStatement read = connection.prepareStatement(COLUMNS + "order by created_at, id")) {
            return tokens(read);
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    /** A token of a role that is not known here opens nothing, so it is as if it were not there. */
    private static List<TokenRecord> tokens(PreparedStatement read) throws SQLException {
        List<TokenRecord> tokens = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Optional<Role> role = Role.find(rows.getString(4));
                if (role.isPresent()) {
                    tokens.add(new TokenRecord(
                            rows.getString(1),
                            rows.getString(2),
                            new Principal(rows.getString(3), role.get()),
                            HexFormat.of().formatHex(rows.getBytes(5)),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            moment(rows.getObject(7, OffsetDateTime.class)),
                            moment(rows.getObject(8, OffsetDateTime.class))));
                }
            }
        }
        return tokens;
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static BookUnavailable unavailable(SQLException failed) {
        return new BookUnavailable("could not reach the tokens: " + failed.getMessage());
    }
}
