package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The record of promises as a user sees it. */
class RecordCommandTest {
    private static final Path TINY = Path.of("..", "examples", "tiny");
    private static final Path XIAOMI = Path.of("..", "examples", "xiaomi-2025");

    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();

    @Test
    void thePublicCommitmentsOfAScenarioAreJudgedByItsDay() {
        assertThat(run("record", XIAOMI.toString())).isEqualTo(ExitCode.OK);

        assertThat(said())
                .contains("Public commitments, as of 2025-07-06")
                .containsPattern("2024-11-18 +deliveries 2024 +130000 +2024-12-31 +>135000 +kept \\(\\+3\\.8 %\\)")
                .containsPattern("2025-03-18 +deliveries 2025 +350000 +2025-12-31 +- +open")
                .contains("Xiaomi kept 5 of 5, 2 open.");
    }

    @Test
    void onAnEarlierDayLessIsKnown() {
        assertThat(run("record", XIAOMI.toString(), "--as-of", "2024-06-15")).isEqualTo(ExitCode.OK);

        assertThat(said()).contains("Xiaomi kept 0 of 0, 4 open.").doesNotContain("130000");
    }

    @Test
    void theOrdersOfABookAreJudgedByTheirFirstPromise() throws SQLException {
        String address = bookOfTiny();

        assertThat(run("record", "--database", address, "--by", "model,trim")).isEqualTo(ExitCode.OK);
        String table = said();
        assertThat(table).contains("Promises to customers, as of ", "Orders", "Impossible");
        String all = table.lines()
                .filter(line -> line.startsWith("all "))
                .findFirst()
                .orElseThrow();
        assertThat(all.trim().split(" +")).startsWith("all", "10", "1", "0");
        screen.clear();
        assertThat(run("record", "--database", address, "--json")).isEqualTo(ExitCode.OK);
        assertThat(said()).contains("\"lock_week\": ", "\"kept\": 1", "\"kept_share\": 1.0", "\"cancelled\": 1");
        screen.clear();
        assertThat(run("record", "--database", address, "--as-of", "2020-01-01"))
                .isEqualTo(ExitCode.OK);
        assertThat(said()).contains("The book has no orders.");
    }

    @Test
    void aGraceOfMoreThanAYearIsRefused() {
        assertThat(run("record", XIAOMI.toString(), "--grace", "53")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found a grace of 53 weeks, expected 0 to 52");
    }

    /** Ten orders taken over, one of them delivered, one cancelled. */
    private String bookOfTiny() throws SQLException {
        ServerForTests.Database database = ServerForTests.newDatabase();
        String user = database.owner().user() + ":" + database.owner().password();
        String address = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        try (Steps steps = new Steps(terminal, true);
                OpenBook open = OpenBook.open(place, Optional.of(TINY), terminal, steps)) {
            assertThat(answer(open.book(), new Command.Deliver("T-01", DurableBook.NOW)))
                    .isInstanceOf(Answer.Delivered.class);
            assertThat(answer(open.book(), new Command.Cancel("T-10"))).isInstanceOf(Answer.Cancelled.class);
        }
        return address;
    }

    private static Answer answer(DurableBook book, Command command) {
        return ((Outcome.Answered) book.ask(Request.of("ann", command))).answer();
    }

    private String said() {
        return screen.out();
    }

    private int run(String... arguments) {
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
    }
}
