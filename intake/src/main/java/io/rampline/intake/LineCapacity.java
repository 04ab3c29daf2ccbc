package io.rampline.intake;

import io.rampline.factory.EffectiveCapacity;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.RampCurve;
import io.rampline.factory.ShiftModel;
import io.rampline.factory.StepGain;
import io.rampline.factory.WeeklyUnits;
import io.rampline.intake.LineRows.LineRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code calendar.csv} and {@code capacity.csv} and works out what each line can build in each week. */
final class LineCapacity {
    static final String CALENDAR = "calendar.csv";
    static final String CAPACITY = "capacity.csv";

    private static final int UNITS_MAX = 1_000_000;
    private static final double DAYS_IN_WEEK = 7;
    private static final int FULL_WEEK_PERMILLE = 1000;
    private static final int HOURS_PER_SHIFT = LineRows.SHIFT_COLUMNS.indexOf("hours_per_shift");
    private static final int SHIFTS = LineRows.SHIFT_COLUMNS.indexOf("shifts");
    private static final int DAYS_PER_WEEK = LineRows.SHIFT_COLUMNS.indexOf("days_per_week");
    /** The calendar of all plants. */
    private static final String ANY_PLANT = "*";

    static final Shape CALENDAR_SHAPE = Shape.of(CALENDAR)
            .required("week", "working_days")
            .optional("plant")
            .rowsMax(Shape.WEEK_ROWS_MAX);

    private static final Shape CAPACITY_SHAPE =
            Shape.of(CAPACITY).required("line", "week", "units").rowsMax(Shape.WEEK_ROWS_MAX);

    private final Folder folder;
    private final Horizon horizon;
    private final Sources sources;
    private final Map<String, double[]> workingDays = new HashMap<>();
    private final Map<String, WeekGrid> calendarRows = new HashMap<>();
    private final Map<String, WeekGrid> given = new HashMap<>();
    /** Lines whose weeks may be covered by a row that could not be read. */
    private final Set<String> unsure = new HashSet<>();

    /** Whether that may be any line. */
    private boolean allUnsure;

    private LineCapacity(Folder folder, Basics basics, Sources sources) {
        this.folder = folder;
        this.horizon = basics.horizon();
        this.allUnsure = !basics.horizonKnown();
        this.sources = sources;
    }

    /**
     * The lines, and how much of its week each of them works.
     *
     * @param workedPermille thousandths of a full week in each bucket, by line; {@link StepGain#FULL_WEEKS} without a
     *     calendar
     * @param times when each of them works, by line
     */
    record Lines(List<Line> list, Map<String, WeeklyUnits> workedPermille, SortedMap<String, WorkingTime> times) {}

    static Lines read(Folder folder, Basics basics, Sources sources, LineRows lines, Ramps ramps) {
        LineCapacity capacity = new LineCapacity(folder, basics, sources);
        capacity.readCalendar(lines.plants());
        capacity.readCapacity(lines.names());
        List<Line> found = new ArrayList<>();
        Map<String, WeeklyUnits> worked = new HashMap<>();
        SortedMap<String, WorkingTime> times = new TreeMap<>();
        for (LineRow row : lines.rows()) {
            WeeklyUnits units = capacity.of(row, ramps);
            found.add(new Line(row.plant(), row.name(), row.models(), units));
            worked.put(row.name(), capacity.workedPermille(row));
            times.put(row.name(), capacity.workingTime(row));
        }
        return new Lines(found, worked, times);
    }

    private void readCalendar(Names plants) {
        if (!folder.has(CALENDAR)) {
            return;
        }
        Table.read(folder, CALENDAR_SHAPE, row -> {
            Optional<String> plant = row.selected("plant");
            plant.ifPresent(name -> row.mustBeIn(plants, "plant", name));
            WeekRange weeks = row.weeks("week");
            boolean isPlaced = row.isSound();
            double days = row.decimal("working_days", 0, DAYS_IN_WEEK);
            sources.of(row);
            if (!isPlaced) {
                return;
            }
            String key = plant.orElse(ANY_PLANT);
            double[] daysByBucket = workingDays.computeIfAbsent(key, _ -> new double[horizon.weeks()]);
            calendarRows.computeIfAbsent(key, _ -> new WeekGrid(horizon)).set(row, "week", weeks, 0);
            for (int bucket = weeks.fromBucket(horizon); bucket < weeks.toBucket(horizon); bucket++) {
                daysByBucket[bucket] = days;
            }
        });
    }

