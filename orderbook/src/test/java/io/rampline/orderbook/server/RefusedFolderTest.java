package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no database to be had, the message says what was found and what to try. */
class RefusedFolderTest {
    private static final int STRANGER = 54_321;

    @TempDir
    Path folder;

    @Test
    void aFolderInUseByThisProcessIsRefused() throws SQLException, IOException {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news -> {})) {
            refused(folder).withMessageContaining("in use by another Rampline (this very process)");

            assertThat(server.isRunning()).isTrue();
            RestartTest.writeRows(server);
        }
        EmbeddedPostgres.start(folder, news -> {}).stop();
    }

    @Test
    void aFolderInUseByAnotherProcessIsRefusedEvenAfterARefusal() throws IOException {
        try (RunningServer server = EmbeddedPostgres.start(MadeFolder.in(folder), news -> {})) {
            refused(folder);
            try (AnotherJvm other = AnotherJvm.start(folder)) {
                assertThat(other.verdict())
                        .contains("in use by another Rampline (process "
                                + ProcessHandle.current().pid() + ")")
                        .contains("--data DIR");
            }
            assertThat(server.isRunning()).isTrue();
        }
    }

    @Test
    void aServerThatAnotherProcessHoldsCanStillBeLookedInto() throws IOException, SQLException {
        assertThat(EmbeddedPostgres.find(folder.resolve("nothing here"))).isEmpty();
        assertThat(EmbeddedPostgres.find(MadeFolder.in(folder))).isEmpty();

        try (AnotherJvm other = AnotherJvm.start(folder)) {
            other.serverPid();
            EmbeddedPostgres.Address address = EmbeddedPostgres.find(folder).orElseThrow();
            try (Connection connection = new ServerForTests.Database(address.jdbcUrl(), address.owner()).connect()) {
                assertThat(Doors.dataFolder(connection))
                        .isEqualTo(new Cluster(folder.toRealPath()).files().toString());
            }
        }
        assertThat(EmbeddedPostgres.find(folder)).isEmpty();
    }

    @Test
    void ofTwoStartsAtOnceOneGetsTheFolder() throws IOException {
        try (AnotherJvm one = AnotherJvm.start(folder);
                AnotherJvm other = AnotherJvm.start(folder)) {
            assertThat(new String[] {one.verdict(), other.verdict()})
                    .anyMatch(verdict -> verdict.startsWith("ready "))
                    .anyMatch(verdict -> verdict.contains("in use by another Rampline"));
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(folder, other.getLocalPort(), news -> {}))
                    .withMessageContaining("port " + other.getLocalPort())
                    .withMessageContaining("Another program has the port");
        }
        EmbeddedPostgres.start(folder, news -> {}).stop();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws IOException {
        MadeFolder.in(folder);
        Files.writeString(new Cluster(folder).files().resolve("PG_VERSION"), "17\n");

        refused(folder)
                .withMessageContaining("is of PostgreSQL 17, and this Rampline brings PostgreSQL 18")
                .withMessageContaining("--database URL");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Path letter = folder.resolve("postgres").resolve("letter.txt");
        Files.createDirectories(letter.resolveSibling(""));
        Files.writeString(letter, "Dear customer");

        refused(folder).withMessageContaining("holds no database (no PG_VERSION in it)");

        assertThat(letter).hasContent("Dear customer");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("book"), "");

        refused(file).withMessageContaining(file + " is there, and is not a folder");
    }

    @Test
    void aFolderWithoutPermissionIsRefused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        if (new UnixSystem().getUid() == 0) {
            Files.setAttribute(closed, "unix:uid", STRANGER);
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        }

        refused(closed.resolve("data"))
                .withMessageContaining(closed.toString())
                .withMessageContaining("take")
                .withMessageContaining("--data DIR");
    }

    @Test
    void aLostPasswordIsNamed() throws IOException {
        MadeFolder.in(folder);
        Files.delete(folder.resolve("owner.password"));

        refused(folder).withMessageContaining("owner.password").withMessageContaining("put it back from a backup");
    }

    @Test
    void thePasswordOfAnotherFolderIsNamedAndNoServerStays() throws IOException {
        MadeFolder.in(folder);
        Files.writeString(folder.resolve("owner.password"), "of another folder\n");

        refused(folder).withMessageContaining("owner.password is of another data folder");

        Path cluster = new Cluster(folder.toRealPath()).files();
        assertThat(Postmaster.namedIn(cluster).filter(left -> left.serves(cluster)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatAKilledStartHasHalfMadeIsMadeAnew() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("postgres.new").resolve("global"));
        Files.writeString(folder.resolve("owner.password.new"), "");

        try (RunningServer server = EmbeddedPostgres.start(folder, news -> {})) {
            RestartTest.writeRows(server);
        }
        assertThat(folder.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void damagedSettingsAreToldInTheWordsOfTheServer() throws IOException {
        MadeFolder.in(folder);
        Files.writeString(new Cluster(folder).files().resolve("postgresql.conf"), "shared_buffers = many\n");

        refused(folder).withMessageContaining("shared_buffers").withMessageContaining("server.log");
    }

    private static ThrowableAssertAlternative<DatabaseUnavailable> refused(Path data) {
        return assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(data, news -> {}));
    }
}
