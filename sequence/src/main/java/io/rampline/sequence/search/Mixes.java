package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import java.util.ArrayList;
import java.util.List;

/** Which changes are tried how often, by the aim that is annealed and the aims above it: the same for all days. */
final class Mixes {
    private Mixes() {}

    /** More than one where it depends on the day which is better. */
    static List<List<MoveKind>> of(List<Aim> aims, int rank) {
        List<MoveKind> mix = first(aims, rank);
        if (aims.get(rank) != Aim.COLOUR_CHANGES || rank == 0) {
            return List.of(mix);
        }
        List<MoveKind> withInserts = new ArrayList<>(mix);
        add(withInserts, MoveKind.INSERT_TO_MEET, 6);
        add(withInserts, MoveKind.NEIGHBOURING_STRETCHES, 2);
        return List.of(mix, withInserts);
    }

    /** The mix that is good for an aim on most days. */
    static List<MoveKind> first(List<Aim> aims, int rank) {
        Aim aim = aims.get(rank);
        boolean highAbove = aims.subList(0, rank).contains(Aim.HIGH_RATIOS);
        if (aim == Aim.COLOUR_CHANGES) {
            return colours(highAbove);
        }
        if (aims.subList(0, rank).contains(Aim.COLOUR_CHANGES)) {
            return ratiosBelowColours(highAbove);
        }
        if (highAbove) {
            return ratiosBelowRatios();
        }
        boolean colours = aims.contains(Aim.COLOUR_CHANGES);
        return colours || aims.size() > 1 ? ratiosFirst(colours) : ratiosAlone();
    }

    private static List<MoveKind> colours(boolean highAbove) {
        List<MoveKind> mix = new ArrayList<>();
        add(mix, MoveKind.NEIGHBOUR_COLOUR_OF_GROUP, highAbove ? 45 : 20);
        add(mix, MoveKind.NEIGHBOUR_COLOUR_OF_OPTIONS, highAbove ? 15 : 5);
        add(mix, MoveKind.NEIGHBOUR_COLOUR, 15);
        add(mix, MoveKind.SAME_GROUP, 5);
        add(mix, MoveKind.SAME_COLOUR, 6);
        add(mix, MoveKind.ANY_TWO, 5);
        add(mix, MoveKind.TURN_TO_MEET, 2);
        add(mix, MoveKind.RUN_TO_MEET, 2);
        add(mix, MoveKind.RUNS, 1);
        add(mix, MoveKind.TURN_OF_RUNS, 1);
        add(mix, MoveKind.STRETCHES, 1);
        add(mix, MoveKind.INSERT, 1);
        add(mix, MoveKind.TURN, 1);
        return mix;
    }

    private static List<MoveKind> ratiosBelowColours(boolean highAbove) {
        List<MoveKind> mix = new ArrayList<>();
        add(mix, MoveKind.SAME_COLOUR, 45);
        add(mix, MoveKind.SAME_COLOUR_AND_GROUP, highAbove ? 30 : 0);
        add(mix, MoveKind.SAME_GROUP, highAbove ? 5 : 0);
        add(mix, MoveKind.ANY_TWO, 6);
        add(mix, MoveKind.NEAR_TWO, 5);
        add(mix, MoveKind.NEIGHBOUR_COLOUR_OF_GROUP, highAbove ? 3 : 0);
        add(mix, MoveKind.NEIGHBOUR_COLOUR, 2);
        add(mix, MoveKind.RUNS, 1);
        add(mix, MoveKind.TURN_OF_RUNS, 1);
        add(mix, MoveKind.STRETCHES, 1);
        add(mix, MoveKind.INSERT, 1);
        add(mix, MoveKind.TURN, 1);
        return mix;
    }

    private static List<MoveKind> ratiosFirst(boolean colours) {
        List<MoveKind> mix = new ArrayList<>();
        add(mix, MoveKind.SAME_COLOUR, colours ? 20 : 0);
        add(mix, MoveKind.ANY_TWO, 50);
        add(mix, MoveKind.NEAR_TWO, 5);
        add(mix, MoveKind.STRETCHES, 1);
        add(mix, MoveKind.INSERT, 1);
        add(mix, MoveKind.TURN, 1);
        return mix;
    }

    private static List<MoveKind> ratiosAlone() {
        List<MoveKind> mix = new ArrayList<>();
        add(mix, MoveKind.ANY_TWO, 20);
        add(mix, MoveKind.NEAR_TWO, 5);
        add(mix, MoveKind.SIMILAR_TWO, 35);
        add(mix, MoveKind.TURN, 4);
        add(mix, MoveKind.INSERT, 1);
        return mix;
    }

    private static List<MoveKind> ratiosBelowRatios() {
        List<MoveKind> mix = new ArrayList<>();
        add(mix, MoveKind.SAME_GROUP, 70);
        add(mix, MoveKind.SIMILAR_TWO, 40);
        add(mix, MoveKind.ANY_TWO, 30);
        add(mix, MoveKind.NEAR_TWO, 5);
        add(mix, MoveKind.TURN, 5);
        add(mix, MoveKind.STRETCHES, 1);
        add(mix, MoveKind.INSERT, 1);
        return mix;
    }

    private static void add(List<MoveKind> mix, MoveKind kind, int times) {
        for (int i = 0; i < times; i++) {
            mix.add(kind);
        }
    }
}
