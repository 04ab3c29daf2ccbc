package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.LineDayFiles;
import io.rampline.desk.briefing.file.LineDaysJson;
import io.rampline.desk.briefing.file.TextFiles;
import io.rampline.desk.briefing.file.TextFiles.TextFile;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.OutFolder;
import io.rampline.desk.command.PrintOptions;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.lineday.CannotKeep;
import io.rampline.desk.lineday.CannotMove;
import io.rampline.desk.lineday.KeptOrder;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.form.EarlierOrder;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import io.rampline.sequence.shop.DayPicture;
import io.rampline.sequence.shop.ShopFloor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sequence}: in which order the cars go down the line. */
@Command(
        name = "sequence",
        description = {
            "Puts the cars of a day in the order that keeps stations and paint shop happy.",
            "",
            "Of a scenario: the cars promised for the frozen weeks are levelled over their days, and each day is put in"
                    + " order behind the day before. No car leaves the week it is promised for. Writes pages, a table for"
                    + " the shop floor and line-days.json into the folder --out.",
            "",
            "Writes the sequence in the form that belongs to the day's form, and beside it result.json, a table for the"
                    + " shop floor (shop-floor.csv) and a picture (sequence.svg). The result is checked"
                    + " by an account of its own. Ctrl-C ends the search with the best sequence found; exit code 130 then."
                    + " Exit code 6 when no order of the cars is allowed, or none was found that keeps all places and"
                    + " batches; the message says which."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline sequence examples/xiaomi-2025 --line F1 --week 2025-W28 --out days",
            "  rampline sequence my-scenario --line L1 --day 3 --why X-000017",
            "  rampline sequence my-scenario --keep days/line-days.json --late X-000017=day4",
            "  rampline sequence my-day --format roadef2005 --seconds 60 --seed 1 --out plan/order.txt",
            "  rampline sequence prob001.txt --format csplib --seconds 10",
            "  rampline sequence my-day --format roadef2005 --moves 20000000   the same on every machine",
            "  rampline sequence my-plant --format plant --line L1 --why car-0815",
            "  rampline sequence my-plant --format plant --keep old/sequence.txt --exchanges 3"
        })
public final class SequenceCommand implements Callable<Integer> {
    private static final String RESULT = "result.json";
    private static final String PICTURE = "sequence.svg";
    private static final String TABLE = "shop-floor.csv";
    private static final double SECONDS_USUAL = 60;

    private final Terminal terminal;

