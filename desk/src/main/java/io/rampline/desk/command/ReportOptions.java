package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the files of a report go, in which language, and what is printed beside them. */
public final class ReportOptions {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the files go; made when it is not there. Default: rampline-out/NAME-OF-THE-SCENARIO.")
    private @Nullable Path out;

    @Mixin
    private PrintOptions printed = new PrintOptions();

    /**
     * The folder of the files.
     *
     * @param read the scenario, or the file, that the report is about
     * @throws CommandFault when nothing may be written there
     */
    public Path folder(Path read) {
        return folderNamed(lastOf(read), List.of(read));
    }

    /**
     * The folder of the files about a book that lies in a database.
     *
     * @throws CommandFault when nothing may be written there
     */
    public Path folderOfBook(String name) {
        return folderNamed(lastOf(Path.of(name)), List.of());
    }

    private static String lastOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "scenario" : name.toString();
    }

    /**
     * The folder of the files of a report with a name of its own.
     *
     * @param read what the report is about, where that lies in files
     * @throws CommandFault when nothing may be written there
     */
    public Path folderNamed(String usual, List<Path> read) {
        return OutFolder.of(out != null ? out : Path.of("rampline-out", usual), read);
    }

    public Texts texts() {
        return printed.texts();
    }

    public boolean json() {
        return printed.json();
    }

    public boolean quiet() {
        return printed.quiet();
    }
}
