package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BucketChanges;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.Head;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.BookImage;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a writer needs to go on where the record ends: the last snapshot, the entries after it repeated, and the
 * requests of the last days.
 *
 * @param requests answered, by id
 * @param repeated entries that were repeated
 * @param recordedAtMicros wall clock time of the last entry; 0 when there is none
 * @param lastLockMicros the latest lock time of the orders, those far ahead of the last entry left aside
 */
record Recovery(
        Head head,
        PromiseEngine engine,
        Batch.Writer writer,
        Map<String, Batch.RequestRow> requests,
        long repeated,
        long recordedAtMicros,
        long lastLockMicros) {
    /** No batch takes as long; an order locked later than that after it was told its time by whoever asked. */
    private static final long BATCH_MICROS_MOST = 60_000_000;

    /**
     * Reads the record up to its head.
     *
     * @param head of the book, which nobody else writes any more
     * @param book is given every entry the engine writes from here on
     */
    static Recovery of(Ledger ledger, Network network, Head head, Consumer<Entry> book) throws SQLException {
        EntryText text = new EntryText(network);
        PromiseEngine engine = null;
        Optional<BookImage> image = ledger.snapshot();
        if (image.isPresent() && image.get().position() <= head.position()) {
            engine = image.get().engine(network, book);
        }
        PromiseEngine repeating = engine == null ? new PromiseEngine(network, book) : engine;
        long from = repeating.position();
        Hash[] lastHash = {Hash.START};
        long[] recordedAt = {0};
        ledger.after(Math.max(0, from - 1), row -> {
            if (row.position() > from) {
                repeating.replay(row.entry(text));
            }
            lastHash[0] = row.hash();
            recordedAt[0] = row.recordedAtMicros();
        });
        if (repeating.position() != head.position() || !lastHash[0].equals(head.hash())) {
            throw new BookUnavailable("found a record that ends at entry " + repeating.position() + ", expected entry "
                    + head.position() + " with the hash the head names; maybe run the audit");
        }
        BucketChanges changes = new BucketChanges(network);
        long lastLock = Long.MIN_VALUE;
        long locksEnd = Math.max(recordedAt[0] + head.clockOffsetMicros(), repeating.nowMicros()) + BATCH_MICROS_MOST;
        for (int row = 0; row < repeating.size(); row++) {
            long locked = repeating.order(row).lockedAtMicros();
            if (locked > lastLock && locked < locksEnd) {
                lastLock = locked;
            }
            if (repeating.isOpen(row)) {
                changes.remember(
                        repeating.order(row).id(), repeating.order(row).configuration(), repeating.promiseOf(row));
            }
        }
        Batch.Writer writer = new Batch.Writer(text, changes, head.position(), head.hash());
        return new Recovery(
                head, repeating, writer, requests(ledger), repeating.position() - from, recordedAt[0], lastLock);
    }

    /** All that are kept: one that the record still has but the engine forgot could neither be repeated nor done. */
    private static Map<String, Batch.RequestRow> requests(Ledger ledger) throws SQLException {
        Map<String, Batch.RequestRow> requests = new LinkedHashMap<>();
        ledger.requests(0).forEach(row -> requests.put(row.id(), row));
        return requests;
    }
}
