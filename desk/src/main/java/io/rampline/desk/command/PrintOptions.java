package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;
import picocli.CommandLine.Option;

/** In which language a report is written, and what of it is printed. */
public final class PrintOptions {
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
