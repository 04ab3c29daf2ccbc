package io.rampline.sequence.day;

import java.util.List;

/**
 * What is wrong with a sequence.
 *
 * @param high violations of ratios of high priority
 * @param low violations of ratios of low priority
 * @param colours changes of colour
 */
public record Counts(long high, long low, long colours) {
    private static final long[] FACTORS = {1_000_000, 1_000, 1};

    /** The count of one aim. */
    public long of(Aim aim) {
        return switch (aim) {
            case HIGH_RATIOS -> high;
            case LOW_RATIOS -> low;
            case COLOUR_CHANGES -> colours;
        };
    }

    /**
     * One number for the whole, as the ROADEF challenge of 2005 had it: 1,000,000 times the first count and 1,000 times
     * the second and the third. A sum, hence not a strict order of aims where a count passes 1,000.
     */
    public long mark(List<Aim> aims) {
        long mark = 0;
        for (int rank = 0; rank < aims.size(); rank++) {
            mark += FACTORS[rank] * of(aims.get(rank));
        }
        return mark;
    }
}
