package io.rampline.orderbook;

import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of a database: of which version they are, and how they are brought to the one of this program. */
final class Tables {
    private static final String SCHEMA = "rampline";
    /** Flyway's own list of what it did. */
    private static final String HISTORY = SCHEMA + ".flyway_schema_history";

    private final String jdbcUrl;
    private final Credentials owner;
    private final Flyway flyway;

    Tables(String jdbcUrl, Credentials owner) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.flyway = Flyway.configure()
                .dataSource(jdbcUrl, owner.user(), owner.password())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:io/rampline/orderbook/record/migration")
                .load();
    }

    /** What is there. */
    enum State {
        NONE,
        UP_TO_DATE
    }

    /**
     * What is there; changes nothing.
     *
     * @throws DatabaseUnavailable when the tables are older or newer than this program, or cannot be reached
     */
    State state() {
        MigrationVersion found = version();
        MigrationVersion expected = newest();
        if (found.equals(MigrationVersion.EMPTY)) {
            return State.NONE;
        }
        mustNotBeNewer(found, expected);
        if (found.compareTo(expected) < 0) {
            throw new DatabaseUnavailable("found tables of version " + found + " in " + jdbcUrl + ", expected version "
                    + expected + "; maybe end whoever serves the book, make a backup, and start rampline serve of"
                    + " this version once, which brings them up to date");
        }
        return State.UP_TO_DATE;
    }

    /**
     * Makes tables, or brings older ones up to date.
     *
     * @throws DatabaseUnavailable when they are newer, or it cannot be done; the message says what to try
     */
    void bringUpToDate() {
        mustNotBeNewer(version(), newest());
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnavailable("could not bring the tables up to date: " + failed.getMessage()
                    + "; maybe the user may not create schemas or roles");
        }
    }

    private void mustNotBeNewer(MigrationVersion found, MigrationVersion expected) {
        if (found.compareTo(expected) > 0) {
            throw new DatabaseUnavailable("found tables of version " + found + " in " + jdbcUrl + ", expected at most"
                    + " version " + expected + ": a newer Rampline wrote them; maybe use that one");
        }
    }

    private MigrationVersion newest() {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (var migration : flyway.info().all()) {
            // Those that only the database knows are not this program's.
            if (!migration.getState().isResolved() || migration.getVersion() == null) {
                continue;
            }
            newest = newest.compareTo(migration.getVersion()) < 0 ? migration.getVersion() : newest;
        }
        return newest;
    }

    private MigrationVersion version() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, BookDatabase.properties(owner))) {
            MigrationVersion last = MigrationVersion.EMPTY;
            if (!hasHistory(connection)) {
                return last;
            }
            try (PreparedStatement read = connection.prepareStatement(
                            "select version from " + HISTORY + " where success and version is not null");
                    ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    MigrationVersion one = MigrationVersion.fromVersion(rows.getString(1));
                    last = last.compareTo(one) < 0 ? one : last;
                }
            }
            return last;
        } catch (SQLException failed) {
            throw unreachable(jdbcUrl, failed);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("select to_regclass(?) is not null")) {
            read.setString(1, HISTORY);
            try (ResultSet row = read.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static DatabaseUnavailable unreachable(String jdbcUrl, SQLException failed) {
        return new DatabaseUnavailable("could not reach " + jdbcUrl + ": " + failed.getMessage()
                + "; maybe the server is down, or user or password are others");
    }
}
