package io.rampline.orderbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.orderbook.server.ServerForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Who looks at a database leaves its tables as they are. */
class TablesTest {
    private static final String OTHER_VERSION =
            "update rampline.flyway_schema_history set version = '%s' where version = '1'";

    private final ServerForTests.Database database;

    TablesTest() throws SQLException {
        database = ServerForTests.newDatabase();
    }

    @Test
    void aLookMakesNothing() throws SQLException {
        assertThat(BookDatabase.look(database.jdbcUrl(), database.owner())).isEmpty();

        assertThat(schemas()).isZero();
    }

    @Test
    void tablesWithoutABookAreToldApartFromNone() throws SQLException {
        BookDatabase.open(database.jdbcUrl(), database.owner()).close();
        assertThat(schemas()).isEqualTo(1);

        try (BookDatabase looking =
                BookDatabase.look(database.jdbcUrl(), database.owner()).orElseThrow()) {
            assertThat(looking.holdsBook()).isFalse();
        }
    }

    @Test
    void tablesOfAnotherVersionAreLeftAloneAndToldOf() throws SQLException {
        BookDatabase.open(database.jdbcUrl(), database.owner()).close();
        run("delete from rampline.flyway_schema_history where version <> '1'");
        run(String.format(OTHER_VERSION, "99"));
        assertThatThrownBy(() -> BookDatabase.look(database.jdbcUrl(), database.owner()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("found tables of version 99")
                .hasMessageContaining("a newer Rampline wrote them");
        assertThatThrownBy(() -> BookDatabase.open(database.jdbcUrl(), database.owner()))
                .hasMessageContaining("a newer Rampline wrote them");
        run(String.format(OTHER_VERSION.replace("'1'", "'99'"), "0.5"));
        assertThatThrownBy(() -> BookDatabase.look(database.jdbcUrl(), database.owner()))
                .hasMessageContaining("found tables of version 0.5")
                .hasMessageContaining("maybe end whoever serves the book, make a backup, and start rampline serve");
        assertThat(count("select count(*) from rampline.flyway_schema_history where version = '1'"))
                .isZero();
    }

    private long schemas() throws SQLException {
        return count("select count(*) from pg_namespace where nspname = 'rampline'");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
