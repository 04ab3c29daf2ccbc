package io.rampline.desk.command.book;

import io.rampline.desk.command.Terminal;
import java.util.List;

/** The commands about a durable book. */
public final class BookCommands {
    private BookCommands() {}

    /** In the order in which the help shows them. */
    public static List<Object> all(Terminal terminal) {
        return List.of(
                new ServeCommand(terminal),
                new ImportCommand(terminal),
                new AdoptCommand(terminal),
                new ExportCommand(terminal),
                new AuditCommand(terminal),
                new RecordCommand(terminal),
                new BackupCommand(terminal),
                new RestoreCommand(terminal),
                new TokenCommand(terminal));
    }
}
