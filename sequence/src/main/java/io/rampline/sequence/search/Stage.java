package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the search in which one aim is annealed.
 *
 * @param rank of the aim, from 0
 * @param share of the time, relative to the other stages
 * @param hot temperature at the start, in the same unit as the prices
 * @param cold at the end
 * @param sought options whose violations are looked for
 * @param mixes of changes, from which one of them is drawn each time; more than one where it depends on the day which
 *     is better
 */
record Stage(
        int rank,
        double share,
        double hot,
        double cold,
        Map<Aim, Long> prices,
        long sought,
        List<List<MoveKind>> mixes) {
    private static final double HIGH_RATIOS_HOT = 0.4;
    private static final double HIGH_RATIOS_COLD = 0.12;
    /** Where many violations cannot be helped, changes that matter move several at once. */
    private static final double LOW_RATIOS_HOT = 0.7;

    private static final double LOW_RATIOS_COLD = 0.12;
    private static final double COLOURS_HOT = 0.18;
    private static final double COLOURS_COLD = 0.055;
    /** Where all ratios stand above, what lies between one good order and the next is higher. */
    private static final double COLOURS_LAST_HOT = 0.4;

    private static final double COLOURS_LAST_COLD = 0.08;
    /** High ones and low ones. */
    private static final int RATIOS = 2;

    private static final long UNIT = 10_000;

    /** An aim costs so many times the next one: all but frozen, and yet not a wall. Colours are annealed cooler. */
    private static final long ABOVE = 20;

    private static final long ABOVE_COLOURS = 5;

    /** Far less than the aim that is annealed: many small gains below must not outweigh one of it. */
    private static final long BELOW = 1_000;

    private static final double[][] SHARES = {{1}, {0.2, 0.75}, {0.08, 0.57, 0.3}};

    static Stage[] of(List<Aim> aims, Windows windows) {
        Stage[] stages = new Stage[aims.size()];
        for (int rank = 0; rank < stages.length; rank++) {
            Aim aim = aims.get(rank);
            stages[rank] = new Stage(
                    rank,
                    SHARES[stages.length - 1][rank],
                    hot(aims, rank) * UNIT,
                    cold(aims, rank) * UNIT,
                    prices(aims, rank),
                    sought(aim, windows),
                    mixes(aims, rank));
        }
        return stages;
    }

    private static double hot(List<Aim> aims, int rank) {
        return switch (aims.get(rank)) {
            case HIGH_RATIOS -> HIGH_RATIOS_HOT;
            case LOW_RATIOS -> LOW_RATIOS_HOT;
            case COLOUR_CHANGES -> rank < RATIOS ? COLOURS_HOT : COLOURS_LAST_HOT;
        };
    }

    private static double cold(List<Aim> aims, int rank) {
        return switch (aims.get(rank)) {
            case HIGH_RATIOS -> HIGH_RATIOS_COLD;
            case LOW_RATIOS -> LOW_RATIOS_COLD;
            case COLOUR_CHANGES -> rank < RATIOS ? COLOURS_COLD : COLOURS_LAST_COLD;
        };
    }

    private static Map<Aim, Long> prices(List<Aim> aims, int rank) {
        Map<Aim, Long> prices = new EnumMap<>(Aim.class);
        long price = UNIT;
        for (int above = rank; above >= 0; above--) {
            prices.put(aims.get(above), price);
            price *= aims.get(rank) == Aim.COLOUR_CHANGES ? ABOVE_COLOURS : ABOVE;
        }
        price = UNIT;
        for (int below = rank + 1; below < aims.size(); below++) {
            price /= BELOW;
            prices.put(aims.get(below), price);
        }
        return prices;
    }

    static Stage descent(List<Aim> aims, Windows windows) {
        Map<Aim, Long> prices = new EnumMap<>(Aim.class);
        long price = 1_000_000;
        for (Aim aim : aims) {
            prices.put(aim, price);
            price /= 1_000;
        }
        int last = aims.size() - 1;
        return new Stage(last, 0, 0, 0, prices, sought(aims.get(last), windows), List.of(mix(aims, last)));
    }

    private static long sought(Aim aim, Windows windows) {
        return switch (aim) {
            case HIGH_RATIOS -> windows.bits(true);
            case LOW_RATIOS -> windows.bits(false);
            case COLOUR_CHANGES -> 0;
        };
    }

    void setPrices(Line line) {
        line.colourPrice = prices.getOrDefault(Aim.COLOUR_CHANGES, 0L);
        line.windows.setPrices(prices.getOrDefault(Aim.HIGH_RATIOS, 0L), prices.getOrDefault(Aim.LOW_RATIOS, 0L));
    }

    /** Prices the aims above alone. */
    void setPricesAbove(Line line) {
        line.colourPrice = above(Aim.COLOUR_CHANGES);
        line.windows.setPrices(above(Aim.HIGH_RATIOS), above(Aim.LOW_RATIOS));
    }

    private long above(Aim aim) {
        return price(aim) > UNIT ? price(aim) : 0;
    }

    /** What one more of an aim costs. */
    long price(Aim aim) {
        return prices.getOrDefault(aim, 0L);
    }

    /** Temperature when a part of the stage is over, from 0 to 1. */
    double heat(double over) {
        return hot == 0 ? 0 : hot * StrictMath.pow(cold / hot, over);
    }

    private static List<List<MoveKind>> mixes(List<Aim> aims, int rank) {
        List<MoveKind> mix = mix(aims, rank);
        if (aims.get(rank) != Aim.COLOUR_CHANGES || rank == 0) {
            return List.of(mix);
        }
        List<MoveKind> withInserts = new ArrayList<>(mix);
        add(withInserts, MoveKind.INSERT_TO_MEET, 6);
        add(withInserts, MoveKind.NEIGHBOURING_STRETCHES, 2);
        return List.of(mix, withInserts);
    }

    private static List<MoveKind> mix(List<Aim> aims, int rank) {
        List<MoveKind> mix = new ArrayList<>();
        Aim aim = aims.get(rank);
        boolean coloursAbove = aims.subList(0, rank).contains(Aim.COLOUR_CHANGES);
        boolean highAbove = aims.subList(0, rank).contains(Aim.HIGH_RATIOS);
        boolean colours = aims.contains(Aim.COLOUR_CHANGES);
        if (!colours && aims.size() == 1) {
            return ratiosAlone();
        }
        if (aim == Aim.COLOUR_CHANGES) {
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
        } else {
            add(mix, MoveKind.SAME_COLOUR, colours ? (coloursAbove ? 45 : 20) : 0);
            add(mix, MoveKind.SAME_COLOUR_AND_GROUP, highAbove && colours ? 30 : 0);
            add(mix, MoveKind.SAME_GROUP, highAbove ? (coloursAbove ? 5 : 40) : 0);
            add(mix, MoveKind.ANY_TWO, coloursAbove ? 6 : 50);
            add(mix, MoveKind.NEAR_TWO, 5);
            add(mix, MoveKind.NEIGHBOUR_COLOUR_OF_GROUP, coloursAbove && highAbove ? 3 : 0);
            add(mix, MoveKind.NEIGHBOUR_COLOUR, coloursAbove ? 2 : 0);
            add(mix, MoveKind.RUNS, coloursAbove ? 1 : 0);
            add(mix, MoveKind.TURN_OF_RUNS, coloursAbove ? 1 : 0);
            add(mix, MoveKind.STRETCHES, 1);
            add(mix, MoveKind.INSERT, 1);
            add(mix, MoveKind.TURN, 1);
        }
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

    private static void add(List<MoveKind> mix, MoveKind kind, int times) {
        for (int i = 0; i < times; i++) {
            mix.add(kind);
        }
    }
}
