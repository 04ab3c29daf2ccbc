package io.rampline.desk.money;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import io.rampline.intake.PastOrders;
import io.rampline.promise.Binding;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.ledger.Batch;
import io.rampline.treasury.ledger.Journal;
import io.rampline.treasury.ledger.Ledger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * The ledger of a scenario folder: its history and its open orders become the entries that a book would have, up to a
 * day.
 */
public final class FoldedBook {
    private static final Promise NO_DATE = new Promise.BeyondHorizon(Binding.NOTHING);

    private final Scenario scenario;
    private final int asOfDay;
    private final Ledger ledger;
    private int[] bookRows = new int[1024];
    private int rows;
    private long position;

    private FoldedBook(Scenario scenario, LocalDate asOf, Journal journal) {
        this.scenario = scenario;
        this.asOfDay = Math.toIntExact(asOf.toEpochDay());
        this.ledger = new Ledger(scenario, journal);
    }

    /**
     * Folds history and open orders up to the end of a day.
     *
     * @param asOf entries after it are left out; what only time brings is booked up to it
     */
    public static FoldedBook of(PromisedBook book, LocalDate asOf, Journal journal) {
        FoldedBook folded = new FoldedBook(book.scenario(), asOf, journal);
        try (Batch batch = folded.ledger.batch()) {
            folded.fold(book.contents().history(), batch);
            folded.fold(book, batch);
        }
        folded.ledger.closeTo(folded.asOfDay);
        return folded;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The row in the promised book of a row of the ledger, -1 for an order that was closed before. */
    public int bookRow(int row) {
        return bookRows[row];
    }

    private void fold(PastOrders past, Batch batch) {
        for (int row = 0; row < past.size(); row++) {
            int locked = past.lockedDay(row);
            if (locked > asOfDay) {
                continue;
            }
            Configuration configuration = past.configuration(row);
            String id = String.format(Locale.ROOT, "past-%07d", row + 1);
            Order order = new Order(
                    id,
                    locked * TimeOfBook.MICROS_PER_DAY,
                    0,
                    configuration,
                    Order.AS_SOON_AS_POSSIBLE,
                    scenario.deposits().depositMinor(configuration));
            batch.add(new Entry.TakenOver(++position, order, NO_DATE, OrderTable.NEVER_PROMISED), asOfDay);
            note(-1);
            int end = past.endDay(row);
            if (end <= asOfDay) {
                Entry entry = switch (past.end(row)) {
                    case DELIVERED -> new Entry.Delivered(++position, id, end * TimeOfBook.MICROS_PER_DAY);
                    case CANCELLED -> new Entry.Cancelled(++position, id);
                };
                batch.add(entry, end);
            }
        }
    }

    private void fold(PromisedBook book, Batch batch) {
        OrderTable orders = book.orders();
        for (int row = 0; row < book.size(); row++) {
            if (TimeOfBook.day(orders.lockedAtMicros(row)).toEpochDay() <= asOfDay) {
                batch.add(
                        new Entry.TakenOver(
                                ++position,
                                orders.order(row),
                                book.engine().promiseOf(row),
                                orders.promisedBucket(row)),
                        asOfDay);
                note(row);
            }
        }
    }

    private void note(int bookRow) {
        if (rows == bookRows.length) {
            bookRows = Arrays.copyOf(bookRows, rows * 2);
        }
        bookRows[rows++] = bookRow;
    }
}
