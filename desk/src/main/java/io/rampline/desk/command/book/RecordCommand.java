package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.scenario.PublicCommitments;
import io.rampline.factory.Network;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.credibility.Cohort.Grouping;
import io.rampline.orderbook.credibility.CohortRecord;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import io.rampline.orderbook.credibility.PromiseRecord;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.orderbook.credibility.RecordOfBook;
import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.NoticeRows;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "record",
        description = {
            "Says whether promises were kept, against the first date given.",
            "It does so for the orders of a book, cohort by cohort, and for what the maker said in public (outturn/commitments.csv of its scenario).",
            "With a SCENARIO it is about the public commitments in that folder alone, and needs no book."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline record                                the book in rampline-data, by week of lock",
            "  rampline record --by model,trim --grace 1      a week late still counts as kept",
            "  rampline record examples/xiaomi-2025           public commitments"
        })
final class RecordCommand implements Callable<Integer> {
    private static final int GRACE_WEEKS_MAX = 52;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "A scenario folder with outturn/commitments.csv.")
    private @Nullable Path scenario;

    @Mixin
    private BookPlace place = new BookPlace();

    /** What orders can be put together by. */
    enum By {
        WEEK,
        MARKET,
        MODEL,
        TRIM
    }

    @Option(
            names = "--by",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "WHAT,...",
            description =
                    "Put orders together by ${COMPLETION-CANDIDATES}; several with commas. Default: WEEK, of lock.")
    private List<By> by = new ArrayList<>();

    @Option(
            names = "--grace",
            paramLabel = "WEEKS",
            description = "How many weeks late still counts as kept. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private int graceWeeks;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge by what was known at the end of a day. Default: now, in the time of the book.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Counts and shares as JSON.")
    private boolean json;

    RecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The record as it is told. */
    record Told(
            LocalDate asOf,
            int graceWeeks,
            List<CohortRecord> cohorts,
            Optional<CohortRecord> all,
            List<Judgement> commitments) {}

    @Override
    public Integer call() {
        if (graceWeeks < 0 || graceWeeks > GRACE_WEEKS_MAX) {
            throw new CommandFault(
                    ExitCode.USAGE, "found a grace of " + graceWeeks + " weeks, expected 0 to " + GRACE_WEEKS_MAX);
        }
        Told told;
        try (Steps steps = new Steps(terminal, json)) {
            told = scenario == null ? ofBook(steps) : ofFolder(scenario, steps);
        }
        if (json) {
            terminal.out().print(RecordJson.of(told));
        } else {
            RecordTables.print(told, terminal);
        }
        return ExitCode.OK;
    }

    private Told ofFolder(Path folder, Steps steps) {
        ScenarioContents contents = ScenarioInput.read(folder, terminal, steps);
        LocalDate day = asOf == null ? contents.scenario().asOf() : asOf;
        return new Told(
                day, graceWeeks, List.of(), Optional.empty(), Commitments.judge(PublicCommitments.of(contents), day));
    }

    private Told ofBook(Steps steps) {
        try (BookPlace.Opened opened = place.look(steps, "judge")) {
            ScenarioContents contents = StoredScenario.read(opened.database(), steps);
            steps.begin("Reading the record of promises");
            try (Connection reader = opened.database().reader()) {
                long offset = Appender.head(reader).clockOffsetMicros();
                Bar bar = new Bar(asOfMicros(offset), graceWeeks);
                PromiseRecord record = RecordOfBook.read(reader, Network.ofBook(contents.scenario()), offset, bar);
                LocalDate day = TimeOfBook.day(bar.asOfMicros());
                return new Told(
                        day,
                        graceWeeks,
                        record.cohorts(grouping(), _ -> true, bar),
                        Optional.of(record.whole(bar)),
                        Commitments.judge(CommitmentLedger.of(NoticeRows.all(reader), day), day));
            }
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        }
    }

    private long asOfMicros(long clockOffsetMicros) {
        return asOf == null
                ? ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + clockOffsetMicros
                : TimeOfBook.startOfDayMicros(asOf.plusDays(1)) - 1;
    }

    private Grouping grouping() {
        Set<By> wanted = by.isEmpty() ? EnumSet.of(By.WEEK) : EnumSet.copyOf(by);
        return new Grouping(
                wanted.contains(By.WEEK),
                wanted.contains(By.MARKET),
                wanted.contains(By.MODEL),
                wanted.contains(By.TRIM));
    }
}
