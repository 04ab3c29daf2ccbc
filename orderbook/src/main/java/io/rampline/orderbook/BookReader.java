package io.rampline.orderbook;

import io.rampline.factory.Network;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the record. Everything it says was written before. One thread at a time. */
public final class BookReader {
    private final BookDatabase database;
    private final EntryText text;

    BookReader(BookDatabase database, Network network) {
        this.database = database;
        this.text = new EntryText(network);
    }

    /** An order as its entries leave it; empty when there are none. */
    public Optional<OrderRecord> order(String orderId) {
        return OrderRecord.of(history(orderId));
    }

    /** Every entry about an order, oldest first. */
    public List<RecordedEntry> history(String orderId) {
        return read(connection -> BookRows.ofOrder(connection, orderId));
    }

    /**
     * Up to {@code most} entries after a position that brought orders of a customer into the book, in order. Whose an
     * order is stands in the actor of that entry, which ends in {@code customer:NAME}.
     */
    public List<RecordedEntry> broughtFor(String customer, long position, int most) {
        return read(connection -> BookRows.broughtFor(connection, customer, position, most));
    }

    /** Up to {@code most} entries after a position, in order. */
    public List<RecordedEntry> after(long position, int most) {
        return read(connection -> BookRows.after(connection, position, most));
    }

    /** The first adoption of a plan after a position. */
    public Optional<RecordedEntry> nextAdoption(long position) {
        return read(connection -> BookRows.next(connection, EntryText.PLAN_ADOPTED, position)).stream()
                .findFirst();
    }

    private interface Reading {
        List<BookRows.Row> of(Connection connection) throws SQLException;
    }

    private List<RecordedEntry> read(Reading reading) {
        try (Connection connection = database.reader()) {
            List<RecordedEntry> entries = new ArrayList<>();
            for (BookRows.Row row : reading.of(connection)) {
                Instant at = Instant.EPOCH.plus(row.recordedAtMicros(), ChronoUnit.MICROS);
                entries.add(new RecordedEntry(at, row.actor(), row.reason(), row.entry(text)));
            }
            return entries;
        } catch (SQLException failed) {
            throw new BookUnavailable("could not read the book: " + failed.getMessage());
        }
    }
}
