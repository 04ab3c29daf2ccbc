package io.rampline.desk.command.book;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Network;
import io.rampline.orderbook.record.Appender;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.ledger.Batch;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.statement.LedgerCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The money that follows from the entries of a book, held against the orders.
 *
 * @param isFollowed whether the entries could be followed
 * @param orders in the ledger
 * @param flaws what is wrong, one sentence each
 */
record MoneyOfBook(boolean isFollowed, long orders, List<String> flaws) {
    /** Of a book whose entries do not follow from each other. */
    static final MoneyOfBook UNREAD = new MoneyOfBook(false, 0, List.of());

    MoneyOfBook {
        flaws = List.copyOf(flaws);
    }

    /** Folds a whole book. O(entries). */
    static MoneyOfBook read(Connection reader, Network network) throws SQLException {
        long offset = Appender.head(reader).clockOffsetMicros();
        EntryText text = new EntryText(network);
        Ledger ledger = new Ledger(network.scenario(), Journal.NONE);
        int[] last = {Math.toIntExact(network.scenario().asOf().toEpochDay())};
        try (Batch batch = ledger.batch()) {
            BookRows.after(reader, 0, row -> {
                int day = Math.toIntExact(
                        TimeOfBook.day(row.recordedAtMicros() + offset).toEpochDay());
                batch.add(row.entry(text), day);
                last[0] = Math.max(last[0], day);
            });
        }
        int day = Math.max(last[0], ledger.lastDay());
        ledger.closeTo(day);
        return new MoneyOfBook(true, ledger.orders().size(), LedgerCheck.flaws(ledger, day));
    }

    void write(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("money");
        to.writeBooleanField("followed", isFollowed);
        to.writeNumberField("orders", orders);
        to.writeArrayFieldStart("differences");
        for (String flaw : flaws) {
            to.writeString(flaw);
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}
