package io.rampline.orderbook.audit;

import io.rampline.orderbook.record.EntryText;
import io.rampline.promise.Entry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and understands entries on a thread of its own, so that one processor reads while another checks. Entries come
 * in order, and the book is read by one thread at a time: this one until it has ended.
 */
final class ReadAhead {
    private static final int ENTRIES_AT_ONCE = 1_000;
    private static final int LOADS_AHEAD = 8;

    private final StoredBook book;
    private final EntryText text;
    private final BlockingQueue<Load> ahead = new ArrayBlockingQueue<>(LOADS_AHEAD);
    private List<Understood> collecting = new ArrayList<>();

    ReadAhead(StoredBook book, EntryText text) {
        this.book = book;
        this.text = text;
    }

    /**
     * A row and what it says.
     *
     * @param entry null when it is not understood
     * @param fault why not; empty when it is
     */
    record Understood(StoredEntry stored, @Nullable Entry entry, String fault) {}

    /** Takes entries one by one. */
    interface Taker {
        void take(Understood entry);
    }

    private sealed interface Load {
        record Entries(List<Understood> entries) implements Load {}

        record End() implements Load {}

        record Failed(Exception fault) implements Load {}
    }

    /** Hands every entry over, on the calling thread. */
    void each(Taker taker) throws SQLException {
        Thread reader = Thread.ofPlatform().daemon().name("audit-reader").start(this::read);
        try {
            boolean more = true;
            while (more) {
                switch (ahead.take()) {
                    case Load.Entries load -> load.entries().forEach(taker::take);
                    case Load.End _ -> more = false;
                    case Load.Failed failed -> throw failure(failed.fault());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("the audit was interrupted", interrupted);
        } finally {
            reader.interrupt();
            join(reader);
        }
    }

    private static SQLException failure(Exception fault) {
        return fault instanceof SQLException sql ? sql : new SQLException("could not read the book: " + fault, fault);
    }

    private void read() {
        try {
            book.entries(this::collect);
            hand(new Load.Entries(collecting));
            hand(new Load.End());
        } catch (SQLException | RuntimeException failed) {
            offer(new Load.Failed(failed));
        }
    }

    private void collect(StoredEntry stored) throws SQLException {
        collecting.add(understood(stored));
        if (collecting.size() == ENTRIES_AT_ONCE) {
            hand(new Load.Entries(collecting));
            collecting = new ArrayList<>(ENTRIES_AT_ONCE);
        }
    }

    private Understood understood(StoredEntry stored) {
        String orderId = stored.orderId() == null ? "" : stored.orderId();
        try {
            return new Understood(stored, text.read(stored.position(), stored.kind(), orderId, stored.body()), "");
        } catch (RuntimeException notUnderstood) {
            return new Understood(stored, null, String.valueOf(notUnderstood.getMessage()));
        }
    }

    private void hand(Load load) throws SQLException {
        try {
            ahead.put(load);
        } catch (InterruptedException nobodyReads) {
            Thread.currentThread().interrupt();
            throw new SQLException("nobody takes the entries any more", nobodyReads);
        }
    }

    private void offer(Load load) {
        try {
            ahead.put(load);
        } catch (InterruptedException nobodyReads) {
            Thread.currentThread().interrupt();
        }
    }

    /** The connection must be free before anyone else uses it. */
    private static void join(Thread reader) {
        boolean interrupted = false;
        while (true) {
            try {
                reader.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
