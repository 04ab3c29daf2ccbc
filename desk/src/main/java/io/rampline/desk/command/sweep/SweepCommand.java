package io.rampline.desk.command.sweep;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.SweepFiles;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.OutFolder;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.ThreadsOption;
import io.rampline.desk.futures.ClusterDoor;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.desk.futures.SweepRun;
import io.rampline.desk.futures.ThreadCluster;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep}: many scenarios, each in the futures of many seeds. */
@Command(
        name = "sweep",
        description = {
            "Lives through the futures of many scenarios under many seeds, in one job.",
            "",
            "Writes sweep.parquet, one row for each group of orders, and summary.csv, one row for each scenario and seed."
                    + " Threads and Spark give the same files to the bit. Ctrl-C ends with the cases that are complete."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline sweep plan-a plan-b plan-c --seeds 1..20 --out compared",
            "  rampline sweep scenarios/* --seeds 1..5 --futures 10000 --spark spark://cluster:7077"
        })
public final class SweepCommand implements Callable<Integer> {
    private static final int FUTURES_MAX = 10_000_000;
    private static final int SCENARIOS_MAX = 1_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "The scenario folders.")
    private List<Path> scenarios = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "S",
            description = "Such as 1..20 or 1,2,5..9. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private String seeds = "1";

    @Option(
            names = {"-n", "--futures"},
            paramLabel = "N",
            description = "So many futures of each scenario and seed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private int futures;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "On Apache Spark: local[2], or a cluster as spark://host:7077.")
    private @Nullable String spark;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the files go; made when it is not there. Default: ${DEFAULT-VALUE}.",
            defaultValue = "rampline-out/sweep")
    private Path out = Path.of("");

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing but faults.")
    private boolean quiet;

    public SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Long> wanted = checked();
        OutFolder.of(out, scenarios);
        try (Steps steps = new Steps(terminal, quiet);
                Cluster cluster = cluster(steps)) {
            List<SweepRun.Book> books = new ArrayList<>();
            for (Path scenario : scenarios) {
                books.add(book(scenario, steps));
            }
            int told = sweep(cluster, books, wanted, steps);
            steps.end();
            if (!quiet) {
                print(told, books.size() * wanted.size());
            }
            return ExitCode.OK;
        } catch (CannotWrite | ClusterFault fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (IOException fault) {
            throw new CommandFault(ExitCode.FILES, "cannot write to " + out + ": " + fault.getMessage(), fault);
        }
    }

    private List<Long> checked() {
        List<Long> wanted = Seeds.find(seeds).orElse(List.of());
        expect(!wanted.isEmpty(), "--seeds " + seeds, "at most " + Seeds.SEEDS_MAX + " seeds, such as 1..20");
        expect(futures >= 1 && futures <= FUTURES_MAX, "--futures " + futures, "1 to " + FUTURES_MAX);
        threads.check();
        expect(scenarios.size() <= SCENARIOS_MAX, scenarios.size() + " scenarios", "at most " + SCENARIOS_MAX);
        expect(
                new HashSet<>(scenarios).size() == scenarios.size(),
                "a scenario twice",
                "each once; its name tells its rows from those of the others");
        return wanted;
    }

    private static void expect(boolean holds, String found, String expected) {
        if (!holds) {
            throw new CommandFault(ExitCode.USAGE, "found " + found + ", expected " + expected);
        }
    }

    private Cluster cluster(Steps steps) {
        if (spark == null) {
            return new ThreadCluster(threads.running());
        }
        steps.begin("Joining Spark at " + spark);
        return ClusterDoor.join(spark);
    }

    private SweepRun.Book book(Path scenario, Steps steps) {
        ScenarioContents contents = ScenarioInput.read(scenario, terminal, steps);
        steps.begin("Promising every order of " + scenario);
        return new SweepRun.Book(
                scenario.toString(),
                new Snapshot(contents.scenario(), contents.openOrders(), contents.uncertainty(), Simulation.GROUPS),
                PromisedBook.promise(contents));
    }

    private int sweep(Cluster cluster, List<SweepRun.Book> books, List<Long> wanted, Steps steps) throws IOException {
        try (SweepFiles files = new SweepFiles(out);
                Interruption interruption = new Interruption()) {
            steps.begin("Living through " + futures + " futures of each of "
                    + Counted.of((long) books.size() * wanted.size(), "case"));
            int told = SweepRun.run(cluster, books, wanted, futures, new SweepRun.Audience() {
                @Override
                public void told(String book, FuturesReport report) throws IOException {
                    files.add(book, report);
                }

                @Override
                public boolean goOn(long done, long most) {
                    steps.report(done, most);
                    return !interruption.isAsked();
                }
            });
            steps.begin("Writing " + out);
            files.publish();
            return told;
        }
    }

    private void print(int told, int asked) {
        terminal.out()
                .println(terminal.outBold(String.format(
                        Locale.ROOT,
                        "%s of %s%s",
                        Counted.of(told, "case"),
                        Counted.of(futures, "future"),
                        told < asked ? ", ended early of " + asked : "")));
        terminal.out().println(terminal.outQuiet("→ " + out.resolve(SweepFiles.SUMMARY)));
        terminal.out().println(terminal.outQuiet("→ " + out.resolve(SweepFiles.GROUPS)));
    }
}
