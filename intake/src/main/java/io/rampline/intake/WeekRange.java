package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.intake.csv.CellTime;

/**
 * Weeks from {@code first} to {@code last}, both included, as numbers of {@link io.rampline.factory.Week};
 * {@link CellTime#OPEN_END} for a range without end.
 */
record WeekRange(int first, int last) {
    static final WeekRange ALL = new WeekRange(Integer.MIN_VALUE + 1, CellTime.OPEN_END);

    /** First bucket of the range inside the horizon. */
    int fromBucket(Horizon horizon) {
        return (int) Math.max(0, (long) first - horizon.start().number());
    }

    /** Bucket behind the last one inside the horizon; not above {@link #fromBucket} when none is inside. */
    int toBucket(Horizon horizon) {
        return (int) Math.min(horizon.weeks(), (long) last - horizon.start().number() + 1);
    }

    boolean touches(Horizon horizon) {
        return fromBucket(horizon) < toBucket(horizon);
    }
}
