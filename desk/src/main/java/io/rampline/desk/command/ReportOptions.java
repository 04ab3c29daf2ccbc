package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the files of a report go, in which language, and what is printed beside them. */
public final class ReportOptions {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the files go; made when it is not there. Default: rampline-out/NAME-OF-THE-SCENARIO.")
    private @Nullable Path out;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "Language of the page and of what is printed: en or de. Default: ${DEFAULT-VALUE}.",
            defaultValue = "en")
    private Language language = Language.en;

    @Option(names = "--json", description = "Prints the report as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing but faults.")
    private boolean quiet;

    /** The folder of the files. */
    public Path folder(Path scenario) {
        Path name = scenario.toAbsolutePath().normalize().getFileName();
        return out != null ? out : Path.of("rampline-out", name == null ? "scenario" : name.toString());
    }

    public Texts texts() {
        return language.texts();
    }

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }
}
