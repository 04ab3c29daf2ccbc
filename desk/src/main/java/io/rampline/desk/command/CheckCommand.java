package io.rampline.desk.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.factory.Planning;
import io.rampline.factory.Scenario;
import io.rampline.intake.Flaw;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Reports every flaw of a scenario at once, each with file, line and column.",
        footerHeading = "%nExamples:%n",
        footer = {"  rampline check my-scenario", "  rampline check my-scenario --json | jq '.flaws[].file'"})
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Option(names = "--json", description = "Prints the flaws as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing when there is no flaw.")
    private boolean quiet;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Reading reading;
        try (Steps steps = new Steps(terminal, quiet || json)) {
            reading = ScenarioInput.reading(scenario, steps);
        }
        if (json) {
            terminal.out().print(json(reading));
        }
        return switch (reading) {
            case Reading.Sound sound -> {
                if (!json && !quiet) {
                    tellNotes(sound);
                    terminal.out().println(scenario + ": no flaws. " + contents(sound.contents()));
                }
                yield ExitCode.OK;
            }
            case Reading.Flawed flawed -> {
                if (!json) {
                    ScenarioInput.tell(scenario, flawed, terminal.out());
                    tellNotes(flawed);
                    terminal.say(ScenarioInput.verdict(scenario, flawed));
                }
                yield ExitCode.FLAWS;
            }
        };
    }

    private void tellNotes(Reading reading) {
        reading.notes().forEach(note -> terminal.out().println(terminal.outQuiet(ScenarioInput.note(scenario, note))));
    }

    private static String contents(ScenarioContents contents) {
        Scenario scenario = contents.scenario();
        return scenario.name() + ": " + Counted.of(contents.openOrders().size(), "open order") + ", "
                + Counted.of(scenario.products().size(), "product") + ", "
                + Counted.of(scenario.lines().size(), "line") + ", "
                + steps(scenario.planning())
                + Counted.of(scenario.horizon().weeks(), "week") + " from "
                + scenario.horizon().start() + ".";
    }

    private static String steps(Planning planning) {
        return planning.steps().isEmpty() ? "" : Counted.of(planning.steps().size(), "step") + " that may be decided, ";
    }

    private String json(Reading reading) {
        return JsonText.of(to -> {
            to.writeStartObject();
            to.writeStringField("scenario", scenario.toString());
            switch (reading) {
                case Reading.Sound sound -> {
                    to.writeBooleanField("sound", true);
                    flaws(to, "flaws", List.of());
                    to.writeNumberField("more", 0);
                    flaws(to, "notes", sound.notes());
                }
                case Reading.Flawed flawed -> {
                    to.writeBooleanField("sound", false);
                    flaws(to, "flaws", flawed.flaws());
                    to.writeNumberField("more", flawed.more());
                    flaws(to, "notes", flawed.notes());
                }
            }
            to.writeEndObject();
        });
    }

    private static void flaws(JsonGenerator to, String name, List<Flaw> flaws) throws IOException {
        to.writeArrayFieldStart(name);
        for (Flaw flaw : flaws) {
            to.writeStartObject();
            to.writeStringField("file", flaw.file());
            to.writeNumberField("line", flaw.line());
            to.writeNumberField("column", flaw.column());
            to.writeStringField("found", flaw.found());
            to.writeStringField("expected", flaw.expected());
            to.writeStringField("maybe", flaw.maybe());
            to.writeEndObject();
        }
        to.writeEndArray();
    }
}
