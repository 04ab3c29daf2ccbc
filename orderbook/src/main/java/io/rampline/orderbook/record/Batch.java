package io.rampline.orderbook.record;

import io.rampline.promise.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that are written together or not at all, with what they change in the counters and the requests they answer.
 * Immutable once made.
 */
public final class Batch {
    final long from;
    final long recordedAtMicros;
    final List<Row> rows;
    final List<RequestRow> requests;
    final BucketChanges.Net changes;

    /** A row of the book as it is written. */
    public record Row(String kind, String actor, String reason, String orderId, String body, Hash hash) {}

    /** What is kept of a request that carried an id of its own. */
    public record RequestRow(String id, Hash digest, long firstPosition, long lastPosition, int remainder) {}

    private Batch(
            long from, long recordedAtMicros, List<Row> rows, List<RequestRow> requests, BucketChanges.Net changes) {
        this.from = from;
        this.recordedAtMicros = recordedAtMicros;
        this.rows = List.copyOf(rows);
        this.requests = List.copyOf(requests);
        this.changes = changes;
    }

    /** Position of the entry before the first one. */
    public long from() {
        return from;
    }

    /** Wall clock time of writing, microseconds since 1970. */
    public long recordedAtMicros() {
        return recordedAtMicros;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<RequestRow> requests() {
        return requests;
    }

    /** What it changes in the counters. */
    public BucketChanges.Net changes() {
        return changes;
    }

    /** Position of the last entry. */
    public long to() {
        return from + rows.size();
    }

    /** How many entries. */
    public int size() {
        return rows.size();
    }

    /** Hash of the last entry. */
    public Hash hash() {
        return rows.getLast().hash();
    }

    /** Entry by entry on the way to a batch; one writer makes one batch after the other. */
    public static final class Writer {
        private final EntryText text;
        private final HashChain chain;
        private final BucketChanges changes;
        private long position;
        private long recordedAtMicros;
        private List<Row> rows = new ArrayList<>();
        private List<RequestRow> requests = new ArrayList<>();

        /**
         * A writer that goes on after an entry.
         *
         * @param changes knows the slots of all orders in the book
         */
        public Writer(EntryText text, BucketChanges changes, long position, Hash hash) {
            this.text = text;
            this.changes = changes;
            this.position = position;
            this.chain = HashChain.after(hash);
        }

        /** Sets the moment of what follows, microseconds of wall clock time; the same for a whole batch. */
        public void begin(long nowMicros) {
            recordedAtMicros = nowMicros;
        }

        public void add(Entry entry, String actor, String reason) {
            position++;
            if (entry.position() != position) {
                throw new IllegalStateException(
                        "found entry " + entry.position() + ", expected entry " + position + " next");
            }
            String kind = EntryText.kind(entry);
            String orderId = entry.orderId();
            String body = text.body(entry);
            Hash hash = chain.next(position, recordedAtMicros, kind, actor, reason, orderId, body);
            rows.add(new Row(kind, actor, reason, orderId, body, hash));
            changes.add(entry);
        }

        public void add(RequestRow request) {
            requests.add(request);
        }

        /** Whether anything would be written. */
        public boolean isEmpty() {
            return rows.isEmpty() && requests.isEmpty();
        }

        /** What was added since the last batch. */
        public Batch take() {
            Batch batch = new Batch(position - rows.size(), recordedAtMicros, rows, requests, changes.take());
            rows = new ArrayList<>();
            requests = new ArrayList<>();
            return batch;
        }
    }
}
