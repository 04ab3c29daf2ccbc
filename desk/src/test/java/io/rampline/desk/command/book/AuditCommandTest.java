package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.server.ServerForTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Auditing a book as a user does, on a real server. */
class AuditCommandTest {
    private static final Path TINY = Path.of("..", "examples", "tiny");

    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();
    private ServerForTests.Database database;
    private String address = "";

    @BeforeEach
    void makeABook() throws SQLException {
        database = ServerForTests.newDatabase();
        String user = database.owner().user() + ":" + database.owner().password();
        address = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        try (Steps steps = new Steps(terminal, true);
                OpenBook open = OpenBook.open(place, Optional.of(TINY), terminal, steps)) {
            assertThat(open.book().state().position()).isPositive();
        }
    }

    @Test
    void aSoundBookPassesAndTellsItsAnchor() {
        assertThat(run("audit", "--database", address)).isEqualTo(ExitCode.OK);

        String said = screen.out();
        assertThat(said)
                .contains("No difference found.", "hash over the entry and the hash before it", "money booked twice")
                .containsPattern(" 1 head +the head names the last entry");
        String anchor = said.lines().reduce("", (before, line) -> line);
        assertThat(anchor).matches("\\d+:[0-9a-f]{64}");
        assertThat(run("audit", "--database", address, "--anchor", anchor)).isEqualTo(ExitCode.OK);
        String another = anchor.substring(0, anchor.length() - 1) + (anchor.endsWith("0") ? "1" : "0");
        assertThat(run("audit", "--database", address, "--anchor", another)).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.out()).contains("the book up to here is not the one the anchor was taken of");
    }

    @Test
    void aChangedEntryIsReportedWithItsPlaceAndExitCodeOne() throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("update rampline.entry set actor = 'nobody' where position = 3");
        }
        assertThat(run("audit", "--database", address)).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.out()).contains("entry 3: found hash ", "1 NOT", "money not looked at");
        assertThat(screen.err()).contains("1 difference. Maybe see docs/operating/audit.md");
        screen.clear();
        assertThat(run("audit", "--database", address, "--json")).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.out())
                .contains(
                        "\"clean\": false", "\"difference_count\": 1", "\"place\": \"entry 3\"", "\"followed\": false");
    }

    @Test
    void anAnchorThatIsNoneIsRefused() {
        assertThat(run("audit", "--database", address, "--anchor", "12")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found anchor \"12\", expected POSITION:HASH");
    }

    @Test
    void withoutABookThereIsNothingToAudit() throws SQLException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        String user = empty.owner().user() + ":" + empty.owner().password();
        String url = empty.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");

        assertThat(run("audit", "--database", url)).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no book in ");
    }

    @Test
    void aServerThatSomebodyElseHoldsIsLookedInto() {
        // Held by this process; its own database has no book.
        String held = ServerForTests.server().dataDirectory().toString();

        assertThat(run("audit", "--data", held)).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no book in " + held);
        assertThat(ServerForTests.server().isRunning()).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        assertThat(run("audit", "--data", "no-such-folder")).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no folder no-such-folder");
        assertThat(Path.of("no-such-folder")).doesNotExist();
    }

    private int run(String... arguments) {
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
    }
}
