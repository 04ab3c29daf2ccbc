package io.rampline.orderbook.record;

import io.rampline.promise.BookImage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The record as the engine that writes it sees it. In the product it is PostgreSQL; simulations put a memory here that
 * keeps the same rules and fails on demand. Every call may fail like a database does: see {@link Appender.Outcome}.
 */
public interface Ledger {
    /**
     * Takes the book over: every other engine is ignored from here on.
     *
     * @param holder who, for people
     */
    Head takeOver(String holder) throws SQLException;

    /** The head as it stands. */
    Head head() throws SQLException;

    /** The latest image that is whole; empty when there is none. */
    Optional<BookImage> snapshot() throws SQLException;

    /** Keeps an image instead of those before it. */
    void keep(BookImage image) throws SQLException;

    /** As {@link #keep}, leaving room for whoever writes meanwhile. */
    default void keepGently(BookImage image) throws SQLException {
        keep(image);
    }

    /** Every entry after a position, in order. */
    void after(long position, BookRows.Taker taker) throws SQLException;

    /** Entries from one position to another, both included. */
    List<BookRows.Row> between(long first, long last) throws SQLException;

    /** Requests with an id of their own that were written after a moment, oldest first. */
    List<Batch.RequestRow> requests(long afterMicros) throws SQLException;

    /** A way to write for whoever has taken the book over. */
    Writing writing(long epoch) throws SQLException;

    /** One connection to write through. Not for use by several threads. */
    interface Writing extends AutoCloseable {
        /** Writes a batch. It is durable when this returns. */
        void append(Batch batch) throws SQLException;

        /** The head as it stands. */
        Head head() throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
