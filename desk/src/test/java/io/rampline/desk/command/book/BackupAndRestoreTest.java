package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A backup taken while the book is open becomes a book that audits clean. */
class BackupAndRestoreTest {
    @TempDir
    private Path folder = Path.of("");

    private final TestTerminal screen = new TestTerminal();
    private final Terminal terminal = screen.terminal();

    @Test
    void aBackupOfABookInUseRestoresToOneThatAuditsClean() throws IOException {
        String data = folder.resolve("data").toString();
        String backup = folder.resolve("backup").toString();
        String again = folder.resolve("again").toString();
        BookPlace place = new BookPlace();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("place", CommandLine.Model.CommandSpec.forAnnotatedObject(place)))
                .parseArgs("--data", data);
        try (Steps steps = new Steps(terminal, true);
                OpenBook open = OpenBook.open(place, Optional.of(Path.of("..", "examples", "tiny")), terminal, steps)) {
            assertThat(open.book().state().position()).isPositive();
            assertThat(run("backup", "--data", data, "--to", backup)).isEqualTo(ExitCode.OK);
        }
        assertThat(run("restore", "--from", backup, "--data", again)).isEqualTo(ExitCode.OK);
        assertThat(run("audit", "--data", again)).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("No difference found.");
        Path damaged;
        try (var files = Files.walk(Path.of(backup))) {
            damaged = files.filter(file -> file.getFileName().toString().equals("PG_VERSION"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(damaged, "19\n");
        assertThat(run(
                        "restore",
                        "--from",
                        backup,
                        "--data",
                        folder.resolve("third").toString()))
                .isEqualTo(ExitCode.FILES);
        assertThat(folder.resolve("third")).doesNotExist();
    }

    private int run(String... arguments) {
        return CommandDesk.run(terminal, "test", BookCommands.all(terminal), arguments);
    }
}
