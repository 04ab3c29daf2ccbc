package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * @throws CommandFault when a file stands where it should be
     */
    public Path folder(Path scenario) {
        Path name = scenario.toAbsolutePath().normalize().getFileName();
        return folderNamed(name == null ? "scenario" : name.toString());
    }

    /**
     * The folder of the files of a report with a name of its own.
     *
     * @throws CommandFault when a file stands where it should be: said before the work, not after it
     */
    public Path folderNamed(String usual) {
        Path folder = out != null ? out : Path.of("rampline-out", usual);
        for (Path above = folder.toAbsolutePath().normalize(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                throw new CommandFault(
                        ExitCode.FILES,
                        "cannot write to " + above
                                + ": it is a file, expected a folder. Maybe choose another name with --out.");
            }
        }
        return folder;
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
