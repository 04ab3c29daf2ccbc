package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "password_encryption, scram-sha-256",
        "data_directory_mode, 0700"
    })
    void theServerIsSetUpSafely(String setting, String value) throws SQLException {
        assertThat(ask("SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void theServerIsOfTheVersionThatItsFolderIsNamedAfter() throws SQLException {
        assertThat(ask("SHOW server_version") + ".0").isEqualTo(Programs.VERSION);
    }

    @Test
    void textIsOrderedTheSameOnEveryMachine() throws SQLException {
        assertThat(ask("SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'rampline'"))
                .isEqualTo("b C.UTF-8");
        assertThat(ask("SELECT string_agg(name, ' ' ORDER BY name) FROM unnest('{ä,Z,a,B}'::text[]) AS name"))
                .isEqualTo("B Z a ä");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        RunningServer server = ServerForTests.server();

        for (Credentials wrong : List.of(
                new Credentials(server.owner().user(), "guess"),
                new Credentials("postgres", server.owner().password()))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), wrong.user(), wrong.password()))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void onlyItsOwnerMayLookIntoTheDataFolder() throws IOException {
        Path data = ServerForTests.server().dataDirectory();

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("owner.password"))).isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("owner.password")).strip()).hasSize(48);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aStoppedServerLetsItsFolderGoAndCannotBeRevived() throws IOException {
        RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news -> {});

        server.stop();
        server.stop();

        assertThat(server.isRunning()).isFalse();
        assertThatExceptionOfType(SQLException.class).isThrownBy(server::connect);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(server::revive);
        EmbeddedPostgres.start(folder, news -> {}).close();
    }

    @Test
    void aStopCutsConnectionsThatAreOpen() throws SQLException, IOException {
        RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news -> {});
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");

            server.stop();

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("SELECT 1"));
        }
    }

    @Test
    void pathsMayHoldBlanksQuotesAndUmlauts() throws IOException {
        try (AnotherJvm other = AnotherJvm.start(folder, "Auftr\\344ge f\\374r 2026 & \\\"mehr\\\" $HOME 'x'")) {
            assertThat(other.serverPid()).isPositive();
        }
    }

    @Test
    void twoFirstStartsAtOnceUnpackWithoutBreakingEachOther() throws Exception {
        Path cache = folder.resolve("cache of two");
        List<Thread> starts = Stream.of("one", "two")
                .map(name -> Thread.ofPlatform()
                        .unstarted(() -> EmbeddedPostgres.start(folder.resolve(name), 0, news -> {}, cache)
                                .stop()))
                .toList();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (Thread start : starts) {
            start.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            start.start();
        }
        for (Thread start : starts) {
            start.join();
        }

        assertThat(failures).isEmpty();
        try (Stream<Path> entries = Files.list(cache)) {
            assertThat(entries)
                    .singleElement()
                    .satisfies(only ->
                            assertThat(only.getFileName().toString()).startsWith("postgresql-" + Programs.VERSION));
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = ServerForTests.server().connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
