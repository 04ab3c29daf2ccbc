package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ServerForTestsTest {
    @Test
    void eachTestGetsADatabaseOfItsOwn() throws SQLException {
        ServerForTests.Database one = ServerForTests.newDatabase();
        ServerForTests.Database other = ServerForTests.newDatabase();

        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        for (ServerForTests.Database database : new ServerForTests.Database[] {one, other}) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("CREATE TABLE mine (id int)"))
                        .isZero();
                DurabilityCheck.check(connection);
            }
        }
    }
}
