package io.rampline.intake;

import io.rampline.factory.Configuration;
import io.rampline.intake.csv.CellTime;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.time.LocalDate;

/** Reads one row of {@code orders.csv} the plain way, with every flaw in it. */
final class OrderRow {
    static final Shape SHAPE = Shape.of("orders.csv")
            .required("order_id", "locked_at", "model", "trim")
            .optional(
                    "market",
                    "options",
                    "priority",
                    "deposit",
                    "earliest_week",
                    "promised_week",
                    "delivered_on",
                    "cancelled_on")
            .rowsMax(OrderRules.ORDERS_MAX);

    private OrderRow() {}

    /**
     * Adds the order, also one with flaws: its id still counts as used.
     *
     * @return the row in {@code orders}; negative when the id could not be read and nothing was added
     */
    static int read(Row row, OrderRules rules, OrderColumns orders) {
        String id = id(row);
        int mark = row.mark();
        long lockedAt = rules.pastMoment(row, "locked_at");
        boolean isLockKnown = row.isSoundSince(mark);
        Configuration configuration = rules.configuration(row);
        int priorityClass = rules.priorityClass(row);
        long deposit = row.money("deposit", rules.basics().currency(), rules.deposit(configuration));
        int earliest = bucket(row, "earliest_week", rules, Order.AS_SOON_AS_POSSIBLE);
        int promised = bucket(row, "promised_week", rules, OrderTable.NEVER_PROMISED);
        boolean wasCancelled = !row.isEmpty("cancelled_on");
        int endDay = endDay(row, rules, isLockKnown ? lockedAt : Long.MIN_VALUE);
        rules.sources().of(row);
        if (!OrderRules.isId(id)) {
            return -1;
        }
        int at = orders.add();
        orders.ids[at] = id;
        orders.hashes[at] = IdHash.of(id);
        orders.lockedAtMicros[at] = lockedAt;
        orders.priorityClasses[at] = (byte) priorityClass;
        orders.configurationNumbers[at] = orders.number(configuration);
        orders.earliestBuckets[at] = earliest;
        orders.promisedBuckets[at] = promised;
        orders.depositsMinor[at] = deposit;
        orders.endDays[at] = endDay;
        orders.cancelled[at] = wasCancelled;
        orders.lines[at] = row.line();
        return at;
    }

    private static String id(Row row) {
        String id = row.raw("order_id");
        if (!OrderRules.isId(id)) {
            row.flaw(
                    "order_id",
                    "1 to " + OrderRules.ID_LENGTH_MAX + " printable characters",
                    id.isBlank() ? "give the order a number, or delete the line" : Spelling.withoutSpace(id));
        }
        return id;
    }

    private static int bucket(Row row, String column, OrderRules rules, int ifAbsent) {
        return row.isEmpty(column) ? ifAbsent : rules.basics().horizon().bucket(row.week(column));
    }

    private static int endDay(Row row, OrderRules rules, long lockedAt) {
        if (!row.isEmpty("delivered_on") && !row.isEmpty("cancelled_on")) {
            row.flaw("cancelled_on", "an empty cell in an order that was delivered", "it was one or the other");
        }
        int endDay = OrderColumns.STILL_OPEN;
        for (String column : new String[] {"delivered_on", "cancelled_on"}) {
            if (!row.isEmpty(column)) {
                int mark = row.mark();
                LocalDate day = rules.pastDay(row, column);
                long lockedDay = Math.floorDiv(lockedAt, CellTime.MICROS_PER_DAY);
                if (row.isSoundSince(mark) && day.toEpochDay() < lockedDay) {
                    row.flaw(column, "a day not before locked_at", "the two dates are swapped");
                }
                endDay = (int) day.toEpochDay();
            }
        }
        return endDay;
    }
}
