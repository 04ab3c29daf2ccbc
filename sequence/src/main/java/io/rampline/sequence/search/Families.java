package io.rampline.sequence.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cars that are alike in one respect stand side by side in a list, so that one of them is drawn by one number. A car
 * keeps its place in these lists for good; where it stands on the line is looked up.
 */
final class Families {
    private final Line line;
    private final int[] byColour;
    private final int[] byGroup;
    private final int[] byOptions;
    private final int[] colourStart;
    private final int[] groupOf;
    private final int[] groupStart;
    private final int[] optionsOf;
    private final int[] optionsStart;

    /** Where each colour begins within each group, and within each set of options; one more for the end. */
    private final int[] groupColourStart;

    private final int[] optionsColourStart;

    /**
     * Sorts the cars.
     *
     * @param line in any order of its cars
     * @param groupBits the options by which cars are told apart into groups
     */
    Families(Line line, long groupBits) {
        this.line = line;
        int cars = line.placeOf.length;
        long[] mask = new long[cars];
        int[] paint = new int[cars];
        long[] grouped = new long[cars];
        for (int car = 0; car < cars; car++) {
            mask[car] = line.mask[line.placeOf[car]];
            paint[car] = line.colour[line.placeOf[car]];
            grouped[car] = mask[car] & groupBits;
        }
        Comparator<Integer> colourFirst = Comparator.comparingInt(car -> paint[car]);
        byColour = sorted(cars, colourFirst.thenComparingLong(car -> mask[car]));
        byGroup = sorted(
                cars,
                Comparator.<Integer>comparingLong(car -> grouped[car])
                        .thenComparing(colourFirst)
                        .thenComparingLong(car -> mask[car]));
        byOptions =
                sorted(cars, Comparator.<Integer>comparingLong(car -> mask[car]).thenComparing(colourFirst));
        groupOf = ids(grouped);
        optionsOf = ids(mask);
        int kinds = line.colourKinds;
        colourStart = starts(byColour, paint, kinds);
        groupStart = starts(byGroup, groupOf, 1 + max(groupOf));
        optionsStart = starts(byOptions, optionsOf, 1 + max(optionsOf));
        groupColourStart = starts(byGroup, cells(groupOf, paint, kinds), kinds * (groupStart.length - 1));
        optionsColourStart = starts(byOptions, cells(optionsOf, paint, kinds), kinds * (optionsStart.length - 1));
    }

    private static int[] sorted(int cars, Comparator<Integer> how) {
        return IntStream.range(0, cars)
                .boxed()
                .sorted(how.thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] ids(long[] values) {
        long[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        return Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    private static int max(int[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static int[] cells(int[] ids, int[] paint, int kinds) {
        return IntStream.range(0, ids.length)
                .map(car -> ids[car] * kinds + paint[car])
                .toArray();
    }

    private static int[] starts(int[] list, int[] idOf, int ids) {
        int[] starts = new int[ids + 1];
        for (int car : list) {
            starts[idOf[car] + 1]++;
        }
        for (int id = 0; id < ids; id++) {
            starts[id + 1] += starts[id];
        }
        return starts;
    }

    private int draw(int[] list, int from, int to, Dice dice) {
        return line.placeOf[list[from + dice.below(to - from)]];
    }

    /** A place where a car of this colour stands, or -1 when there is none. */
    int ofColour(int colour, Dice dice) {
        int from = colourStart[colour];
        int to = colourStart[colour + 1];
        return from == to ? -1 : draw(byColour, from, to, dice);
    }

    /** A place where a car of the same group as this one stands; maybe its own. */
    int ofGroup(int car, Dice dice) {
        int group = groupOf[car];
        return draw(byGroup, groupStart[group], groupStart[group + 1], dice);
    }

    /** A place where a car of this car's group and of a colour stands, or -1 when there is none. */
    int ofGroup(int car, int colour, Dice dice) {
        int cell = groupOf[car] * line.colourKinds + colour;
        int from = groupColourStart[cell];
        int to = groupColourStart[cell + 1];
        return from == to ? -1 : draw(byGroup, from, to, dice);
    }

    /** A place where a car of this car's options stands; maybe its own. */
    int ofOptions(int car, Dice dice) {
        int id = optionsOf[car];
        return draw(byOptions, optionsStart[id], optionsStart[id + 1], dice);
    }

    /** A place where a car of this car's options and of a colour stands, or -1 when there is none. */
    int ofOptions(int car, int colour, Dice dice) {
        int cell = optionsOf[car] * line.colourKinds + colour;
        int from = optionsColourStart[cell];
        int to = optionsColourStart[cell + 1];
        return from == to ? -1 : draw(byOptions, from, to, dice);
    }
}
