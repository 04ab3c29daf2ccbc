package io.rampline.desk.command.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.LiveWindowFiles;
import io.rampline.desk.briefing.file.SimulationFiles;
import io.rampline.desk.briefing.file.SimulationJson;
import io.rampline.desk.briefing.page.SimulationWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.ThreadsOption;
import io.rampline.desk.command.book.BookInFutures;
import io.rampline.desk.command.book.BookPlace;
import io.rampline.desk.command.book.WindowsByDesk;
import io.rampline.desk.futures.ClusterDoor;
import io.rampline.desk.futures.ClusterRun;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.desk.futures.FuturesRun.Watcher;
import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.timetable.KeptPlan;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.ScenarioContents;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate}: how sure each date is. */
@Command(
        name = "simulate",
        description = {
            "Says how sure each date is: the book in many futures of output, arrivals, demand and cancellations.",
            "",
            "Without a SCENARIO it is about a book: its open orders, with the capacities it has been set to; windows are taken at"
                    + " the level that kept and missed ones of this book have taught.",
            "",
            "How far these stray from the plan stands in uncertainty.toml of the scenario, or is assumed. Every open order gets"
                    + " a window of weeks, every guarantee a probability. The same seed gives the same futures, on any"
                    + " number of threads. Ctrl-C ends with the futures there are; exit code 130 then."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline simulate examples/xiaomi-2025 --out futures",
            "  rampline simulate my-scenario --futures 2000 --seed 7",
            "  rampline simulate my-scenario --plan plan/timetable.json --wait 12 --from 2026-W27",
            "  rampline simulate my-scenario --futures 100000 --spark spark://cluster:7077",
            "  rampline simulate my-scenario --precision 0 --json | jq .all_guarantees_probability",
            "  rampline simulate --data rampline-data               the orders of a book as it stands",
            "  RAMPLINE_TOKEN=... rampline simulate --at http://localhost:8787"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int FUTURES_MAX = 10_000_000;
    private static final int FUTURES_USUAL = 10_000;
    private static final double PRECISION_USUAL = 0.01;
    private static final double PRECISION_MAX = 0.5;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "The scenario folder. Without it: the book of --data or --database, or the one served at --at.")
    private @Nullable Path scenario;

    @Mixin
    private BookPlace place = new BookPlace();

    @Option(
            names = "--at",
            paramLabel = "URL",
            description = "Address of a desk that serves a book; it counts. The token stands in RAMPLINE_TOKEN.")
    private @Nullable String at;

    @Option(
            names = {"-n", "--futures"},
            paramLabel = "N",
            description = "So many futures; with --precision at most so many. Default: " + FUTURES_USUAL
                    + " at most, with --precision " + PRECISION_USUAL + ".")
    private @Nullable Integer futuresAsked;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which futures: the same seed, the same ones. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "Ends early when probabilities are known to within this and windows stand; 0 for never. Default: "
                            + PRECISION_USUAL + ", or 0 when there is --futures.")
    private @Nullable Double precisionAsked;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The timetable.json of a plan: its steps start and its markets open as it says.")
    private @Nullable Path plan;

    @Option(
            names = "--wait",
            paramLabel = "WEEKS",
            description = "A guarantee in place of those of the scenario: nobody who orders waits longer than this.")
    private @Nullable Integer wait;

    @Option(
            names = "--from",
            paramLabel = "WEEK",
            description = "First week of orders that --wait is about. Default: the first of the horizon.")
    private @Nullable String from;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "Lives through them on Apache Spark: local[2], or a cluster as spark://host:7077. The files are the"
                            + " same to the bit.")
    private @Nullable String spark;

    @Mixin
    private ReportOptions options = new ReportOptions();

    public SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkNumbers();
        Path named = scenario;
        if (named == null || at != null) {
            return ofBook(named);
        }
        Path folder = options.folder(named);
        try (Steps steps = new Steps(terminal, options.quiet())) {
            ScenarioContents contents = asked(ScenarioInput.read(named, terminal, steps));
            steps.begin(speech().say("progress.promising"));
            PromisedBook book = PromisedBook.promise(contents);
            FuturesReport report = live(contents, book, folder, steps);
            steps.end();
            if (options.json()) {
                terminal.out().print(SimulationJson.of(report));
            } else if (!options.quiet()) {
                print(report, folder);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (ClusterFault fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (MistakenQuestion fault) {
            throw new CommandFault(ExitCode.USAGE, fault);
        }
    }

    /** The book of a place, or of a desk. */
    private int ofBook(@Nullable Path named) {
        expect(named == null, "a SCENARIO and --at", "one of both");
        expect(plan == null && wait == null, "--plan or --wait without a SCENARIO", "a scenario folder with them");
        expect(spark == null, "--spark without a SCENARIO", "a scenario folder with it");
        LiveBookLines lines = new LiveBookLines(terminal, speech());
        try (Steps steps = new Steps(terminal, options.quiet());
                Interruption interruption = new Interruption()) {
            if (at != null) {
                JsonNode told = new WindowsByDesk(at, System.getenv()).count(steps, speech());
                steps.end();
                if (options.json()) {
                    terminal.out().println(told.toPrettyString());
                } else if (!options.quiet()) {
                    lines.print(told);
                }
                return ExitCode.OK;
            }
            BookInFutures.Told told = BookInFutures.count(
                    place,
                    new LiveCount.Asked(futures(), seed, precision()),
                    threads.running(),
                    steps,
                    speech(),
                    interruption::isAsked);
            Path folder = options.folderOfBook(told.name());
            steps.begin(speech().say("progress.writing", folder));
            LiveWindowFiles.write(folder, told.count(), told.learnt());
            steps.end();
            String json = LiveWindowFiles.json(told.count(), told.learnt());
            if (options.json()) {
                terminal.out().print(json);
            } else if (!options.quiet()) {
                lines.print(json);
                terminal.out().println(terminal.outQuiet("→ " + folder.resolve(LiveWindowFiles.WINDOWS)));
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        }
    }

    private Speech speech() {
        return new Speech(options.texts());
    }

    private int futures() {
        return futuresAsked == null ? FUTURES_USUAL : futuresAsked;
    }

    /** Whoever names a number of futures gets them all, unless a precision is named as well. */
    private double precision() {
        if (precisionAsked != null) {
            return precisionAsked;
        }
        return futuresAsked == null ? PRECISION_USUAL : 0;
    }

    /** The scenario with the plan carried out and the guarantee that is asked about. */
    private ScenarioContents asked(ScenarioContents read) {
        Scenario asked = read.scenario();
        if (plan != null) {
            asked = asked.with(KeptPlan.read(plan, asked));
        }
        if (wait != null) {
            asked = asked.guaranteeing(List.of(guarantee(wait, asked)));
        }
        return new ScenarioContents(
                asked,
                read.uncertainty(),
                read.lineRules(),
                read.flowLines(),
                read.openOrders(),
                read.history(),
                read.outturn(),
                read.sources());
    }

    private Guarantee guarantee(int weeks, Scenario asked) {
        expect(weeks >= 0 && weeks <= Horizon.WEEKS_MAX, "--wait " + weeks, "0 to " + Horizon.WEEKS_MAX);
        int first = 0;
        if (from != null) {
            Optional<Week> week = Week.find(from);
            expect(week.isPresent(), "--from " + from, "an ISO week such as 2026-W10");
            first = Math.max(0, asked.horizon().bucket(week.orElseThrow()));
        }
        return new Guarantee(Optional.empty(), Optional.empty(), weeks, first);
    }

    private void checkNumbers() {
        expect(from == null || wait != null, "--from without --wait", "both");
        expect(futures() >= 1 && futures() <= FUTURES_MAX, "--futures " + futures(), "1 to " + FUTURES_MAX);
        threads.check();
        expect(
                precision() >= 0 && precision() < PRECISION_MAX,
                "--precision " + precision(),
                "0 to less than " + PRECISION_MAX + ", such as 0.01 for one point");
    }

    private static void expect(boolean holds, String found, String expected) {
        if (!holds) {
            throw new CommandFault(ExitCode.USAGE, "found " + found + ", expected " + expected);
        }
    }

    private FuturesReport live(ScenarioContents contents, PromisedBook book, Path folder, Steps steps)
            throws CannotWrite {
        steps.begin(speech().say("progress.lining-up"));
        Snapshot snapshot =
                new Snapshot(contents.scenario(), contents.openOrders(), contents.uncertainty(), Simulation.GROUPS);
        Simulation simulation = snapshot.simulation(seed);
        Asked asked =
                new Asked(futures(), threads.running(), contents.scenario().confidence(), precision());
        try (Interruption interruption = new Interruption()) {
            Watcher watcher = (done, most) -> {
                steps.report(done, most);
                return !interruption.isAsked();
            };
            Outcome outcome = spark == null
                    ? onThreads(simulation, asked, watcher, steps)
                    : onSpark(spark, snapshot, simulation, asked, watcher, steps);
            FuturesReport report = FuturesReport.of(book, seed, outcome);
            steps.begin(speech().say("progress.writing", folder));
            SimulationFiles.write(folder, report, options.texts());
            return report;
        }
    }

    private Outcome onThreads(Simulation simulation, Asked asked, Watcher watcher, Steps steps) {
        steps.begin(speech().say("progress.futures", speech().count("simulated.futures", futures())));
        return FuturesRun.run(simulation, asked, watcher);
    }

    private Outcome onSpark(
            String master, Snapshot snapshot, Simulation simulation, Asked asked, Watcher watcher, Steps steps) {
        steps.begin(speech().say("progress.spark", master));
        try (Cluster cluster = ClusterDoor.join(master)) {
            steps.begin(speech().say("progress.futures.spark", speech().count("simulated.futures", futures())));
            return ClusterRun.run(cluster, snapshot, simulation, asked, watcher);
        }
    }

    private void print(FuturesReport report, Path folder) {
        var print = terminal.out();
        SimulationWords words = new SimulationWords(report, speech());
        print.println(terminal.outBold(words.title()));
        words.lines().forEach(line -> print.printf(Locale.ROOT, "  %-24s %s%n", line.name(), line.value()));
        print.println(terminal.outQuiet("→ " + folder.resolve(SimulationFiles.PAGE)));
    }
}
