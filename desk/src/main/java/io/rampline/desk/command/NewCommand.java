package io.rampline.desk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Writes a small commented scenario that runs, to be changed into your own.",
        footerHeading = "%nExample:%n",
        footer = {"  rampline new my-scenario", "  rampline brief my-scenario"})
final class NewCommand implements Callable<Integer> {
    static final List<String> FILES = List.of(
            "scenario.toml",
            "products.csv",
            "lines.csv",
            "ramps.csv",
            "calendar.csv",
            "parts.csv",
            "bill.csv",
            "supply.csv",
            "options.csv",
            "markets.csv",
            "demand.csv",
            "steps.csv",
            "gains.csv",
            "guarantees.csv",
            "order_counts.csv",
            "deliveries.csv",
            "deposits.toml");

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new CommandFault(
                        ExitCode.FILES,
                        folder + ": found " + (Files.isDirectory(folder) ? "a folder with files in it" : "a file")
                                + ", expected an empty or a new folder. Maybe choose another name: nothing is overwritten.");
            }
            Files.createDirectories(folder);
            for (String name : FILES) {
                try (InputStream template = NewCommand.class.getResourceAsStream("new/" + name)) {
                    if (template == null) {
                        throw new IllegalStateException("found no template " + name + " in the program");
                    }
                    Files.copy(template, folder.resolve(name));
                }
            }
        } catch (IOException fault) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "cannot write to " + folder + ": " + fault.getMessage() + ". Maybe choose another folder.",
                    fault);
        }
        terminal.out().println("Wrote " + Counted.of(FILES.size(), "file") + " to " + folder + ". Next:");
        terminal.out().println("  rampline check " + folder);
        terminal.out().println("  rampline brief " + folder);
        terminal.out().println("  rampline timetable " + folder);
        return ExitCode.OK;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
