package io.rampline.desk.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Briefs on the public case of Xiaomi EV in July 2025: some 440,000 open orders.",
            "The same as: rampline brief examples/xiaomi-2025 --out rampline-out/demo"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  rampline demo", "  rampline demo --lang de --open"})
final class DemoCommand implements Callable<Integer> {
    private static final String SCENARIO = "examples/xiaomi-2025";

    private final Terminal terminal;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the briefing goes. Default: ${DEFAULT-VALUE}.",
            defaultValue = "rampline-out/demo")
    private Path out = Path.of("rampline-out", "demo");

    @Mixin
    private BriefCommand.BriefOptions options = new BriefCommand.BriefOptions();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // The launcher names the folder in which Rampline lies; the examples lie in it.
        Path home = Path.of(System.getProperty("rampline.home", ""));
        Path scenario = home.resolve(SCENARIO);
        if (!Files.isDirectory(scenario)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "found no " + scenario + ", which the demo is about. Maybe start ./rampline from its source tree.");
        }
        return BriefCommand.brief(terminal, scenario, out, options);
    }
}
