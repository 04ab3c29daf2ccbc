package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is there after every kind of end. */
class RestartTest {
    private static final int ROWS = 1_000;
    private static final long PAUSE_NANOS = 5_000_000;

    @TempDir
    Path folder;

    private final List<String> news = new ArrayList<>();

    @Test
    void rowsStayOverAStopAndAStart() throws SQLException {
        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            writeRows(server);
        }
        assertThat(news).anyMatch(line -> line.startsWith("making a new database"));
        news.clear();

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(rows(server)).isEqualTo(ROWS);
        }
        assertThat(news).containsExactly("starting the database");
    }

    @Test
    void aKilledServerIsRevivedOnItsPortWithItsRows() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
            String url = server.jdbcUrl();
            assertThat(server.revive()).isFalse();

            kill(server.pid());
            assertThat(server.isRunning()).isFalse();
            assertThat(server.revive()).isTrue();

            assertThat(server.isRunning()).isTrue();
            assertThat(server.jdbcUrl()).isEqualTo(url);
            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void aKilledServerIsStartedAgainByTheNextStart() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
            kill(server.pid());
        }

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void theServerOfAKilledJvmLivesOnAndIsTakenOver() throws Exception {
        long pid;
        try (AnotherJvm other = AnotherJvm.start(MadeFolder.in(folder))) {
            pid = other.serverPid();
            other.kill();
        }
        assertThat(ProcessHandle.of(pid))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(server.pid()).isEqualTo(pid);
            assertThat(news).anyMatch(line -> line.startsWith("taking over the database"));
            writeRows(server);
            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void nothingOfAKilledRunIsCommittedAfterTheTakeOver() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
        }
        Cluster cluster = new Cluster(folder.toRealPath());
        try (AnotherJvm other = AnotherJvm.start(folder)) {
            other.serverPid();
            int port = Postmaster.namedIn(cluster.files()).orElseThrow().port();
            try (Connection late = Doors.open(port, Doors.DATABASE, cluster.owner());
                    Statement statement = late.createStatement()) {
                late.setAutoCommit(false);
                statement.execute("DELETE FROM orders");
                other.kill();

                try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
                    assertThatExceptionOfType(SQLException.class).isThrownBy(late::commit);
                    assertThat(rows(server)).isEqualTo(ROWS);
                }
            }
        }
    }

    @Test
    void aRevivalThatIsNotNeededDisturbsNobody() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add);
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            news.clear();

            assertThat(server.revive()).isFalse();

            assertThat(statement.execute("SELECT 1")).isTrue();
            assertThat(news).isEmpty();
        }
    }

    @Test
    void theServerOfAKilledJvmMovesToAPortOfChoice() throws Exception {
        int port;
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
            port = server.port();
        }
        try (AnotherJvm other = AnotherJvm.start(folder)) {
            other.serverPid();
            other.kill();
        }

        try (RunningServer server = EmbeddedPostgres.start(folder, port, news::add)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void jvmAndServerKilledTogetherLoseNothing() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
        }
        try (AnotherJvm other = AnotherJvm.start(folder)) {
            long pid = other.serverPid();
            other.kill();
            kill(pid);
        }

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void aServerInTheActOfDyingIsRevived() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
            new ProcessBuilder("kill", "-9", Long.toString(server.pid()))
                    .start()
                    .waitFor();

            server.revive();

            assertThat(rows(server)).isEqualTo(ROWS);
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNotBelieved() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news::add)) {
            writeRows(server);
        }
        Path cluster = new Cluster(folder.toRealPath()).files();
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster
                        + "\n1795374523\n54399\n\n127.0.0.1\n  2203721  4\nready   \n");

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(rows(server)).isEqualTo(ROWS);
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void anUnfinishedPidFileIsNotBelieved() throws Exception {
        MadeFolder.in(folder);
        Files.writeString(new Cluster(folder).files().resolve("postmaster.pid"), "");

        try (RunningServer server = EmbeddedPostgres.start(folder, news::add)) {
            assertThat(server.isRunning()).isTrue();
        }
    }

    static void kill(long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
        assertThat(kill.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(kill.exitValue()).isZero();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (Postmaster.lives(pid)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    static void writeRows(RunningServer server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY)");
            statement.execute("INSERT INTO orders SELECT generate_series(1, " + ROWS + ")");
        }
    }

    static int rows(RunningServer server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM orders")) {
            assertThat(answer.next()).isTrue();
            return answer.getInt(1);
        }
    }
}
