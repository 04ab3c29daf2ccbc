package io.rampline.orderbook;

import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine writes with: a connection that is opened when it is needed and put down when it broke, and the epoch
 * in which it may write. Not for use by several threads.
 */
final class Pen {
    private final Ledger ledger;
    private final long epoch;
    private Ledger.@Nullable Writing writing;

    /** What the record says of a batch that may have been written. */
    enum Trace {
        /** It is in the record. */
        WRITTEN,
        /** It is not, and there is room for it. It may still be under way on a connection that broke. */
        NOT_YET,
        /** It is not and never will be: another engine has taken the book over. */
        NEVER
    }

    Pen(Ledger ledger, long epoch) {
        this.ledger = ledger;
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    /** Writes a batch. It is durable when this returns. */
    void append(Batch batch) throws SQLException {
        connected().append(batch);
    }

    /** Whether this engine still is the one that writes. A connection that broke while nobody wrote is replaced. */
    boolean mayWrite() throws SQLException {
        try {
            return connected().head().epoch() == epoch;
        } catch (SQLException broken) {
            putDown();
            return connected().head().epoch() == epoch;
        }
    }

    /**
     * Looks for a batch in the record.
     *
     * @throws IllegalStateException when the record went on without it in this very epoch
     */
    Trace trace(Batch batch) throws SQLException {
        Head head = ledger.head();
        if (isWritten(batch, head)) {
            return Trace.WRITTEN;
        }
        if (head.epoch() != epoch) {
            return Trace.NEVER;
        }
        if (head.position() != batch.from()) {
            throw new IllegalStateException("found other entries at the end of the record than were written");
        }
        return Trace.NOT_YET;
    }

    private boolean isWritten(Batch batch, Head head) throws SQLException {
        if (batch.size() == 0) {
            return ledger.requests(batch.recordedAtMicros() - 1)
                    .contains(batch.requests().getFirst());
        }
        if (head.position() < batch.to()) {
            return false;
        }
        List<BookRows.Row> last = ledger.between(batch.to(), batch.to());
        return !last.isEmpty() && last.getFirst().hash().equals(batch.hash());
    }

    private Ledger.Writing connected() throws SQLException {
        Ledger.Writing open = writing;
        if (open == null) {
            open = ledger.writing(epoch);
            writing = open;
        }
        return open;
    }

    /** Gives the connection up. */
    void putDown() {
        Ledger.Writing open = writing;
        writing = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                // A connection that cannot be closed is closed.
            }
        }
    }
}
