package io.rampline.desk.http;

import io.rampline.orderbook.RecordedEntry;
import io.rampline.promise.Entry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Follows the book for whoever folds it: the first question reads all of it, later ones what has come since. Reading a
 * large book for the first time takes longer than anybody waits, so it goes on with the next question. For one thread
 * at a time.
 */
final class EntryReading {
    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Book book;
    private final LongSupplier clockNanos;
    private final Fold fold;
    private long position;

    /** Takes an entry with the book time at which it was recorded, in microseconds. */
    interface Fold {
        void add(Entry entry, long atMicros);
    }

    EntryReading(Book book, LongSupplier clockNanos, Fold fold) {
        this.book = book;
        this.clockNanos = clockNanos;
        this.fold = fold;
    }

    /** Position of the last entry folded. */
    long position() {
        return position;
    }

    /**
     * Reads what has come since.
     *
     * @throws Problem {@link ProblemType#BUSY} when there is more than one question has patience for
     */
    void follow() {
        long until = clockNanos.getAsLong() + PATIENCE_NANOS;
        List<RecordedEntry> next = book.reader().after(position, ENTRIES_AT_ONCE);
        while (!next.isEmpty()) {
            for (RecordedEntry entry : next) {
                fold.add(entry.entry(), book.timeOf(entry.recordedAt()));
                position = entry.position();
            }
            if (clockNanos.getAsLong() > until) {
                throw new Problem(
                                ProblemType.BUSY,
                                "the book is being read for the first time, so far to position " + position + " of "
                                        + book.state().position())
                        .retryAfter(TimeUnit.SECONDS.toNanos(1));
            }
            next = book.reader().after(position, ENTRIES_AT_ONCE);
        }
    }
}
