package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import java.util.Arrays;

/**
 * What the aims above the colours came to before colours were annealed. From there colours come further than from an
 * order in which the aim below, too, is at its best: that one leads back to itself.
 */
final class BeforeColours {
    private static final int[] NONE = {};

    /** -1 when there is none. */
    private final int rankAbove;

    private final int[] order;
    private long[] counts;

    /** @param line in the order to begin with */
    BeforeColours(Line line) {
        rankAbove = Math.max(0, line.day.aims().indexOf(Aim.COLOUR_CHANGES)) - 1;
        AimByAim first = new AimByAim(line);
        first.compare(line);
        order = first.order;
        counts = first.countsUpTo(rankAbove);
    }

    /** Whether colours come right after the aim of a stage. */
    boolean comeAfter(Stage stage) {
        return stage.rank() == rankAbove;
    }

    /** Takes over what a run of the aim above came to, unless it is worse. */
    void keep(AimByAim run) {
        long[] reached = run.countsUpTo(rankAbove);
        if (Arrays.compare(reached, counts) <= 0) {
            counts = reached;
            System.arraycopy(run.order, 0, order, 0, order.length);
        }
    }

    /** The order kept, or an empty one where the aims above have come further since. */
    int[] order(AimByAim best) {
        return Arrays.equals(counts, best.countsUpTo(rankAbove)) ? order : NONE;
    }
}
