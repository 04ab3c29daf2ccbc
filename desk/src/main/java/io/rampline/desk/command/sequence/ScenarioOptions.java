package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.command.Language;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be asked of a scenario's days besides. */
final class ScenarioOptions {
    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description = "A week such as 2026-W10; may be given several times. Default: the frozen weeks.")
    private List<String> weeks = List.of();

    @Option(
            names = "--day",
            paramLabel = "N",
            description = "Only this day of each week, from 1. Days before it are put in order all the same.")
    private @Nullable Integer day;

    @Option(
            names = "--before",
            paramLabel = "FILE",
            description = "A line-days.json whose last day went down the line before.")
    private @Nullable Path before;

    @Option(
            names = "--late",
            paramLabel = "ORDER=WHEN",
            description = "A car whose parts come late: ORDER=day4 or ORDER=120, a place; may be given several times.")
    private List<String> late = List.of();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "Language of the pages and of what is printed: en or de. Default: en.")
    private Language language = Language.en;

    List<String> weeks() {
        return weeks;
    }

    @Nullable Integer day() {
        return day;
    }

    @Nullable Path before() {
        return before;
    }

    List<String> late() {
        return late;
    }

    Texts texts() {
        return language.texts();
    }
}
