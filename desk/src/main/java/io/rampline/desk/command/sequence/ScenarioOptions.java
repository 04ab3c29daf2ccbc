package io.rampline.desk.command.sequence;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.lineday.PlaceWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
            names = "--soon",
            paramLabel = "ORDER=PLACE",
            description = "A car that must stand at that place of its day or before it; may be given several times.")
    private List<String> soon = List.of();

    @Option(
            names = "--fix",
            paramLabel = "ORDER=PLACE",
            description = "A car that must stand at that place of its day; may be given several times.")
    private List<String> fixed = List.of();

    List<String> weeks() {
        return weeks;
    }

    @Nullable Integer day() {
        return day;
    }

    @Nullable Path before() {
        return before;
    }

    /** Where cars may stand, in the order of their options. */
    List<PlaceWish> wishes() {
        List<PlaceWish> wishes = new ArrayList<>();
        read(wishes, "--late", late, PlaceWish::late, "ORDER=day4 or ORDER=120, a place from 1");
        read(wishes, "--soon", soon, PlaceWish::soon, "ORDER=40, a place from 1");
        read(wishes, "--fix", fixed, PlaceWish::fixed, "ORDER=17, a place from 1");
        Map<String, PlaceWish> together = new TreeMap<>();
        for (PlaceWish wish : wishes) {
            if (!together.merge(wish.orderId(), wish, PlaceWish::and).isPossible()) {
                throw new CommandFault(
                        ExitCode.USAGE,
                        "found places for " + wish.orderId() + " in --late, --soon and --fix that leave it none");
            }
        }
        return wishes;
    }

    private static void read(
            List<PlaceWish> wishes,
            String option,
            List<String> texts,
            Function<String, Optional<PlaceWish>> read,
            String expected) {
        for (String text : texts) {
            wishes.add(read.apply(text)
                    .orElseThrow(() -> new CommandFault(
                            ExitCode.USAGE, "found " + option + " " + text + ", expected " + expected)));
        }
    }
}
