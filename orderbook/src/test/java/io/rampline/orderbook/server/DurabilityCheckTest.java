package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityCheckTest {
    @TempDir
    Path folder;

    @Test
    void theEmbeddedServerIsFit() throws SQLException {
        try (Connection connection = ServerForTests.newDatabase().connect()) {
            assertThat(DurabilityCheck.weaknesses(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void aServerWithAnUnsafeSettingIsRefusedAndReplacedByASafeOne(String setting) throws Exception {
        RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news -> {});
        RestartTest.writeRows(server);
        server.stop();

        startByHand(server, setting);
        try (Connection connection = server.connect()) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> DurabilityCheck.check(connection))
                    .withMessageContaining(setting + " is off. ")
                    .withMessageContaining("ALTER SYSTEM SET " + setting + " = on");
            assertThat(DurabilityCheck.weaknesses(connection))
                    .extracting(DurabilityCheck.Weakness::setting)
                    .containsExactly(setting);
        }

        List<String> news = new ArrayList<>();
        try (RunningServer safe = EmbeddedPostgres.start(folder, news::add);
                Connection connection = safe.connect()) {
            DurabilityCheck.check(connection);
            assertThat(RestartTest.rows(safe)).isPositive();
        }
        assertThat(news)
                .contains("the database that is running does not write safely; starting it again with safe settings");
    }

    /** What somebody else might do with the same data: the same programs, on the same port, but unsafe. */
    private static void startByHand(RunningServer server, String unsafe) throws IOException {
        Programs programs = Programs.in(CacheFolder.of(System.getenv()), news -> {});
        Launch.Outcome started = Launch.forThisUser()
                .run(
                        new Cluster(server.dataDirectory()).files(),
                        Duration.ofMinutes(2),
                        List.of(
                                programs.pgCtl().toString(),
                                "start",
                                "--wait",
                                "--pgdata=.",
                                "--log=../by-hand.log",
                                "--options=-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port="
                                        + server.port() + " -c " + unsafe + "=off"));
        assertThat(started.code()).as(started.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLE clerk", "DATABASE"})
    void whatARoleOrADatabaseIsToldOtherwiseIsFoundInTheSession(String owner) throws SQLException {
        ServerForTests.Database database = ServerForTests.newDatabase();
        String name = database.jdbcUrl().replaceAll(".*/|\\?.*", "");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS clerk");
            statement.execute("CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
            statement.execute("ALTER " + (owner.equals("DATABASE") ? "DATABASE " + name : owner)
                    + " SET synchronous_commit = off");
        }

        ServerForTests.Database asClerk =
                new ServerForTests.Database(database.jdbcUrl(), new Credentials("clerk", "clerk"));
        try (Connection connection = asClerk.connect()) {
            assertThat(DurabilityCheck.weaknesses(connection))
                    .singleElement()
                    .satisfies(weakness -> assertThat(weakness.sentence())
                            .startsWith("synchronous_commit is off. It is set in the ")
                            .contains(owner.equals("DATABASE") ? "database" : "user"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "remote_write", "on", "remote_apply"})
    void everyWayOfWaitingForTheDiskIsGoodEnough(String value) throws SQLException {
        try (Connection connection = ServerForTests.newDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = " + value);

            assertThat(DurabilityCheck.weaknesses(connection)).isEmpty();
        }
    }

    @Test
    void anOldServerIsRefused() throws SQLException {
        try (Connection connection = ServerForTests.newDatabase().connect()) {
            Connection old = answering(connection, "server_version_num", "140022");

            assertThat(DurabilityCheck.weaknesses(old))
                    .extracting(DurabilityCheck.Weakness::setting)
                    .containsExactly("server_version");
            assertThat(DurabilityCheck.weaknesses(answering(connection, "server_version_num", "150000")))
                    .isEmpty();
        }
    }

    /** The connection, but the server gives another answer for one setting. */
    private static Connection answering(Connection real, String setting, String answer) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(real, arguments);
            return result instanceof PreparedStatement statement ? answering(statement, setting, answer) : result;
        });
    }

    private static PreparedStatement answering(PreparedStatement real, String setting, String answer) {
        boolean[] asked = {false};
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("setString")) {
                asked[0] = setting.equals(arguments[1]);
            }
            Object result = method.invoke(real, arguments);
            if (asked[0] && result instanceof ResultSet rows) {
                return proxy(
                        ResultSet.class,
                        (get, index) -> get.getName().equals("getString") ? answer : get.invoke(rows, index));
            }
            return result;
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.on(method, arguments)));
    }
}
