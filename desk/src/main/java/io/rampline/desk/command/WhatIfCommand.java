package io.rampline.desk.command;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Network;
import io.rampline.intake.ScenarioContents;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.Assignment;
import io.rampline.promise.Command.Repromise;
import io.rampline.promise.Command.SetCapacity;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "what-if",
        description = {
            "Changes capacity, re-promises the book and says who gains and who loses. Nothing is written.",
            "",
            "After a cut orders are moved until nothing is short; more capacity moves nobody unless a strategy says so. "
                    + "Strategies: skip, win, gain, improve, redistribute, fill, lose (docs/how-it-works/promise.md)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline what-if examples/tiny --set line:S1@2026-W13=0",
            "  rampline what-if examples/xiaomi-2025 --set line:F2@2025-W40..=7000 --strategy gain",
            "  rampline what-if my-scenario --strategy redistribute --assign win:priority=fleet --assign skip:market=EU"
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KIND:NAME@WEEK[..WEEK]=UNITS",
            description =
                    "Capacity of a resource in a week or in each week of a range; may be given several times. All are set, then orders move.")
    private List<String> changes = List.of();

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "What may happen to the dates of all other orders.")
    private String strategy = "";

    @Option(
            names = "--assign",
            paramLabel = "STRATEGY:FIELD=VALUE,...",
            description =
                    "A strategy for some orders, by market, model, trim, priority or order; the first that fits decides.")
    private List<String> choices = List.of();

    @Option(names = "--json", description = "Prints the result as one line of JSON.")
    private boolean json;

    WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(terminal, json)) {
            ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
            steps.begin("Promising the book");
            PromisedBook book = PromisedBook.promise(contents);
            PromiseEngine engine = book.engine();
            List<Level> levels = levels(engine.network());
            Repromise repromise = repromise(contents);
            int[] before = deliveries(engine);
            steps.begin("Promising it again");
            if (!levels.isEmpty() && engine.apply(new SetCapacity(levels)) instanceof Answer.Refused refused) {
                throw new CommandFault(ExitCode.USAGE, refused.detail());
            }
            List<String> exceptions = engine.apply(repromise) instanceof Answer.Repromised answer
                    ? answer.difference().exceptions()
                    : List.of();
            steps.end();
            WhatIfResult result = WhatIfResult.of(book, before, deliveries(engine), exceptions);
            List<String> lines = json ? List.of(result.json()) : result.lines();
            lines.forEach(line -> terminal.out().println(line));
            return ExitCode.OK;
        }
    }

    /** Of several levels for one resource and week the one typed last. */
    private List<Level> levels(Network network) {
        SortedMap<Integer, Level> levels = new TreeMap<>();
        int weeks = network.horizon().weeks();
        for (String typed : changes) {
            for (Level level : CapacityChange.levels(typed, network)) {
                levels.put(level.resource() * weeks + level.bucket(), level);
            }
        }
        return List.copyOf(levels.values());
    }

    private Repromise repromise(ScenarioContents contents) {
        List<String> classes = contents.scenario().rules().priorityClasses();
        List<Assignment> assignments = choices.stream()
                .map(typed -> StrategyChoice.assignment(typed, classes))
                .toList();
        Strategy otherwise =
                strategy.isEmpty() ? Strategy.SKIP : StrategyChoice.strategy("--strategy " + strategy, strategy);
        return new Repromise(assignments, otherwise, false);
    }

    private static int[] deliveries(PromiseEngine engine) {
        int[] deliveries = new int[engine.size()];
        for (int row = 0; row < deliveries.length; row++) {
            deliveries[row] = engine.deliveryBucket(row);
        }
        return deliveries;
    }
}
