package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.OutFolder;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.orderbook.record.BookExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "export",
        description = {
            "Writes the whole record of a book into files others can check, while it is being served or not.",
            "These are entries.csv and notices.csv (each with its hash), buckets.csv, and the scenario folder it was made of."
        },
        footerHeading = "%nExample:%n",
        footer = "  rampline export --out record-of-today")
final class ExportCommand implements Callable<Integer> {
    private static final String SCENARIO = "scenario";
    private static final String ENTRIES = "entries.csv";

    private final Terminal terminal;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Where the files go.")
    private Path out = Path.of("");

    @Mixin
    private BookPlace place = new BookPlace();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OutFolder.of(out, List.of());
        expectOwnScenario();
        try (Steps steps = new Steps(terminal, false);
                BookPlace.Opened opened = place.look(steps, "export")) {
            steps.begin("Writing the record");
            write(opened);
        } catch (SQLException | IOException failed) {
            throw new CommandFault(ExitCode.FILES, "could not export to " + out + ": " + failed.getMessage(), failed);
        }
        return ExitCode.OK;
    }

    /** The scenario of the book goes into a folder of the record; one that an earlier export made is written anew. */
    private void expectOwnScenario() {
        if (Files.exists(out.resolve(SCENARIO)) && !Files.exists(out.resolve(ENTRIES))) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "cannot write to " + out + ": it holds " + SCENARIO
                            + " and no record, expected a folder for results alone. Maybe choose another name with --out;"
                            + " nothing was changed.");
        }
    }

    private void write(BookPlace.Opened opened) throws SQLException, IOException {
        Files.createDirectories(out);
        for (Map.Entry<String, byte[]> file : opened.database().scenarioFiles().entrySet()) {
            Path path = out.resolve(SCENARIO).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        try (Connection connection = opened.database().connect()) {
            BookExport.begin(connection);
            long entries = aside(ENTRIES, file -> BookExport.entries(connection, file));
            aside("notices.csv", file -> BookExport.notices(connection, file));
            aside("buckets.csv", file -> BookExport.buckets(connection, file));
            BookExport.Anchor anchor = BookExport.anchor(connection);
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%,d entries written to %s. The record ends at entry %d with hash %s: keep that line,"
                                    + " and nobody can shorten the record unseen.%n",
                            entries,
                            out,
                            anchor.position(),
                            anchor.hash());
        }
    }

    private interface Writing {
        long to(Path file) throws SQLException, IOException;
    }

    /** Writes a file under another name and moves it when it is whole. */
    private long aside(String name, Writing writing) throws SQLException, IOException {
        Path part = out.resolve(name + ".part");
        long rows = writing.to(part);
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return rows;
    }
}
