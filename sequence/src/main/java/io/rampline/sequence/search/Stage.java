package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
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

    private static final double LOW_RATIOS_COLD = 0.09;
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

    private static final double[][] SHARES = {{1}, {0.2, 0.75}, {0.08, 0.64, 0.23}};

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
                    Mixes.of(aims, rank));
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
        return new Stage(last, 0, 0, 0, prices, sought(aims.get(last), windows), List.of(Mixes.first(aims, last)));
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
}
