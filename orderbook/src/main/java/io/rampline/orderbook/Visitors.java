package io.rampline.orderbook;

import java.util.List;

/** Who came to a waiting room, kept so that nobody loses a place by a restart. Safe for use by several threads. */
public interface Visitors {
    /**
     * Somebody who came.
     *
     * @param number from 0 on, in the order in which they were written down
     * @param enteredAtMicros wall clock
     * @param isEarly whether that was before the draw
     */
    record Visitor(long number, String name, long enteredAtMicros, boolean isEarly) {}

    /**
     * Everybody who came to a room, in the order of numbers.
     *
     * @param room names it
     * @throws BookUnavailable when the record cannot be read
     */
    List<Visitor> of(String room);

    /**
     * Writes visitors down; durable when this returns. Doing it again changes nothing.
     *
     * @throws BookUnavailable when it is not known whether they are; ask again
     * @throws IllegalStateException when another engine has the book
     */
    void write(String room, List<Visitor> visitors);
}
