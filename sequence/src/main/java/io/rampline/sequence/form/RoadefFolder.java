package io.rampline.sequence.form;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The folder of the ROADEF challenge of 2005: four texts between semicolons. */
public final class RoadefFolder {
    public static final String VEHICLES = "vehicles.txt";
    public static final String RATIOS = "ratios.txt";
    public static final String PAINT = "paint_batch_limit.txt";
    public static final String OBJECTIVES = "optimization_objectives.txt";

    private static final int DATE = 0;
    private static final int RANK = 1;
    private static final int IDENT = 2;
    private static final int COLOUR = 3;
    private static final int FIELDS_BEFORE_RATIOS = 4;

    private final Sheet vehicles;
    private final Sheet ratios;
    private final Sheet paint;
    private final Sheet objectives;

    private RoadefFolder(Sheet vehicles, Sheet ratios, Sheet paint, Sheet objectives) {
        this.vehicles = vehicles;
        this.ratios = ratios;
        this.paint = paint;
        this.objectives = objectives;
    }

    /**
     * Reads the four texts.
     *
     * @param name of the day, for messages
     */
    public static RoadefDay read(String name, String vehicles, String ratios, String paint, String objectives)
            throws MisreadForm {
        return new RoadefFolder(
                        new Sheet(VEHICLES, vehicles),
                        new Sheet(RATIOS, ratios),
                        new Sheet(PAINT, paint),
                        new Sheet(OBJECTIVES, objectives))
                .day(name);
    }

