package io.rampline.factory;

/**
 * The weeks a scenario plans for. A bucket is the position of a week in the horizon, 0 to {@code weeks - 1}.
 *
 * @param start the first week that can be built in
 * @param weeks how many weeks, 1 to {@value #WEEKS_MAX}
 */
public record Horizon(Week start, int weeks) {
    /**
     * Ten years: beyond it no order is promised by the week, and every table stays small enough for a core's own cache.
     */
    public static final int WEEKS_MAX = 520;

    public Horizon {
        if (weeks < 1 || weeks > WEEKS_MAX) {
            throw new IllegalArgumentException("found horizon of " + weeks + " weeks, expected 1 to " + WEEKS_MAX);
        }
    }

    /** The week of a bucket; buckets beyond the horizon name the weeks that follow it. */
    public Week week(int bucket) {
        return start.plus(bucket);
    }

    /** The bucket of a week; negative before the horizon, {@code >= weeks()} after it. */
    public int bucket(Week week) {
        return week.since(start);
    }

    public boolean holds(Week week) {
        int bucket = bucket(week);
        return bucket >= 0 && bucket < weeks;
    }
}
