package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.orderbook.server.Backup;
import io.rampline.orderbook.server.DatabaseUnavailable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "restore",
        description = "Makes a book of a backup, after comparing every file with its checksum.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline restore --from /mnt/safe/book-2026-11-22 --data rampline-data",
            "  rampline audit --data rampline-data      afterwards: is it what was written?"
        })
final class RestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "What rampline backup wrote.")
    private Path from = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The new folder of the book; must not be there yet.")
    private Path data = Path.of("");

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(terminal, false)) {
            Backup.restore(from, data, steps::begin);
            steps.end();
            terminal.out().println("The book is in " + data + ". Maybe audit it: rampline audit --data " + data);
            return ExitCode.OK;
        } catch (DatabaseUnavailable failed) {
            throw new CommandFault(ExitCode.FILES, failed);
        }
    }
}
