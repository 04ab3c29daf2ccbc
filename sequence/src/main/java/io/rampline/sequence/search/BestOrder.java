package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;
import java.util.List;

/** The best order found so far, whichever part of the search found it. */
final class BestOrder {
    final int[] order;

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
        watcher.better(counts, 0);
    }

    /** Takes a line's order over when its mark is lower; returns that mark. */
    long compare(Line line, long movesTried) {
        long found = mark(line);
        if (found < mark) {
            mark = found;
            counts = line.counts();
            moves = movesTried;
            line.tell(order);
            watcher.better(counts, moves);
        }
        return found;
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

    /** Whether no order can be better in any of these aims. */
    boolean meetsBounds(List<Aim> aims) {
        for (Aim aim : aims) {
            if (counts.of(aim) > bounds.of(aim)) {
                return false;
            }
        }
        return true;
    }
}
