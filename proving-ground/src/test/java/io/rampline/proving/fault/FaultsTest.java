package io.rampline.proving.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults of the real world, as many as every run can afford; {@code ./rampline prove} runs more of them. */
class FaultsTest {
    private static final long SEED = Long.getLong("rampline.fault.seed", 20_260_106);

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(folder, news -> {});
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void noAcknowledgedOrderIsLostWhateverIsKilled(@TempDir Path another) throws SQLException, IOException {
        KillRun.Count count = KillRun.run(another, 25, 12, SEED, news -> {});
        assertThat(count.acknowledged()).isGreaterThan(25 * 60);
        assertThat(count.askedAgain()).isPositive();
    }

    @Test
    void noAcknowledgedOrderIsLostWhenThePowerFails(@TempDir Path another) throws SQLException, IOException {
        // Where disks cannot be mounted it says so.
        PowerRun.Count count = PowerRun.run(another, 3, 12, SEED, System.err::println);
        assertThat((count.cuts() == 3 && count.lostWithoutSync() > 0)
                        || !count.notHere().isEmpty())
                .as("three cuts, or a reason")
                .isTrue();
    }

    @Test
    void aMigrationThatIsKilledIsDoneByTheNextStart(@TempDir Path another) throws SQLException, IOException {
        MigrationRun.Count count = MigrationRun.run(server, another, 1, news -> {});
        assertThat(count.kills()).isGreaterThan(50);
        assertThat(count.orders()).isGreaterThan(200);
    }

    @Test
    void aFrozenEngineThatWakesSaysNothing(@TempDir Path another) throws SQLException, IOException {
        FenceRun.Count count = FenceRun.run(server, another, 5, 400, SEED, news -> {});
        assertThat(count.turnedAway()).isEqualTo(5 * 20);
    }

    @Test
    void whoeverSetsTheClockChangesNothingThatWasPromised() throws SQLException {
        ClockRun.Count count = ClockRun.run(server, 300, SEED, news -> {});
        assertThat(count.starts()).isGreaterThan(50);
        assertThat(count.entries()).isGreaterThan(500);
    }

    @Test
    void whoeverIsCutOffAndAsksAgainIsBookedOnce(@TempDir Path another) throws SQLException, IOException {
        assertThat(CutRun.clients(server, another, 1_000, news -> {}).acknowledged())
                .isEqualTo(1_000);
    }

    @Test
    void aBatchWhoseConnectionIsCutIsWrittenOnce() throws SQLException, IOException {
        CutRun.Count count = CutRun.database(server, 200, SEED, news -> {});
        assertThat(count.cuts()).isGreaterThan(150);
        assertThat(count.acknowledged()).isEqualTo(202);
    }

    @Test
    void theLastSlotsAreNeverPromisedTwice() throws SQLException {
        StormRun.Count count = StormRun.run(server, 10_000, SEED, news -> {});
        assertThat(count.booked()).isGreaterThan(10_000);
        assertThat(count.rogueWritesRefused()).isEqualTo(150);
        assertThat(count.rogueWritesTaken()).isPositive();
    }

    @Test
    void answersAreAsIfGivenOneAfterAnother() throws SQLException {
        HistoryRun.Count count = HistoryRun.run(server, 100_000, SEED, news -> {});
        assertThat(count.operations()).isGreaterThanOrEqualTo(100_000);
        assertThat(count.entries()).isGreaterThan(10_000);
        assertThat(count.cuts()).isEqualTo(3 * count.books()).isPositive();
        assertThat(count.takeOvers()).isEqualTo(3 * count.books()).isPositive();
    }

    @Test
    void theRecordInMemoryTakesAndRefusesWhatPostgresDoes() throws SQLException {
        TwinRun.Count count = TwinRun.run(server, 60, 1, news -> {});
        assertThat(count.batchesTaken()).isGreaterThan(100);
        assertThat(count.batchesRefused()).isPositive();
    }

    @Test
    void aDatabaseThatGoesAwayIsNotGuessedAtAndComesBack() throws SQLException {
        OutageRun.Count count = OutageRun.stopped(server, 5, 600, SEED, news -> {});
        assertThat(count.turnedAway()).isPositive();
    }
}
