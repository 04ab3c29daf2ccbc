package io.rampline.orderbook.credibility;

/** What came of a promise. */
public enum Verdict {
    /** Delivered not later than promised, with the grace allowed. */
    KEPT,
    /** Delivered later. */
    BROKEN,
    /** Not delivered, and it can still be kept. */
    OPEN,
    /**
     * Not delivered, and it cannot be kept any more: its week has gone by, or the book itself now says a later one or
     * none. Counted against the maker before the car arrives, so that leaving late cars undelivered earns nothing.
     */
    IMPOSSIBLE,
    /** No date was ever promised. */
    UNDATED,
    /** The customer left while the promise could still be kept. */
    CANCELLED,
    /** The customer left after the promise had become impossible. */
    CANCELLED_LATE
}
