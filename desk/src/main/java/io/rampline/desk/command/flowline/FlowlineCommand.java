package io.rampline.desk.command.flowline;

import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.FlowlineFiles;
import io.rampline.desk.briefing.file.FlowlineJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.ThreadsOption;
import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.desk.flowline.FlowlineRun;
import io.rampline.desk.flowline.LinesCsv;
import io.rampline.factory.FlowLine;
import io.rampline.factory.Scenario;
import io.rampline.intake.FlowLines;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.flowline.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flowline}: what the stations of a line let through. */
@Command(
        name = "flowline",
        description = {
            "Runs a line as stations behind one another: what it lets through, what holds it back, what would help.",
            "",
            "The stations stand in stations.csv of the scenario, or in a file of that form: cycle times, places, buffers,"
                    + " breakdowns, rework. Says which OEE that makes beside the one of the scenario, and how much a week"
                    + " strays for it. The same seed gives the same files, on any number of threads. Ctrl-C tries no"
                    + " more changes and writes what there is; exit code 130 then."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline flowline examples/flow-line --out flow",
            "  rampline flowline my-scenario --line F1 --hours 2000 --replications 40",
            "  rampline flowline body-shop.csv --no-effects",
            "  rampline flowline my-scenario --json | jq '.lines[0].oee_simulated'"
        })
public final class FlowlineCommand implements Callable<Integer> {
    private static final int REPLICATIONS_MAX = 1_000;
    private static final int FIND_OUT = -1;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO|FILE", description = "The scenario folder, or a file like its stations.csv.")
    private Path input = Path.of("");

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "Only this line. Default: all of which there are stations.")
    private @Nullable String only;

    @Option(
            names = "--hours",
            paramLabel = "H",
            description = "Hours of staffed time that count in each run. Default: ${DEFAULT-VALUE}.",
            defaultValue = "500")
    private int hours;

    @Option(
            names = "--warm-up",
            paramLabel = "H",
            description = "Hours before that, in which the empty line fills. Default: found out by trial.")
    private int warmUp = FIND_OUT;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "N",
            description = "Independent runs. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private int replications;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which runs: the same seed, the same ones. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--no-effects", description = "Tries no changes.")
    private boolean noEffects;

    @Mixin
    private ReportOptions options = new ReportOptions();

    public FlowlineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is run. */
    private record Input(String name, Optional<Scenario> scenario, List<FlowLine> lines) {}

    @Override
    public Integer call() {
        checkNumbers();
        Path folder = options.folder(input);
        try (Steps steps = new Steps(terminal, options.quiet())) {
            Input read = chosen(read(steps));
            FlowlineReport report = run(read, steps);
            steps.begin("Writing " + folder);
            FlowlineFiles.write(folder, report, linesCsv(report), options.texts());
            steps.end();
            if (options.json()) {
                terminal.out().print(FlowlineJson.of(report));
            } else if (!options.quiet()) {
                new FlowlineLines(terminal, new Speech(options.texts())).print(report, folder);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        }
    }

    private Input read(Steps steps) {
        if (!Files.isRegularFile(input)) {
            ScenarioContents contents = ScenarioInput.read(input, terminal, steps);
            return new Input(contents.scenario().name(), Optional.of(contents.scenario()), contents.flowLines());
        }
        steps.begin("Reading " + input);
        return switch (FlowLines.read(input)) {
            case FlowLines.Read.Sound sound ->
                new Input(input.getFileName().toString(), Optional.empty(), sound.lines());
            case FlowLines.Read.Flawed flawed -> {
                steps.end();
                flawed.flaws().flaws().forEach(flaw -> terminal.err().println(flaw));
                throw new CommandFault(
                        ExitCode.FLAWS, input + " has flaws. docs/scenario-format.md says what stations.csv holds.");
            }
        };
    }

    private Input chosen(Input read) {
        List<FlowLine> chosen = read.lines().stream()
                .filter(line -> only == null || line.name().equals(only))
                .toList();
        if (chosen.isEmpty()) {
            String known = read.lines().isEmpty()
                    ? "no stations in " + input
                            + ", expected stations.csv there. docs/scenario-format.md says what it holds."
                    : "no stations of line " + only + ", expected one of "
                            + String.join(
                                    ", ",
                                    read.lines().stream().map(FlowLine::name).toList());
            throw new CommandFault(ExitCode.USAGE, "found " + known);
        }
        return new Input(read.name(), read.scenario(), chosen);
    }

    private FlowlineReport run(Input read, Steps steps) {
        steps.begin("Running " + replications + " times " + hours + " hours");
        int running = threads.running();
        FlowlineRun.Asked asked = new FlowlineRun.Asked(hours, warmUp, replications, seed, running, !noEffects);
        try (Interruption interruption = new Interruption();
                FlowlineRun run = new FlowlineRun(asked, (done, all) -> {
                    steps.report(done, all);
                    return !interruption.isAsked();
                })) {
            List<OfLine> lines = run.run(read.lines());
            return new FlowlineReport(read.name(), read.scenario(), seed, lines);
        }
    }

    /** The scenario's own lines.csv with what the stations give, to be put in its place. */
    private Optional<String> linesCsv(FlowlineReport report) {
        Map<String, Double> oee = new TreeMap<>();
        for (OfLine line : report.lines()) {
            line.oee().ifPresent(found -> oee.put(line.line().name(), found.toState()));
        }
        if (report.scenario().isEmpty() || oee.isEmpty()) {
            return Optional.empty();
        }
        Path file = input.resolve("lines.csv");
        try {
            return Optional.of(LinesCsv.with(Files.readString(file), oee));
        } catch (IOException fault) {
            throw new CommandFault(ExitCode.FILES, "cannot read " + file + " again: " + fault.getMessage(), fault);
        }
    }

    private void checkNumbers() {
        expect(hours >= 1 && hours <= Span.HOURS_MAX, "--hours " + hours, "1 to " + Span.HOURS_MAX);
        expect(warmUp >= FIND_OUT && warmUp <= Span.HOURS_MAX, "--warm-up " + warmUp, "0 to " + Span.HOURS_MAX);
        expect(
                replications >= 2 && replications <= REPLICATIONS_MAX,
                "--replications " + replications,
                "2 to " + REPLICATIONS_MAX);
        threads.check();
    }

    private static void expect(boolean holds, String found, String expected) {
        if (!holds) {
            throw new CommandFault(ExitCode.USAGE, "found " + found + ", expected " + expected);
        }
    }
}
