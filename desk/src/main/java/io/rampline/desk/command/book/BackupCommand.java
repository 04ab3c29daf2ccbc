package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.orderbook.server.Backup;
import io.rampline.orderbook.server.DatabaseUnavailable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "backup",
        description = {
            "Copies the book's own PostgreSQL into a folder, while it is being served or not.",
            "A database of yours (--database) has its own backups."
        },
        footerHeading = "%nExample:%n",
        footer = "  rampline backup --to /mnt/safe/book-2026-11-22")
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the book. Default: ${DEFAULT-VALUE}.",
            defaultValue = "rampline-data")
    private Path data = Path.of("rampline-data");

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A folder that is not there yet.")
    private Path to = Path.of("");

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BookPlace.expectData(data, "back up", "");
        try (Steps steps = new Steps(terminal, false)) {
            Backup.Written written = Backup.write(data, to, steps::begin);
            steps.end();
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%,d files, %,d bytes copied to %s. It holds the database's password: keep it as safe as"
                                    + " the data. To make a book of it: rampline restore --from %s --data ...%n",
                            written.files(),
                            written.bytes(),
                            written.folder(),
                            written.folder());
            return ExitCode.OK;
        } catch (DatabaseUnavailable failed) {
            throw new CommandFault(ExitCode.FILES, failed);
        }
    }
}
