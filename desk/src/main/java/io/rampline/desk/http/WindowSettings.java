package io.rampline.desk.http;

import io.rampline.desk.futures.LiveCount;
import io.rampline.factory.Uncertainty;

/**
 * How windows of the book in use are counted.
 *
 * @param uncertainty how far what comes may be from the plan
 * @param futures at most so many at a time, 1 or more
 * @param unasked whether they are counted without anybody asking: at the start, in a new week, and when the book has
 *     moved much
 */
public record WindowSettings(Uncertainty uncertainty, int futures, boolean unasked) {
    /** Enough for a probability to two points, and a few seconds of one processor for half a million orders. */
    public static final int FUTURES = 2_000;

    /** By what is assumed of any plant, when somebody asks. */
    static final WindowSettings ON_DEMAND = new WindowSettings(Uncertainty.ASSUMED, FUTURES, false);

    private static final long SEED = 1;
    private static final double PRECISION = 0.02;

    public WindowSettings {
        if (futures < 1) {
            throw new IllegalArgumentException("found " + futures + " futures, expected 1 or more");
        }
    }

    LiveCount.Asked asked() {
        return new LiveCount.Asked(futures, SEED, PRECISION);
    }
}
