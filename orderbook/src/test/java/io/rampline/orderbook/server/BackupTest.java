package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int ROUNDS_BEFORE = 20;
    private static final int ROWS_A_ROUND = 500;

    @TempDir
    Path folder;

    private Path data;
    private Path backup;
    private Path restored;

    @BeforeEach
    void layOut() throws IOException {
        data = MadeFolder.in(Files.createDirectory(folder.resolve("data")));
        backup = folder.resolve("of today").resolve("backup");
        restored = folder.resolve("restored");
    }

    @Test
    void aBackupOfABusyBookHoldsAllThatWasAcknowledgedBefore() throws Exception {
        try (RunningServer server = EmbeddedPostgres.start(data, news -> {})) {
            AtomicLong acknowledged = new AtomicLong();
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch warm = new CountDownLatch(ROUNDS_BEFORE);
            Thread customers = Thread.ofPlatform().start(() -> writeRounds(server, acknowledged, enough, warm));
            assertThat(warm.await(2, TimeUnit.MINUTES)).isTrue();
            long before = acknowledged.get();

            Backup.write(data, backup, news -> {});

            long after = acknowledged.get();
            enough.set(true);
            customers.join();
            assertThat(after).as("rounds while the backup was taken").isGreaterThan(before);
            Backup.restore(backup, restored, news -> {});
            assertRestored(before, after + 1);
            assertNoSlotIsLeft(server);
        }
    }

    /** Each round adds rows and changes all of the round before, so that no page stays as it was. */
    private static void writeRounds(
            RunningServer server, AtomicLong acknowledged, AtomicBoolean enough, CountDownLatch warm) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE rounds (round bigint, id bigint, seen int, PRIMARY KEY (round, id))");
            // Copied after the rounds, and takes a while: so rounds and checkpoints go on in the midst of the copying.
            statement.execute(
                    "CREATE TABLE ballast AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 60000) i");
            connection.setAutoCommit(false);
            for (long round = 1; !enough.get(); round++) {
                statement.execute("UPDATE rounds SET seen = seen + 1 WHERE round = " + (round - 1));
                statement.execute("INSERT INTO rounds SELECT " + round + ", id, 0 FROM generate_series(1, "
                        + ROWS_A_ROUND + ") id");
                connection.commit();
                acknowledged.set(round);
                // A checkpoint in the midst of the copying is what a backup without its label does not survive.
                statement.execute("CHECKPOINT");
                connection.commit();
                warm.countDown();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private void assertRestored(long roundsMin, long roundsMax) throws SQLException {
        try (RunningServer server = EmbeddedPostgres.start(restored, news -> {});
                Connection connection = server.connect()) {
            long last = number(connection, "SELECT max(round) FROM rounds");
            assertThat(last).isBetween(roundsMin, roundsMax);
            assertThat(number(connection, "SELECT count(*) FROM rounds")).isEqualTo(last * ROWS_A_ROUND);
            assertThat(number(
                            connection,
                            "SELECT count(*) FROM rounds WHERE seen <> (CASE WHEN round < " + last
                                    + " THEN 1 ELSE 0 END)"))
                    .isZero();
            Doors.ask(connection, "SELECT set_config('enable_seqscan', 'off', false)");
            assertThat(number(connection, "SELECT count(*) FROM rounds WHERE round > 0"))
                    .isEqualTo(last * ROWS_A_ROUND);
        }
    }

    private static void assertNoSlotIsLeft(RunningServer server) throws SQLException {
        try (Connection connection = server.connect()) {
            assertThat(number(connection, "SELECT count(*) FROM pg_replication_slots"))
                    .isZero();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(Doors.ask(connection, query));
    }

    @Test
    void aServerThatIsNotRunningIsStartedForItAndStoppedAgain() throws Exception {
        writeAndStop();

        Backup.Written written = Backup.write(data, backup, news -> {});

        assertThat(written.files()).isGreaterThan(900);
        assertThat(Postmaster.namedIn(new Cluster(data.toRealPath()).files())).isEmpty();
        Backup.restore(backup, restored, news -> {});
        try (RunningServer server = EmbeddedPostgres.start(restored, news -> {})) {
            assertThat(RestartTest.rows(server)).isPositive();
        }
    }

    @Test
    void aBackupIsForItsOwnerAloneAndSha256sumFindsItWhole() throws Exception {
        writeAndStop();
        Backup.write(data, backup, news -> {});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("owner.password"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.walk(backup)) {
            assertThat(files.filter(Files::isRegularFile).count() - 1)
                    .isEqualTo(CopiedFiles.sumsOf(backup).size());
        }
    }

    @Test
    void aDamagedBackupIsFoundAndNothingIsLeftOfIt() throws Exception {
        writeAndStop();
        Backup.write(data, backup, news -> {});
        Path victim = backup.resolve("postgres").resolve("global").resolve("pg_control");
        byte[] bytes = Files.readAllBytes(victim);
        bytes[100] ^= 1;
        Files.write(victim, bytes);

        refusedToRestore("postgres/global/pg_control is not as it was written");

        Files.delete(victim);
        refusedToRestore("postgres/global/pg_control is missing");
        Files.delete(backup.resolve("SHA256SUMS"));
        refusedToRestore("is not a whole backup");
    }

    private void refusedToRestore(String why) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Backup.restore(backup, restored, news -> {}))
                .withMessageContaining(why)
                .withMessageContaining("Maybe");
        assertThat(restored).doesNotExist();
        assertThat(folder.resolve("restored.part")).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        writeAndStop();
        Backup.write(data, backup, news -> {});

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Backup.write(data, backup, news -> {}))
                .withMessageContaining("is not empty, and nothing is written over");
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Backup.restore(backup, data, news -> {}))
                .withMessageContaining("is not empty");
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Backup.write(folder, backup, news -> {}))
                .withMessageContaining("there is no database in " + folder);
    }

    private void writeAndStop() throws SQLException {
        try (RunningServer server = EmbeddedPostgres.start(data, news -> {})) {
            RestartTest.writeRows(server);
        }
    }
}
