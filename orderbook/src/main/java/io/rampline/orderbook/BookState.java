package io.rampline.orderbook;

import java.time.Instant;

/**
 * How the book is.
 *
 * @param waiting requests not yet taken up
 * @param position of the last entry that is safe
 * @param batches written since the start
 * @param entries written since the start
 * @param lastCommit when the last batch became safe, the start before the first one
 */
public record BookState(
        Condition condition, int waiting, long position, long batches, long entries, Instant lastCommit) {
    /** What it can do. */
    public sealed interface Condition {
        /** Everything. */
        record Serving() implements Condition {}

        /** Nothing is taken on until the database answers again. */
        record Recovering(Instant since, String why) implements Condition {}

        /** Another engine has taken the book over; this one is done. */
        record Fenced() implements Condition {}

        /** It was closed, or stopped itself. */
        record Stopped(String why) implements Condition {}
    }
}