    @Parameters(paramLabel = "DAY", description = "The folder or file of the day.")
    private Path instance = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "The form of the day: ${COMPLETION-CANDIDATES}. Default: what it looks like.")
    private @Nullable SequenceFormat typed;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description =
                    "Ends the search after so many seconds; each day of a scenario has as many. Default: 60, or never when there is --moves; a scenario has --moves 3000000.")
    private @Nullable Double seconds;

    @Option(
            names = "--moves",
            paramLabel = "N",
            description =
                    "Ends the search after so many moves, to the move: the same number gives the same sequence on every machine.")
    private @Nullable Long moves;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where the dice begin. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed = 1;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            converter = OutPlace.Converter.class,
            description =
                    "The sequence; " + RESULT
                            + " is written beside it. A name that ends in / is a folder, which gets sequence.txt. Default: rampline-out/NAME/sequence.txt. Of a scenario the folder: rampline-out/NAME/line.")
    private @Nullable OutPlace out;

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description =
                    "Which line of a plant that has several. Cars that name no line are dealt to the lines evenly.",
            defaultValue = "")
    private String line = "";

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description =
                    "An earlier sequence, or the line-days.json of a scenario's days, of which cars may have dropped out: it is put right by as few exchanges as possible, without a search. Says how many cars are kept, gone and new; a sequence that names no car of the day is a flaw.")
    private @Nullable Path keep;

    @Option(
            names = "--exchanges",
            paramLabel = "N",
            description = "Most exchanges of two cars that --keep may make. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int exchanges = 10;

    @Option(
            names = "--why",
            paramLabel = "CAR",
            description = "Says why this car stands where it stands; may be given several times.")
    private List<String> questioned = List.of();

    @ArgGroup(validate = false, heading = "%nOf a scenario:%n")
    private ScenarioOptions ofScenario = new ScenarioOptions();

    @Mixin
    private PrintOptions printed = new PrintOptions();

    public SequenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        expect(seconds == null || seconds > 0, "--seconds " + seconds, "a number above 0");
        expect(moves == null || moves > 0, "--moves " + moves, "a whole number above 0");
        SequenceFormat format = typed == null ? SequenceFormat.of(instance) : typed;
        if (format == SequenceFormat.scenario) {
            return scenario();
        }
        SequenceInput input = SequenceInput.read(instance, format, line);
        Path file = outFile(input.day().name());
        try (Steps steps = new Steps(terminal, printed.quiet());
                Interruption interruption = new Interruption()) {
            Path earlier = keep;
            Outcome outcome = earlier == null ? seek(input, format, steps, interruption) : mend(input, format, earlier);
            steps.begin(speech().say("progress.writing", file));
            write(file, input, outcome);
            steps.end();
            if (printed.json()) {
                terminal.out().print(ResultJson.of(outcome));
            } else if (!printed.quiet()) {
                new OutcomeLines(terminal, outcome, speech()).print(file, questioned);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (NoSequence | CannotKeep fault) {
            throw new CommandFault(ExitCode.NO_PLAN, fault);
        }
    }

    private Speech speech() {
        return new Speech(printed.texts());
    }

    private static void expect(boolean holds, String found, String expected) {
        if (!holds) {
            throw new CommandFault(ExitCode.USAGE, "found " + found + ", expected " + expected);
        }
    }

    private int scenario() {
        Path name = instance.toAbsolutePath().normalize().getFileName();
        Path usual = Path.of("rampline-out", name == null ? "scenario" : name.toString(), "line");
        Path folder = OutFolder.of(out == null ? usual : out.path(), List.of(instance));
        try (Steps steps = new Steps(terminal, printed.quiet());
                Interruption interruption = new Interruption()) {
            LineDaysReport report = new ScenarioDays(terminal, steps, interruption, speech(), ofScenario)
                    .order(new ScenarioDays.Wish(
                            instance,
                            Optional.ofNullable(line.isEmpty() ? null : line),
                            Optional.ofNullable(seconds),
                            Optional.ofNullable(moves),
                            seed,
                            Optional.ofNullable(keep),
                            exchanges));
            steps.begin(speech().say("progress.writing", folder));
            LineDayFiles.write(folder, report, printed.texts());
            steps.end();
            if (printed.json()) {
                terminal.out().print(LineDaysJson.of(report));
            } else if (!printed.quiet()) {
                new LineDayLines(terminal, report, printed.texts()).print(folder, questioned);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (NoSequence | CannotKeep | CannotMove fault) {
            throw new CommandFault(ExitCode.NO_PLAN, fault);
        }
    }

    private Path outFile(String name) {
        OutPlace place = out == null ? new OutPlace(Path.of("rampline-out", name), true) : out;
        Path file = place.isFolder() ? place.path().resolve("sequence.txt") : place.path();
        Path folder = file.getParent();
        OutFolder.of(folder == null ? Path.of("") : folder, List.of());
        if (SequenceInput.isRead(instance, file)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "cannot write to " + file + ": the command reads it. Maybe choose another name with --out; nothing"
                            + " was changed.");
        }
        return file;
    }

    private Outcome seek(SequenceInput input, SequenceFormat format, Steps steps, Interruption interruption)
            throws NoSequence {
        steps.begin(speech().say("progress.sequence"));
        double limit = seconds != null ? seconds : moves != null ? Double.POSITIVE_INFINITY : SECONDS_USUAL;
        Stopwatch watch = new Stopwatch(
                input.day(), steps, interruption, speech(), limit, moves == null ? Long.MAX_VALUE : moves);
        Found found = Search.run(input.day(), seed, watch, watch);
        double took = watch.seconds();
        Verdict verdict = SequenceCheck.of(input.day(), found.order());
        if (!verdict.isAllowed() || !verdict.counts().equals(found.counts())) {
            throw new IllegalStateException("the check found " + verdict + ", the search " + found.counts());
        }
        return new Outcome(input.day(), format, seed, Optional.empty(), found, verdict, took, watch.bestSeconds());
    }

    private Outcome mend(SequenceInput input, SequenceFormat format, Path earlier) throws CannotKeep {
        LineDay day = input.day();
        EarlierOrder kept = SequenceInput.earlier(earlier, day, format);
        Found found = KeptOrder.of(day, kept.order(), exchanges);
        return new Outcome(day, format, seed, Optional.of(kept), found, SequenceCheck.of(day, found.order()), 0, 0);
    }

    private static void write(Path file, SequenceInput input, Outcome outcome) throws CannotWrite {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || List.of(RESULT, PICTURE, TABLE).contains(name.toString())) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found --out " + file + ", expected the name of a file other than " + RESULT + ", " + PICTURE + ", "
                            + TABLE);
        }
        TextFiles.write(
                folder,
                List.of(
                        new TextFile(
                                name.toString(),
                                input.official().apply(outcome.found().order()),
                                input.charset()),
                        new TextFile(RESULT, ResultJson.of(outcome), StandardCharsets.UTF_8),
                        new TextFile(
                                TABLE,
                                ShopFloor.table(input.day(), outcome.found().order()),
                                StandardCharsets.UTF_8),
                        new TextFile(
                                PICTURE,
                                DayPicture.of(input.day(), outcome.found().order()),
                                StandardCharsets.UTF_8)));
    }
}
