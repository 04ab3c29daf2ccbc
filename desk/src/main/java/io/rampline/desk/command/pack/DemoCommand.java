package io.rampline.desk.command.pack;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: the whole public case. */
@Command(
        name = "demo",
        description = {
            "The whole public case of Xiaomi EV in July 2025: some 440,000 open orders.",
            "The same as: rampline board-pack examples/xiaomi-2025 --out rampline-out/demo"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  rampline demo", "  rampline demo --lang de --open"})
public final class DemoCommand implements Callable<Integer> {
    private static final String SCENARIO = "examples/xiaomi-2025";

    private final Terminal terminal;

    @Mixin
    private PackOptions options = new PackOptions();

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // The launcher names the folder in which Rampline lies; the examples lie in it.
        Path home = Path.of(System.getProperty("rampline.home", ""));
        Path scenario = home.resolve(SCENARIO);
        Path folder = options.report().folderNamed("demo", List.of(scenario));
        if (!Files.isDirectory(scenario)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "found no " + scenario + ", which the demo is about. Maybe start ./rampline from its source tree.");
        }
        return new PackRun(terminal, scenario, folder, options).run();
    }
}
