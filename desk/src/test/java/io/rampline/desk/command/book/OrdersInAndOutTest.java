package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.orderbook.server.ServerForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Making a book, bringing orders in and taking everything out, on a real server. */
class OrdersInAndOutTest {
    private static final Path TINY = Path.of("..", "examples", "tiny");

    @TempDir
    private Path folder = Path.of("");

    private String address = "";
    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();

    @BeforeEach
    void emptyDatabase() throws SQLException {
        ServerForTests.Database database = ServerForTests.newDatabase();
        String user = database.owner().user() + ":" + database.owner().password();
        address = database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + "@");
    }

    @Test
    void ordersAreTakenOverOnceHoweverOftenTheyAreImported() throws IOException {
        make();
        List<String> rows = Files.readAllLines(TINY.resolve("orders.csv"));
        Path more = folder.resolve("more.csv");
        String header = rows.getFirst();
        Files.write(
                more,
                Stream.concat(Stream.of(header), rows.stream().skip(1).map(row -> "N-" + row))
                        .toList());
        assertThat(run("import", more.toString(), "--database", address)).isEqualTo(ExitCode.OK);
        int orders = rows.size() - 1;
        assertThat(screen.out()).contains(orders + " orders taken over");
        screen.clear();
        assertThat(run("import", more.toString(), "--database", address)).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("0 orders taken over", orders + " were there already");
    }

    @Test
    void aFileWithFlawsIsReportedAndNothingIsTakenOver() throws IOException {
        make();
        Path more = folder.resolve("more.csv");
        List<String> rows = Files.readAllLines(TINY.resolve("orders.csv"));
        Files.write(more, List.of(rows.getFirst(), "N-1,2025-13-01,?,?,?,,,,,,,"));
        assertThat(run("import", more.toString(), "--database", address)).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains("orders.csv:2");
    }

    @Test
    void theWholeRecordComesOut() throws IOException {
        make();
        Path record = folder.resolve("record");
        assertThat(run("export", "--out", record.toString(), "--database", address))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(record.resolve("entries.csv")))
                .hasSizeGreaterThan(10)
                .first()
                .asString()
                .startsWith("position,");
        assertThat(Files.readAllLines(record.resolve("buckets.csv"))).hasSizeGreaterThan(10);
        assertThat(record.resolve("scenario").resolve("scenario.toml"))
                .hasSameTextualContentAs(TINY.resolve("scenario.toml"));
        assertThat(screen.out()).contains("The record ends at entry");
    }

    @Test
    void withoutABookThereIsNothingToImportInto() {
        assertThat(run("import", TINY.resolve("orders.csv").toString(), "--database", address))
                .isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no book", "rampline serve my-scenario");
    }

    private void make() {
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--database", address);
        try (Steps steps = new Steps(terminal, true);
                OpenBook open = OpenBook.open(place, Optional.of(TINY), terminal, steps)) {
            assertThat(open.book().state().position()).isPositive();
        }
    }

    private int run(String... arguments) {
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
    }
}
