package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
import java.util.List;

/**
 * The best order seen when nothing that a later aim gains makes up for an earlier one.
 *
 * <p>The mark is a sum and allows that: to it a thousand violations are worth one of the aim above. An aim is annealed
 * from this order, or else what the aim below has gained before would hide what the aim above has come to since.
 */
final class AimByAim {
    private static final Counts NONE = new Counts(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    final int[] order;

    private final List<Aim> aims;
    private Counts counts = NONE;

    AimByAim(Line line) {
        aims = line.day.aims();
        order = new int[line.day.cars().size()];
    }

    /** Begins anew: any order is better than none. */
    void forget() {
        counts = NONE;
    }

    /** Takes a line's order over when it is better. */
    void compare(Line line) {
        long more = 0;
        for (int rank = 0; rank < aims.size() && more == 0; rank++) {
            Aim aim = aims.get(rank);
            more = BestOrder.count(line, aim) - counts.of(aim);
        }
        if (more < 0) {
            counts = line.counts();
            line.tell(order);
        }
    }

    Counts counts() {
        return counts;
    }

    /** The counts of the first aims, up to a rank. */
    long[] countsUpTo(int rank) {
        return aims.stream().limit(rank + 1L).mapToLong(counts::of).toArray();
    }

    /** Whether no order can be better in the first aims, up to a rank. */
    boolean meetsBounds(Counts bounds, int rank) {
        for (int first = 0; first <= rank; first++) {
            Aim aim = aims.get(first);
            if (counts.of(aim) > bounds.of(aim)) {
                return false;
            }
        }
        return true;
    }
}
