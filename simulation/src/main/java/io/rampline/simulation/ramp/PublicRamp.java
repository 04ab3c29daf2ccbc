package io.rampline.simulation.ramp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ramp that others have lived through, in public figures.
 *
 * @param maker by which a maker's own history is kept out of what others say
 * @param periods in order of time, weeks from the first day; without gaps in what they measure
 * @param known day on which the last of these figures was public
 */
public record PublicRamp(String maker, String model, List<Output> periods, LocalDate known) {
    private static final String HEAD = "maker,model,from,to,units,known,source";

    public PublicRamp {
        periods = List.copyOf(periods);
    }

    /** The logistic nearest to it, with a ceiling of its own; weeks from the first day. */
    Curve.Logistic fit() {
        return CurveFit.logistic(periods, OptionalDouble.empty());
    }

    /**
     * Reads ramps from lines of {@code maker,model,from,to,units,known,source}: days in ISO form, {@code to} the last
     * day. Lines that begin with # are for people. A ramp's lines stand in order of time.
     *
     * @throws IllegalArgumentException when a line cannot be read, with its number
     */
    public static List<PublicRamp> parse(String text) {
        SortedMap<String, List<String[]>> rows = new TreeMap<>();
        int number = 0;
        boolean headed = false;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!headed) {
                if (!line.equals(HEAD)) {
                    throw new IllegalArgumentException("line " + number + ": found \"" + line + "\", expected " + HEAD);
                }
                headed = true;
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != HEAD.split(",", -1).length) {
                throw new IllegalArgumentException(
                        "line " + number + ": found " + cells.length + " cells, expected those of " + HEAD);
            }
            rows.computeIfAbsent(cells[0] + "," + cells[1], _ -> new ArrayList<>())
                    .add(cells);
        }
        return rows.values().stream().map(PublicRamp::ramp).toList();
    }

    private static PublicRamp ramp(List<String[]> rows) {
        LocalDate first = LocalDate.parse(rows.getFirst()[2]);
        List<Output> periods = new ArrayList<>();
        LocalDate known = LocalDate.MIN;
        for (String[] cells : rows) {
            periods.add(new Output(
                    weeks(first, LocalDate.parse(cells[2])),
                    weeks(first, LocalDate.parse(cells[3]).plusDays(1)),
                    Double.parseDouble(cells[4])));
            LocalDate told = LocalDate.parse(cells[5]);
            known = told.isAfter(known) ? told : known;
        }
        return new PublicRamp(rows.getFirst()[0], rows.getFirst()[1], periods, known);
    }

    private static double weeks(LocalDate first, LocalDate day) {
        return (day.toEpochDay() - first.toEpochDay()) / 7.0;
    }
}
