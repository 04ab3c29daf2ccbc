package io.rampline.treasury.ledger;

import io.rampline.promise.Entry;

/**
 * Entries that a ledger follows some at a time; {@link #close} follows the last ones. What comes of it is what
 * {@link Ledger#add} makes of them one by one, line for line.
 *
 * <p>An order of a large book lies anywhere in memory, and whoever takes one entry after the other waits for each. The
 * orders of a batch are looked for together, so that the processor waits for all of them at once.
 */
public final class Batch implements AutoCloseable {
    /** More than a processor waits for at once; all that was looked for is still near when its turn comes. */
    private static final int ENTRIES_MAX = 32;

    private final Ledger ledger;
    private final Entry[] entries = new Entry[ENTRIES_MAX];
    private final int[] days = new int[ENTRIES_MAX];
    private final String[] orderIds = new String[ENTRIES_MAX];
    private final int[] rows = new int[ENTRIES_MAX];
    private int size;

    Batch(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Follows the book by one entry, at once or soon.
     *
     * @param day on which it was recorded, days since 1970-01-01
     * @throws IllegalArgumentException when this or an earlier entry of the batch is about an order that is not in the
     *     book
     */
    public void add(Entry entry, int day) {
        entries[size] = entry;
        days[size] = day;
        orderIds[size] = entry.orderId();
        size++;
        if (size == ENTRIES_MAX) {
            follow();
        }
    }

    @Override
    public void close() {
        follow();
    }

    private void follow() {
        int count = size;
        size = 0;
        ledger.find(orderIds, count, rows);
        for (int i = 0; i < count; i++) {
            ledger.add(entries[i], days[i], rows[i]);
        }
    }
}
