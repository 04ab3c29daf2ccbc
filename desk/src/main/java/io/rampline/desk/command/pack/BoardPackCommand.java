package io.rampline.desk.command.pack;

import io.rampline.desk.command.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code board-pack}: the whole case of a scenario. */
@Command(
        name = "board-pack",
        description = {
            "Writes the whole case of a scenario: the briefing with windows, the timetable that keeps what is guaranteed,"
                    + " when the next market can open, the money, the first frozen day of the line, what was said in public"
                    + " and what came of it; and a front page with all answers.",
            "",
            "All parts come from one promised book. What a scenario has no files for is left out:"
                    + " steps.csv and guarantees.csv, openings.csv, deposits.toml, line_rules.csv, outturn/commitments.csv."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline board-pack examples/heat-pumps --out pack",
            "  rampline board-pack my-scenario --lang de --open"
        })
public final class BoardPackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Mixin
    private PackOptions options = new PackOptions();

    public BoardPackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PackRun(terminal, scenario, options.report().folder(scenario), options).run();
    }
}
