package io.rampline.sequence.form;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plant's own day: tables between commas that people edit in a spreadsheet. Described in
 * {@code docs/operating/sequence.md}.
 */
public final class PlantFolder {
    public static final String CARS = "cars.csv";
    public static final String BEFORE = "before.csv";
    public static final String RATIOS = "ratios.csv";
    public static final String RULES = "rules.csv";

    /** Written in place of a number: as many as an even spread over the day puts there. */
    private static final String EVEN = "even";

    private static final List<String> CAR_COLUMNS = List.of("car", "colour", "options");
    private static final List<String> CAR_MORE = List.of("line", "earliest", "latest");
    private static final List<String> RATIO_COLUMNS = List.of("ratio", "option", "most", "in", "priority");
    private static final List<String> RATIO_MORE = List.of("weight");

    private final String name;
    private final String line;
    private final List<String> ratioOptions = new ArrayList<>();

    private PlantFolder(String name, String line) {
        this.name = name;
        this.line = line;
    }

    /**
     * Reads the tables of one line.
     *
     * @param before the table of cars of the day before, empty when there is none
     * @param rules empty when there are none
     * @param line empty when the plant has one line
     */
    public static LineDay read(String name, String cars, String before, String ratios, String rules, String line)
            throws MisreadForm {
        return new PlantFolder(name, line).day(cars, before, ratios, rules);
    }

    private LineDay day(String cars, String before, String ratios, String rules) throws MisreadForm {
        Sheet ratioRows = new Sheet(RATIOS, ratios, ",");
        int[] columns = ratioRows.columns(RATIO_COLUMNS, RATIO_MORE);
        for (int row = 1; row < ratioRows.rows(); row++) {
            ratioOptions.add(ratioRows.text(row, columns[1]));
        }
        if (ratioOptions.size() > LineDay.RATIOS_MAX) {
            throw ratioRows.flaw(
                    LineDay.RATIOS_MAX + 1, 0, ratioOptions.size() + " ratios", "at most " + LineDay.RATIOS_MAX);
        }
        List<Car> all = cars(new Sheet(CARS, cars, ","));
        List<Car> previous = before.isBlank() ? List.of() : cars(new Sheet(BEFORE, before, ","));
        List<Ratio> read = new ArrayList<>();
        for (int row = 1; row < ratioRows.rows(); row++) {
            read.add(ratio(ratioRows, row, columns, all));
        }
        int runMax = previous.size() + all.size();
        List<Aim> aims = List.of(Aim.HIGH_RATIOS, Aim.LOW_RATIOS, Aim.COLOUR_CHANGES);
        Sheet ruleRows = new Sheet(RULES, rules.isBlank() ? "rule,value" : rules, ",");
        for (int row = 1; row < ruleRows.rows(); row++) {
            switch (ruleRows.text(row, 0)) {
                case "colour_run" -> runMax = ruleRows.number(row, 1, 1);
                case "aims" -> aims = aims(ruleRows, row);
                default -> throw ruleRows.flaw(row, 0, "\"" + ruleRows.text(row, 0) + "\"", "colour_run or aims");
            }
        }
        return new LineDay(name, read, previous, all, runMax, aims, DayEdge.EVERY_WINDOW);
    }

    private List<Car> cars(Sheet sheet) throws MisreadForm {
        int[] columns = sheet.columns(CAR_COLUMNS, CAR_MORE);
        List<Car> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int row = 1; row < sheet.rows(); row++) {
            all.add(car(sheet, row, columns));
            lines.add(sheet.textOrEmpty(row, columns[3]));
        }
        List<Car> ours = onOurLine(all, lines);
        if (ours == null) {
            throw sheet.flaw(0, 0, "cars of the lines " + new TreeSet<>(lines), "the choice of one of them");
        }
        if (ours.isEmpty() || ours.size() > LineDay.CARS_MAX) {
            throw sheet.flaw(0, 0, ours.size() + " cars of line \"" + line + "\"", "1 to " + LineDay.CARS_MAX);
        }
        return ours;
    }

    /** Cars that name no line are dealt out, kind by kind, to the line that has fewest. */
    private @Nullable List<Car> onOurLine(List<Car> all, List<String> lines) {
        Map<String, List<Car>> byLine = new TreeMap<>();
        for (String named : lines) {
            if (!named.isEmpty()) {
                byLine.put(named, new ArrayList<>());
            }
        }
        if (byLine.isEmpty()) {
            return all;
        }
        List<Car> free = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            byLine.getOrDefault(lines.get(i), free).add(all.get(i));
        }
        free.sort(Comparator.comparingInt(Car::colour).thenComparingLong(Car::options));
        for (Car car : free) {
            byLine.values().stream().min(Comparator.comparingInt(List::size)).ifPresent(fewest -> fewest.add(car));
        }
        if (byLine.size() == 1 && line.isEmpty()) {
            return byLine.values().iterator().next();
        }
        return byLine.get(line);
    }

    private Car car(Sheet sheet, int row, int[] columns) throws MisreadForm {
        List<String> carried = List.of(sheet.text(row, columns[2]).split(" +", -1));
        long options = 0;
        for (int r = 0; r < ratioOptions.size(); r++) {
            options |= carried.contains(ratioOptions.get(r)) ? 1L << r : 0;
        }
        String earliest = sheet.textOrEmpty(row, columns[4]);
        String latest = sheet.textOrEmpty(row, columns[5]);
        int first = earliest.isEmpty() ? 0 : sheet.number(row, columns[4], 1) - 1;
        int last = latest.isEmpty() ? Car.ANY_PLACE : sheet.number(row, columns[5], first + 1) - 1;
        return new Car(sheet.text(row, columns[0]), sheet.number(row, columns[1], 0), options, first, last);
    }

    private Ratio ratio(Sheet sheet, int row, int[] columns, List<Car> cars) throws MisreadForm {
        int in = sheet.number(row, columns[3], 1);
        int r = row - 1;
        int most;
        if (sheet.text(row, columns[2]).equals(EVEN)) {
            long carriers = cars.stream().filter(car -> car.carries(r)).count();
            most = (int) Math.ceilDiv(carriers * in, cars.size());
        } else {
            most = sheet.number(row, columns[2], 0);
        }
        String priority = sheet.text(row, columns[4]);
        if (!priority.equals("high") && !priority.equals("low")) {
            throw sheet.flaw(row, columns[4], "\"" + priority + "\"", "high or low");
        }
        String weight = sheet.textOrEmpty(row, columns[5]);
        try {
            return new Ratio(
                    sheet.text(row, columns[0]),
                    most,
                    in,
                    priority.equals("high") ? Priority.HIGH : Priority.LOW,
                    weight.isEmpty() ? 1 : sheet.number(row, columns[5], 1));
        } catch (IllegalArgumentException beyond) {
            throw sheet.flaw(row, columns[0], String.valueOf(beyond.getMessage()), "numbers within these bounds");
        }
    }

    private static List<Aim> aims(Sheet sheet, int row) throws MisreadForm {
        List<Aim> aims = new ArrayList<>();
        for (String word : sheet.text(row, 1).split(" +", -1)) {
            Aim aim = switch (word) {
                case "high" -> Aim.HIGH_RATIOS;
                case "low" -> Aim.LOW_RATIOS;
                case "colours" -> Aim.COLOUR_CHANGES;
                default -> throw sheet.flaw(row, 1, "\"" + word + "\"", "high, low, colours in some order");
            };
            if (aims.contains(aim)) {
                throw sheet.flaw(row, 1, "\"" + word + "\" twice", "each aim once");
            }
            aims.add(aim);
        }
        return aims;
    }
}