    private RoadefDay day(String name) throws MisreadForm {
        List<Ratio> ratiosRead = ratios();
        int[] columns = columns(ratiosRead);
        int first = firstRowOfDay();
        checkDay(first);
        List<Car> before = new ArrayList<>();
        List<Car> cars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 1; row < vehicles.rows(); row++) {
            Car car = car(row, columns);
            if (row < first) {
                before.add(car);
            } else {
                cars.add(car);
                rows.add(vehicles.row(row));
            }
        }
        if (cars.isEmpty() || cars.size() > LineDay.CARS_MAX) {
            throw vehicles.flaw(
                    0, 1, cars.size() + " cars of the day", "1 to " + LineDay.CARS_MAX + ", the first with SeqRank 1");
        }
        LineDay day = new LineDay(name, ratiosRead, before, cars, paint.number(1, 0, 1), aims(), DayEdge.EVERY_WINDOW);
        return new RoadefDay(day, vehicles.row(0), rows);
    }

    /** The last row of rank 1: above it stands the day before, which may begin with a rank 1 of its own. */
    private int firstRowOfDay() throws MisreadForm {
        int first = vehicles.rows();
        for (int row = 1; row < vehicles.rows(); row++) {
            if (vehicles.number(row, RANK, 0) == 1) {
                if (first < row && vehicles.text(row - 1, DATE).equals(vehicles.text(row, DATE))) {
                    throw vehicles.flaw(
                            row, RANK, "SeqRank 1 a second time on one Date", "the rows of the day by rising ranks");
                }
                first = row;
            }
        }
        return first;
    }

    /** One date, rising ranks, each car once. Ranks may be missing: cars may have dropped out. */
    private void checkDay(int first) throws MisreadForm {
        Map<String, Integer> rowOf = new TreeMap<>();
        int above = 0;
        for (int row = first; row < vehicles.rows(); row++) {
            String date = vehicles.text(row, DATE);
            if (!date.equals(vehicles.text(first, DATE))) {
                throw vehicles.flaw(
                        row,
                        DATE,
                        "\"" + date + "\"",
                        "\"" + vehicles.text(first, DATE) + "\", the Date of the day that begins with SeqRank 1;"
                                + " keep other days in folders of their own");
            }
            int rank = vehicles.number(row, RANK, 0);
            if (rank <= above) {
                throw vehicles.flaw(
                        row,
                        RANK,
                        "SeqRank " + rank + " below " + above,
                        "the rows of the day by rising ranks, from 1 on");
            }
            above = rank;
            Integer earlier = rowOf.put(vehicles.text(row, IDENT), row);
            if (earlier != null) {
                throw vehicles.flaw(
                        row,
                        IDENT,
                        "\"" + vehicles.text(row, IDENT) + "\" twice on the day",
                        "each car once; it stands in line " + vehicles.line(earlier) + " too");
            }
        }
    }

    private List<Ratio> ratios() throws MisreadForm {
        List<Ratio> all = new ArrayList<>();
        for (int row = 1; row < ratios.rows(); row++) {
            String text = ratios.text(row, 0);
            int slash = text.indexOf('/');
            int prio = ratios.number(row, 1, 0);
            if (prio > 1) {
                throw ratios.flaw(row, 1, "\"" + prio + "\"", "1 for high priority or 0 for low");
            }
            try {
                int most =
                        Integer.parseInt(text.substring(0, Math.max(0, slash)).strip());
                int in = Integer.parseInt(text.substring(slash + 1).strip());
                all.add(new Ratio(ratios.text(row, 2), most, in, prio == 1 ? Priority.HIGH : Priority.LOW));
            } catch (IllegalArgumentException wrong) {
                throw ratios.flaw(row, 0, "\"" + text + "\"", "N/P such as 1/3");
            }
        }
        if (all.size() > LineDay.RATIOS_MAX) {
            throw ratios.flaw(LineDay.RATIOS_MAX + 1, 0, all.size() + " ratios", "at most " + LineDay.RATIOS_MAX);
        }
        return all;
    }

    /** Where each ratio stands in the rows of the cars: by name, as nothing says that both files keep one order. */
    private int[] columns(List<Ratio> all) throws MisreadForm {
        List<String> header = vehicles.row(0);
        int[] columns = new int[all.size()];
        for (int r = 0; r < columns.length; r++) {
            columns[r] = header.indexOf(all.get(r).name());
            if (columns[r] < FIELDS_BEFORE_RATIOS) {
                throw vehicles.flaw(
                        0,
                        header.size() - 1,
                        String.join(";", header),
                        "a column " + all.get(r).name());
            }
            vehicles.expectOnce(columns[r]);
        }
        return columns;
    }

    private Car car(int row, int[] columns) throws MisreadForm {
        long options = 0;
        for (int r = 0; r < columns.length; r++) {
            int flag = vehicles.number(row, columns[r], 0);
            if (flag > 1) {
                throw vehicles.flaw(row, columns[r], "\"" + flag + "\"", "0 or 1");
            }
            options |= (long) flag << r;
        }
        return new Car(vehicles.text(row, IDENT), vehicles.number(row, COLOUR, 0), options);
    }

    /** By their ranks, whatever the order of the rows. */
    private List<Aim> aims() throws MisreadForm {
        Map<Integer, Aim> byRank = new TreeMap<>();
        for (int row = 1; row < objectives.rows(); row++) {
            Aim aim = aim(row);
            if (byRank.containsValue(aim)) {
                throw objectives.flaw(row, 1, "\"" + objectives.text(row, 1) + "\" twice", "each objective once");
            }
            if (byRank.put(rank(row), aim) != null) {
                throw objectives.flaw(
                        row,
                        0,
                        "rank " + rank(row) + " twice",
                        "a rank of its own for each objective; what matters most has 1");
            }
        }
        if (byRank.isEmpty()) {
            throw objectives.flaw(0, 0, "no objective", "one to three rows below the header");
        }
        return List.copyOf(byRank.values());
    }

    private int rank(int row) throws MisreadForm {
        String rank = objectives.text(row, 0);
        try {
            return Integer.parseInt(rank);
        } catch (NumberFormatException notANumber) {
            throw objectives.flaw(row, 0, "\"" + rank + "\"", "the rank as a whole number; what matters most has 1");
        }
    }

    private Aim aim(int row) throws MisreadForm {
        String objective = objectives.text(row, 1);
        return switch (objective.toLowerCase(Locale.ROOT)) {
            case "paint_color_batches" -> Aim.COLOUR_CHANGES;
            case "low_priority_level_ratio_constraints" -> Aim.LOW_RATIOS;
            case "high_priority_level_and_easy_to_satisfy_ratio_constraints",
                    "high_priority_level_and_difficult_to_satisfy_ratio_constraints" -> Aim.HIGH_RATIOS;
            default ->
                throw objectives.flaw(
                        row,
                        1,
                        "\"" + objective + "\"",
                        "paint_color_batches, low_priority_level_ratio_constraints or"
                                + " high_priority_level_and_{easy,difficult}_to_satisfy_ratio_constraints");
        };
    }
}
