package io.rampline.orderbook.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an acknowledged commit on this connection outlives a loss of power. PostgreSQL can be told not to care, for
 * the whole server, a database, a role or a session; so the check asks for what holds in the very session it is given.
 * Open the book's own connections the same way (same role, same database, same options), or ask on one of them.
 */
public final class DurabilityCheck {
    /** The oldest server whose behaviour the book relies on and is tested against. */
    public static final int MAJOR_MIN = 15;

    private DurabilityCheck() {}

    /**
     * One thing that makes a server unfit.
     *
     * @param setting its name in {@code postgresql.conf}, or {@code server_version}
     * @param found its value in this session
     * @param cure what to do about it, an SQL statement where one helps
     */
    public record Weakness(String setting, String found, String cure) {
        /** One line for people. */
        public String sentence() {
            return setting + " is " + found + ". " + cure;
        }
    }

    /**
     * Passes when the server is fit.
     *
     * @throws DatabaseUnavailable when the server is unfit; the message names each setting and its cure
     * @throws SQLException when the server cannot be asked
     */
    public static void check(Connection connection) throws SQLException {
        List<Weakness> weaknesses = weaknesses(connection);
        if (!weaknesses.isEmpty()) {
            StringBuilder message = new StringBuilder(
                    "the PostgreSQL at " + connection.getMetaData().getURL()
                            + " may lose orders that were acknowledged, so no book is opened on it:");
            for (Weakness weakness : weaknesses) {
                message.append("\n  ").append(weakness.sentence());
            }
            throw new DatabaseUnavailable(message.toString());
        }
    }

    /**
     * All that makes the server unfit, in the order version, fsync, full_page_writes, synchronous_commit; empty when it
     * is fit. The connection is only read on; its transaction, if one is open, goes on.
     */
    public static List<Weakness> weaknesses(Connection connection) throws SQLException {
        List<Weakness> found = new ArrayList<>();
        int version = Integer.parseInt(setting(connection, "server_version_num"));
        if (version / 10_000 < MAJOR_MIN) {
            found.add(new Weakness(
                    "server_version",
                    setting(connection, "server_version"),
                    "Maybe upgrade to PostgreSQL " + MAJOR_MIN
                            + " or newer, or leave --database away: Rampline brings its own."));
        }
        for (String setting : List.of("fsync", "full_page_writes")) {
            String value = setting(connection, setting);
            if (!value.equals("on")) {
                found.add(
                        new Weakness(
                                setting,
                                value,
                                "Maybe run `ALTER SYSTEM SET " + setting
                                        + " = on` and `SELECT pg_reload_conf()` as a superuser; what was written before may still be lost, so back up first."));
            }
        }
        // Every other value waits at least until the commit is on this server's own disk.
        String commit = setting(connection, "synchronous_commit");
        if (commit.equals("off")) {
            found.add(
                    new Weakness(
                            "synchronous_commit",
                            commit,
                            "It is set in " + source(connection)
                                    + ". Maybe run `ALTER SYSTEM SET synchronous_commit = on` and `SELECT pg_reload_conf()`, and `ALTER ROLE ... RESET synchronous_commit` or `ALTER DATABASE ... RESET synchronous_commit` where one of them says otherwise."));
        }
        return found;
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return ask(connection, "SELECT current_setting(?)", name);
    }

    private static String source(Connection connection) throws SQLException {
        return "the " + ask(connection, "SELECT source FROM pg_settings WHERE name = ?", "synchronous_commit");
    }

    private static String ask(Connection connection, String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet answer = statement.executeQuery()) {
                if (!answer.next()) {
                    throw new SQLException("the server knows no setting " + argument);
                }
                return answer.getString(1);
            }
        }
    }
}
