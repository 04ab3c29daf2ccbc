package io.rampline.orderbook.credibility;

import io.rampline.factory.Network;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import java.sql.Connection;
import java.sql.SQLException;

/** The record of promises of a book in a database. */
public final class RecordOfBook {
    private RecordOfBook() {}

    /**
     * Follows the entries of a book up to a moment. O(entries).
     *
     * @param connection that may read the book, in no transaction
     * @param network of the scenario stored with it
     * @param clockOffsetMicros book time less wall clock time, as the head has it
     * @param bar entries recorded after its moment are left out
     */
    public static PromiseRecord read(Connection connection, Network network, long clockOffsetMicros, Bar bar)
            throws SQLException {
        EntryText text = new EntryText(network);
        PromiseRecord record =
                new PromiseRecord(network.horizon(), network.scenario().windowRule());
        BookRows.after(connection, 0, row -> {
            long atMicros = row.recordedAtMicros() + clockOffsetMicros;
            if (atMicros <= bar.asOfMicros()) {
                record.add(row.entry(text), atMicros);
            }
        });
        return record;
    }
}
