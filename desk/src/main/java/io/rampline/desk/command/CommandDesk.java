package io.rampline.desk.command;

import io.rampline.desk.timetable.UnreadablePlan;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes what was typed to the command that is meant, and turns its end into an exit code. */
public final class CommandDesk {
    private CommandDesk() {}

    @Command(
            name = "rampline",
            description = {
                "Delivery dates that hold for an order book that has outgrown its factory.",
                "",
                "A scenario is a folder of plain files: what can be built, where, when and for whom."
            },
            synopsisSubcommandLabel = "COMMAND",
            commandListHeading = "%nCommands:%n",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "1:the scenario has flaws, or the audit found a difference",
                "2:the command was not understood",
                "3:something cannot be read or written",
                "4:the order is not in the book",
                "5:there is too little memory",
                "6:there is no such plan, or none was found",
                "70:a fault of the program itself",
                "130:ended by Ctrl-C; a command that searches has written the best it found"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  rampline demo                            the public case, some 440,000 orders",
                "  rampline new my-scenario                 a small scenario to start from",
                "  rampline check my-scenario               its flaws, all at once",
                "  rampline brief my-scenario --out out     promises and a briefing",
                "  rampline why my-scenario ORDER_ID        why one order comes so late",
                "  rampline what-if my-scenario --set line:L1@2026-W10=0   who gains and who loses",
                "  rampline timetable my-scenario --wait 12 --from 2026-W10   which steps, when, at which cost",
                "  rampline simulate my-scenario            how sure each date is, in many futures",
                "  rampline sweep plan-a plan-b --seeds 1..20   many scenarios, many seeds, also on a cluster",
                "  rampline sequence my-scenario            in which order the cars of frozen days go down the line",
                "  rampline money my-scenario               what customers paid, could claim back, and how cash runs",
                "",
                "Environment: NO_COLOR switches colours off; RAMPLINE_DEBUG=1 shows where a fault arose;",
                "RAMPLINE_JAVA_OPTS gives options to the JVM, such as -Xmx8g for more memory.",
                "From the source tree: ./rampline test runs every check there is, ./rampline bench measures."
            })
    static final class Root implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "found no command, expected one of those below");
        }
    }

    /**
     * Runs a command.
     *
     * @param version as {@code --version} shall print it
     * @param more commands besides those of this package
     * @return an {@link ExitCode}
     */
    public static int run(Terminal terminal, String version, List<Object> more, String... arguments) {
        try {
            return commandLine(terminal, version, more).execute(arguments);
        } catch (OutOfMemoryError exhausted) {
            if (terminal.debug()) {
                exhausted.printStackTrace(terminal.err());
            }
            terminal.say(terminal.errAlert(Memory.exhausted(exhausted)));
            return ExitCode.MEMORY;
        } catch (Error fault) {
            return faulty(terminal, fault);
        }
    }

    /**
     * What becomes of a fault in a thread beside the command. Want of memory ends the program: the command may be
     * waiting for that thread. What is said then is prepared, as there may be no memory left to say it with.
     */
    public static Thread.UncaughtExceptionHandler faultsBeside(Terminal terminal) {
        long heapBytesMax = Runtime.getRuntime().maxMemory();
        byte[] lastWords = ("rampline: " + terminal.errAlert(Memory.exhausted(heapBytesMax)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return (thread, fault) -> {
            if (fault instanceof OutOfMemoryError) {
                try {
                    terminal.err().write(lastWords, 0, lastWords.length);
                } finally {
                    Runtime.getRuntime().halt(ExitCode.MEMORY);
                }
            }
            faulty(terminal, fault);
        };
    }

    static CommandLine commandLine(Terminal terminal, String version, List<Object> more) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new BriefCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new NewCommand(terminal))
                .addSubcommand(new WhyCommand(terminal))
                .addSubcommand(new AlternativesCommand(terminal))
                .addSubcommand(new WhatIfCommand(terminal));
        more.forEach(line::addSubcommand);
        line.addSubcommand(new CompletionCommand(terminal));
        withStandardOptions(line, version);
        line.getSubcommands().values().forEach(command -> withStandardOptions(command, version));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outColours() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(96);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, arguments) -> misunderstood(terminal, fault));
        line.setExecutionExceptionHandler((fault, command, parsed) -> failed(terminal, fault));
        return line;
    }

    private static void withStandardOptions(CommandLine line, String version) {
        line.getCommandSpec().mixinStandardHelpOptions(true).version("rampline " + version);
        line.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n").parameterListHeading("%n");
    }

    private static int misunderstood(Terminal terminal, ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.say(terminal.errAlert(Misreading.words(fault)) + ". Maybe see: " + name + " --help");
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
        return ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, Exception fault) {
        if (fault instanceof CommandFault told) {
            if (terminal.debug()) {
                fault.printStackTrace(terminal.err());
            }
            terminal.say(terminal.errAlert(String.valueOf(told.getMessage())));
            return told.exitCode();
        }
        if (fault instanceof UnreadablePlan told) {
            String why = Unreadable.because(told.why());
            terminal.say(
                    terminal.errAlert("cannot read " + told.file() + ": " + why + ". Maybe the name is mistyped."));
            return ExitCode.FILES;
        }
        return faulty(terminal, fault);
    }

    private static int faulty(Terminal terminal, Throwable fault) {
        if (terminal.debug()) {
            fault.printStackTrace(terminal.err());
        }
        terminal.say(terminal.errAlert("a fault of the program: " + fault)
                + ". Maybe report it; RAMPLINE_DEBUG=1 shows where it arose.");
        return ExitCode.FAULT;
    }
}
