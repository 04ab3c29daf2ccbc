package io.rampline.intake;

import io.rampline.factory.Week;
import io.rampline.intake.CountedPast.CapacityFact;
import io.rampline.intake.CountedPast.LockCount;
import io.rampline.intake.CountedPast.RestWeek;
import io.rampline.intake.csv.CellTime;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@link CountedPast} from a folder that {@link ScenarioFolder} has read without a flaw. */
public final class CountedPastFiles {
    static final String CAPACITY_FACTS = OutturnFiles.FOLDER + "/capacity_facts.csv";

    private static final double UNITS_MAX = 1_000_000;
    private static final double WEEKS_MAX = 520;

    private static final Shape FACTS_SHAPE = Shape.of(CAPACITY_FACTS)
            .required("known", "line", "block", "models", "starts_earliest", "units_per_week")
            .optional("starts_latest", "chance_percent", "climb_weeks", "start_percent");

    private final Folder folder;
    private final List<LockCount> locks = new ArrayList<>();
    private final List<RestWeek> rests = new ArrayList<>();
    private final List<CapacityFact> facts = new ArrayList<>();

    private CountedPastFiles(Folder folder) {
        this.folder = folder;
    }

    /** What came of it. */
    public sealed interface Read {
        record Sound(CountedPast past) implements Read {}

        record Flawed(Reading.Flawed flaws) implements Read {}
    }

    /** Reads the files that are there. */
    public static Read read(Path dir) {
        FlawBook flaws = new FlawBook();
        Optional<Folder> opened = Folder.open(dir, flaws, (work, done, total) -> {});
        CountedPast past = opened.map(folder -> new CountedPastFiles(folder).read())
                .orElseGet(() -> new CountedPast(List.of(), List.of(), List.of()));
        return flaws.hasFlaws() ? new Read.Flawed(flaws.flawed()) : new Read.Sound(past);
    }

    private CountedPast read() {
        if (folder.has(OrderCounts.FILE)) {
            Table.read(folder, OrderCounts.SHAPE, this::lock);
        }
        if (folder.has(LineCapacity.CALENDAR)) {
            Table.read(folder, LineCapacity.CALENDAR_SHAPE, this::rest);
        }
        if (folder.has(CAPACITY_FACTS)) {
            Table.read(folder, FACTS_SHAPE, this::fact);
        }
        return new CountedPast(locks, rests, facts);
    }

    private void lock(Row row) {
        LockCount count = new LockCount(
                day(row, "from"),
                day(row, "to"),
                row.name("model"),
                row.name("trim"),
                row.whole("locked", 0, OrderRules.ORDERS_MAX),
                row.whole("cancelled", 0, OrderRules.ORDERS_MAX, 0),
                row.isEmpty("cancelled_from") ? Optional.empty() : Optional.of(day(row, "cancelled_from")),
                row.list("source"));
        if (row.isSound()) {
            locks.add(count);
        }
    }

    private static LocalDate day(Row row, String column) {
        return LocalDate.ofEpochDay(Math.floorDiv(row.moment(column), CellTime.MICROS_PER_DAY));
    }

    private void rest(Row row) {
        WeekRange weeks = row.weeks("week");
        double days = row.decimal("working_days", 0, 7);
        if (row.isSound() && !weeks.equals(WeekRange.ALL)) {
            for (int week = weeks.first(); week <= Math.min(weeks.last(), weeks.first() + WEEKS_MAX); week++) {
                rests.add(new RestWeek(row.selected("plant"), new Week(week), days, row.list("source")));
            }
        }
    }

    private static OptionalDouble share(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
    }

    private void fact(Row row) {
        int mark = row.mark();
        LocalDate earliest = row.date("starts_earliest");
        LocalDate latest = row.isEmpty("starts_latest") ? earliest : row.date("starts_latest");
        if (row.isSoundSince(mark) && latest.isBefore(earliest)) {
            row.flaw("starts_latest", "a day not before " + earliest, "the two are swapped");
        }
        OptionalDouble chance = row.findDecimal("chance_percent", 0, 100);
        CapacityFact fact = new CapacityFact(
                row.date("known"),
                row.name("line"),
                row.name("block"),
                row.list("models"),
                earliest,
                latest,
                row.decimal("units_per_week", 1, UNITS_MAX),
                chance.orElse(100),
                row.findDecimal("climb_weeks", 1, WEEKS_MAX),
                share(row.findDecimal("start_percent", 0.1, 99)),
                row.list("source"));
        if (row.isSound()) {
            facts.add(fact);
        }
    }
}
