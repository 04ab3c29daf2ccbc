package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;
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

    /** The folder of the files. */
    public Path folder(Path scenario) {
        Path name = scenario.toAbsolutePath().normalize().getFileName();
        return folderNamed(name == null ? "scenario" : name.toString());
    }

    /** The folder of the files of a report with a name of its own. */
    public Path folderNamed(String usual) {
        return out != null ? out : Path.of("rampline-out", usual);
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
