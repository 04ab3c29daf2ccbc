package io.rampline.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Futures in a row, to be lived through by one of many.
 *
 * @param book which snapshot, by its place in a list
 * @param first 0 or more
 * @param until the first future behind it, above first
 */
public record Stretch(int book, long seed, long first, long until) {
    public Stretch {
        if (book < 0 || first < 0 || until <= first) {
            throw new IllegalArgumentException(
                    "found book " + book + ", futures " + first + " to " + until + ", expected a stretch of them");
        }
    }

    public long futures() {
        return until - first;
    }

    /**
     * Cuts futures into stretches of about equal length, in order and without a gap.
     *
     * @param pieces at most so many, 1 or more
     */
    public static List<Stretch> cut(int book, long seed, long first, long until, int pieces) {
        List<Stretch> cut = new ArrayList<>();
        long most = StrictMath.min(pieces, until - first);
        for (long piece = 0; piece < most; piece++) {
            long from = first + (until - first) * piece / most;
            long to = first + (until - first) * (piece + 1) / most;
            cut.add(new Stretch(book, seed, from, to));
        }
        return cut;
    }
}
