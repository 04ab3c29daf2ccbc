package io.rampline.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the lines ask of the order of cars within a day: {@code line_rules.csv}, {@code paint.csv}, {@code colours.csv}.
 *
 * @param spacings empty when nothing is said
 * @param paints at most one for each line, and one for all others
 * @param colours in file order
 * @param times when each line works, by line
 */
public record LineRules(
        List<Spacing> spacings, List<Paint> paints, List<Colour> colours, SortedMap<String, WorkingTime> times) {
    /** What a sequence can count of one car: one bit each in a {@code long}. */
    public static final int SPACINGS_MAX = 64;

    public static final int WINDOW_MAX = 1_000;
    public static final int WEIGHT_MAX = 1_000;
    public static final int COLOUR_RUN_MAX = 10_000;
    public static final int SHARE_MAX = 1_000_000;

    public LineRules {
        spacings = List.copyOf(spacings);
        paints = List.copyOf(paints);
        colours = List.copyOf(colours);
        times = new TreeMap<>(times);
    }

    /** How much it matters that a spacing is kept. */
    public enum Priority {
        HIGH,
        LOW
    }

    /** What is to be made small. */
    public enum Aim {
        HIGH_RATIOS,
        LOW_RATIOS,
        COLOUR_CHANGES
    }

    /**
     * Of any {@code in} cars in a row at most so many are of a kind.
     *
     * @param line empty for every line
     * @param option one that the cars carry; empty for any
     * @param model empty for any; of the three at least one is there
     * @param most 0 to {@code in - 1}; empty for an even spread: no more than their share of the day, rounded up
     * @param in cars, 1 to {@value #WINDOW_MAX}
     * @param weight of a violation, 1 to {@value #WEIGHT_MAX}
     */
    public record Spacing(
            Optional<String> line,
            Optional<String> option,
            Optional<String> model,
            Optional<String> trim,
            OptionalInt most,
            int in,
            Priority priority,
            int weight) {
        /** Whether a car counts for it. */
        public boolean isOf(String aModel, String aTrim, List<String> options) {
            return option.map(options::contains).orElse(true)
                    && model.map(aModel::equals).orElse(true)
                    && trim.map(aTrim::equals).orElse(true);
        }

        /** {@code YU7 Max +LIDAR}, {@code * Max}. */
        public String name() {
            String car = trim.map(name -> model.orElse("*") + " " + name).orElse(model.orElse(""));
            return (car + option.map(name -> " +" + name).orElse("")).strip();
        }
    }

    /**
     * What the paint shop asks.
     *
     * @param line empty for every line that has no row of its own
     * @param colourRun most cars of a colour in a row, 1 to {@value #COLOUR_RUN_MAX}
     * @param aims what matters most first
     */
    public record Paint(Optional<String> line, int colourRun, List<Aim> aims) {
        public Paint {
            aims = List.copyOf(aims);
        }
    }

    /**
     * A colour and who gets it.
     *
     * @param option that brings it; empty when it is for those who carry none of the options of this file
     * @param model empty for any
     * @param rgb {@code #3b6ea5}; empty when it does not matter how it is drawn
     * @param share among the colours without an option: the parts of all cars that get it, 0 to {@value #SHARE_MAX}
     */
    public record Colour(
            String name, Optional<String> option, Optional<String> model, Optional<String> rgb, int share) {}

    /** Whether the scenario says anything about the order of cars on a line. */
    public boolean isSaid() {
        return !spacings.isEmpty() || !paints.isEmpty();
    }

    /** The spacings of one line, in file order. */
    public List<Spacing> spacings(String line) {
        return spacings.stream()
                .filter(spacing -> spacing.line().map(line::equals).orElse(true))
                .toList();
    }

    /** What the paint shop of a line asks; its own row goes before one for all. */
    public Optional<Paint> paint(String line) {
        return paints.stream()
                .filter(paint -> paint.line().equals(Optional.of(line)))
                .findFirst()
                .or(() ->
                        paints.stream().filter(paint -> paint.line().isEmpty()).findFirst());
    }
}
