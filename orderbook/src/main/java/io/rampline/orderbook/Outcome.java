package io.rampline.orderbook;

import io.rampline.promise.Answer;

/** What became of a request. */
public sealed interface Outcome {
    /**
     * Answered, and what it changed is safe.
     *
     * @param repeated the same request was answered before, and this is what it did then
     */
    record Answered(Answer answer, boolean repeated) implements Outcome {}

    /** A request of this id was answered before, with other content. */
    record RequestIdReused(String requestId) implements Outcome {}

    /** Too many wait already; nothing was done. */
    record Busy(int waiting) implements Outcome {}

    /** The book cannot be written now; nothing was done. */
    record Unavailable(String why) implements Outcome {}

    /** It may stand in the book or not: ask again with the same id. */
    record Unknown(String why) implements Outcome {}
}
