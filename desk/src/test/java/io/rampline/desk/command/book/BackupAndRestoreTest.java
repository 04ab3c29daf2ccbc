package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            false);

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
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("No difference found.");
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