    private void readCapacity(Names lines) {
        if (!folder.has(CAPACITY)) {
            return;
        }
        boolean isWhole = Table.read(folder, CAPACITY_SHAPE, row -> {
            String line = row.name("line");
            row.mustBeIn(lines, "line", line);
            WeekRange weeks = row.weeks("week");
            boolean isPlaced = row.isSound();
            int units = row.whole("units", 0, UNITS_MAX);
            sources.of(row);
            if (isPlaced) {
                given.computeIfAbsent(line, _ -> new WeekGrid(horizon)).set(row, "week", weeks, units);
            } else if (lines.has(line)) {
                unsure.add(line);
            } else {
                allUnsure = true;
            }
        });
        allUnsure |= !isWhole;
    }

    private WeeklyUnits of(LineRow row, Ramps ramps) {
        WeekGrid override = given.getOrDefault(row.name(), new WeekGrid(horizon));
        int[] units = new int[horizon.weeks()];
        if (!override.isFull() && mayCompute(row)) {
            ShiftModel shifts =
                    new ShiftModel(value(row, 0), value(row, 1), value(row, 2), value(row, 3), value(row, 4));
            RampCurve ramp = row.ramp()
                    .map(key -> ramps.curves().getOrDefault(key, RampCurve.NONE))
                    .orElse(RampCurve.NONE);
            units = EffectiveCapacity.of(shifts, ramp, horizon.bucket(row.rampStart()), workingDays(row.plant()));
        }
        for (int bucket = 0; bucket < units.length; bucket++) {
            units[bucket] = override.has(bucket) ? override.get(bucket) : units[bucket];
        }
        return WeeklyUnits.of(units);
    }

    /** Whether the shift model is there; if not, each missing number is a flaw. */
    private boolean mayCompute(LineRow row) {
        boolean isWhole = true;
        for (int i = 0; i < LineRows.SHIFT_COLUMNS.size(); i++) {
            if (row.shift().get(i).isEmpty()) {
                isWhole = false;
                if (!allUnsure && !unsure.contains(row.name())) {
                    folder.flaws()
                            .add(row.shiftCells()
                                    .get(i)
                                    .flaw(
                                            "no " + LineRows.SHIFT_COLUMNS.get(i) + " for line " + row.name(),
                                            "a number",
                                            "give every week of the horizon in " + CAPACITY));
                }
            }
        }
        return isWhole;
    }

    /** Days each week, those of the plant before those of all plants. */
    private double[] workingDays(String plant) {
        double[] days = new double[horizon.weeks()];
        Arrays.fill(days, DAYS_IN_WEEK);
        for (String key : List.of(ANY_PLANT, plant)) {
            WeekGrid rows = calendarRows.get(key);
            double[] daysByBucket = workingDays.get(key);
            for (int bucket = 0; bucket < days.length; bucket++) {
                if (rows != null && daysByBucket != null && rows.has(bucket)) {
                    days[bucket] = daysByBucket[bucket];
                }
            }
        }
        return days;
    }

    private WeeklyUnits workedPermille(LineRow row) {
        double fullWeek = row.shift().get(DAYS_PER_WEEK).orElse(DAYS_IN_WEEK);
        double[] days = workingDays(row.plant());
        int[] permille = new int[days.length];
        for (int bucket = 0; bucket < days.length; bucket++) {
            double share = fullWeek == 0 ? 1 : Math.min(1, days[bucket] / fullWeek);
            permille[bucket] = (int) Math.round(FULL_WEEK_PERMILLE * share);
        }
        boolean isFull = Arrays.stream(permille).allMatch(share -> share == FULL_WEEK_PERMILLE);
        return isFull ? StepGain.FULL_WEEKS : WeeklyUnits.of(permille);
    }

    /** Part of a day is a day on which cars are built. */
    private WorkingTime workingTime(LineRow row) {
        double fullWeek = row.shift().get(DAYS_PER_WEEK).orElse(DAYS_IN_WEEK);
        double[] calendar = workingDays(row.plant());
        int[] days = new int[calendar.length];
        for (int bucket = 0; bucket < days.length; bucket++) {
            days[bucket] = (int) Math.ceil(Math.min(fullWeek, calendar[bucket]));
        }
        return new WorkingTime(WeeklyUnits.of(days), value(row, HOURS_PER_SHIFT) * value(row, SHIFTS));
    }

    private static double value(LineRow row, int column) {
        return row.shift().get(column).orElse(0);
    }
}
