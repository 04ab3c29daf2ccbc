package io.rampline.orderbook.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The ways into the embedded server. */
final class Doors {
    /** The name of the database that a cluster is made for. */
    static final String DATABASE = "rampline";

    private static final String HOST = "127.0.0.1";
    private static final int CONNECT_SECONDS_MAX = 10;
    private static final int SESSION_END_MILLIS_MAX = 10_000;

    private Doors() {}

    /** Without TLS: nothing leaves the machine, and the password is not sent in the clear (SCRAM). */
    static String url(int port, String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database + "?sslmode=disable";
    }

    static Connection open(int port, String database, Credentials owner) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(port, database));
        source.setUser(owner.user());
        source.setPassword(owner.password());
        source.setConnectTimeout(CONNECT_SECONDS_MAX);
        source.setLoginTimeout(CONNECT_SECONDS_MAX);
        source.setApplicationName("rampline start");
        return source.getConnection();
    }

    static String dataFolder(Connection connection) throws SQLException {
        return ask(connection, "SHOW data_directory");
    }

    /** Makes the database where it is not there yet. */
    static void makeDatabase(Connection connection) throws SQLException {
        String there = ask(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'");
        if (there.equals("0")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /**
     * Ends the sessions of others, and waits for that: what one of them was about to commit is then in the book or
     * never will be.
     */
    static void endOtherSessions(Connection connection) throws SQLException {
        ask(
                connection,
                "SELECT count(pg_terminate_backend(pid, " + SESSION_END_MILLIS_MAX
                        + ")) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
        String left = ask(
                connection,
                "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
        if (!left.equals("0")) {
            throw new SQLException(left + " sessions of an earlier run do not end");
        }
    }

    /** The first value of the first row. */
    static String ask(Connection connection, String query) throws SQLException {
        return askRow(connection, query).getFirst();
    }

    /** The first row. */
    static List<String> askRow(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            if (!answer.next()) {
                throw new SQLException("no answer to " + query);
            }
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                row.add(answer.getString(column));
            }
            return row;
        }
    }
}
