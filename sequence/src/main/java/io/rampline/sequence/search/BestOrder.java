package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;

/** The best order found so far, whichever part of the search found it. */
final class BestOrder {
    final int[] order;
    final AimByAim aimByAim;

    private final LineDay day;
    private final Counts bounds;
    private final Watcher watcher;
    private Counts counts;
    private long mark;
    private long moves;

    /** @param line in the order to begin with */
    BestOrder(Line line, Counts bounds, Watcher watcher) {
        this.day = line.day;
        this.bounds = bounds;
        this.watcher = watcher;
        order = new int[day.cars().size()];
        line.tell(order);
        counts = line.counts();
        mark = counts.mark(day.aims());
        aimByAim = new AimByAim(line);
        aimByAim.compare(line);
        watcher.better(counts, 0);
    }

    /** Takes a line's order over when its mark is lower, or when it is better aim by aim. */
    void compare(Line line, long movesTried) {
        aimByAim.compare(line);
        long found = mark(line);
        if (found < mark) {
            mark = found;
            counts = line.counts();
            moves = movesTried;
            line.tell(order);
            watcher.better(counts, moves);
        }
    }

    /** As {@link Counts#mark}, without making anything. */
    private long mark(Line line) {
        long sum = 0;
        long factor = 1_000_000;
        for (int rank = 0; rank < day.aims().size(); rank++) {
            sum += factor * count(line, day.aims().get(rank));
            factor /= 1_000;
        }
        return sum;
    }

    static long count(Line line, Aim aim) {
        return switch (aim) {
            case HIGH_RATIOS -> line.windows.highCount();
            case LOW_RATIOS -> line.windows.lowCount();
            case COLOUR_CHANGES -> line.colours();
        };
    }

    Counts counts() {
        return counts;
    }

    Counts bounds() {
        return bounds;
    }

    /** Moves that had been tried when it was found. */
    long moves() {
        return moves;
    }

    /** Whether no order has a lower mark than the one that is best aim by aim. */
    boolean isBestAimByAim() {
        return aimByAim.counts().mark(day.aims()) == mark;
    }

    /** Whether no order can be better in the first aims, up to a rank. */
    boolean meetsBounds(int rank) {
        return aimByAim.meetsBounds(bounds, rank);
    }
}
