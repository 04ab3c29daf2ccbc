package io.rampline.promise;

/**
 * What may happen to an order's date when the book is re-promised. Orders are dealt with strategy by strategy in this
 * order, and by rank within each.
 */
public enum Strategy {
    /** Untouched. Orders in the frozen zone are always dealt with so. */
    SKIP,
    /**
     * Gets its first promised date or an earlier one, before all others; an exception is reported where that cannot be.
     */
    WIN,
    /** Never later than now; any earlier date is taken. */
    GAIN,
    /** Never later than now; an earlier date is taken when it gains at least the scenario's hysteresis. */
    IMPROVE,
    /** Thrown open: may gain or lose. */
    REDISTRIBUTE,
    /** Never earlier than now; may lose. */
    FILL,
    /** Gives its date up and gets what is left when all others are served. */
    LOSE;

    /** Whether an order may stay where it is because this strategy guarantees it. */
    public boolean keepsSlot() {
        return switch (this) {
            case SKIP, GAIN, IMPROVE -> true;
            case WIN, REDISTRIBUTE, FILL, LOSE -> false;
        };
    }
}
