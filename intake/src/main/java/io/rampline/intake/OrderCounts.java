package io.rampline.intake;

import io.rampline.factory.Configuration;
import io.rampline.intake.csv.CellTime;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads {@code order_counts.csv} and {@code deliveries.csv}: published counts become single orders.
 *
 * <p>The same files and seed give the same orders on every machine. Each row draws from a stream of its own, so that a
 * row more at the end leaves the orders of the others as they were.
 */
final class OrderCounts {
    static final String FILE = "order_counts.csv";
    static final String DELIVERIES = "deliveries.csv";

    private static final int SERIAL_DIGITS_MIN = 6;

    /** Nobody left before the lock, so it says nothing. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    static final Shape SHAPE = Shape.of(FILE)
            .required("from", "to", "model", "trim", "locked")
            .optional("market", "options", "priority", "cancelled", "cancelled_from");

    private final OrderRules rules;
    private final OrderColumns orders = new OrderColumns(1024);
    private int rows;

    private OrderCounts(OrderRules rules) {
        this.rules = rules;
    }

    static OrderColumns read(Folder folder, OrderRules rules) {
        OrderColumns orders = readUndelivered(folder, rules);
        if (folder.has(DELIVERIES)) {
            DeliveredCounts.read(folder, rules, orders);
        }
        return orders;
    }

    /** The orders before {@code deliveries.csv} is looked at. */
    static OrderColumns readUndelivered(Folder folder, OrderRules rules) {
        OrderCounts counts = new OrderCounts(rules);
        Table.read(folder, SHAPE, counts::read);
        return counts.orders;
    }

    private void read(Row row) {
        rows++;
        int mark = row.mark();
        long from = rules.pastMoment(row, "from");
        long to = rules.pastMoment(row, "to");
        // A day as the end means the whole of it.
        boolean isDay = row.raw("to").length() == 10;
        long last = isDay ? to + CellTime.MICROS_PER_DAY - 1 : to;
        if (row.isSoundSince(mark) && last < from) {
            row.flaw("to", "a moment not before " + row.raw("from"), "from and to are swapped");
        }
        Configuration configuration = rules.configuration(row);
        int priorityClass = rules.priorityClass(row);
        int countMark = row.mark();
        int locked = row.whole("locked", 0, OrderRules.ORDERS_MAX);
        int cancelled = row.whole("cancelled", 0, OrderRules.ORDERS_MAX, 0);
        if (row.isSoundSince(countMark) && cancelled > locked) {
            row.flaw("cancelled", "at most locked, " + locked, "the two numbers are swapped");
        }
        LocalDate leftFrom = row.isEmpty("cancelled_from") ? FIRST_DAY : rules.pastDay(row, "cancelled_from");
        rules.sources().of(row);
        if (row.isSound() && orders.size() + locked > OrderRules.ORDERS_MAX) {
            row.flaw("locked", "at most " + OrderRules.ORDERS_MAX + " orders in all rows together", "");
        }
        if (row.isSound()) {
            Leaving leaving = new Leaving(cancelled, (int) leftFrom.toEpochDay(), (int)
                    rules.basics().asOf().toEpochDay());
            expand(row.line(), from, last, orders.number(configuration), priorityClass, locked, leaving);
        }
    }

    private void expand(
            int line, long from, long last, int configurationNumber, int priorityClass, int locked, Leaving leaving) {
        SeededStream random = new SeededStream(rules.basics().seed(), rows);
        long[] moments = new long[locked];
        for (int i = 0; i < locked; i++) {
            moments[i] = from + random.below(last - from + 1);
        }
        Arrays.sort(moments);
        long deposit = rules.deposit(orders.configuration(configurationNumber));
        Serial serial = new Serial(rows, locked);
        int toCancel = leaving.count();
        for (int i = 0; i < locked; i++) {
            int at = orders.add();
            orders.ids[at] = serial.next();
            orders.lockedAtMicros[at] = moments[i];
            orders.priorityClasses[at] = (byte) priorityClass;
            orders.configurationNumbers[at] = configurationNumber;
            orders.earliestBuckets[at] = Order.AS_SOON_AS_POSSIBLE;
            orders.promisedBuckets[at] = OrderTable.NEVER_PROMISED;
            orders.depositsMinor[at] = deposit;
            orders.endDays[at] = OrderColumns.STILL_OPEN;
            orders.lines[at] = line;
            // Each order left has the same chance to be one of those still to be cancelled.
            if (toCancel > 0 && random.below(locked - i) < toCancel) {
                toCancel--;
                int lockedDay = (int) Math.floorDiv(moments[i], CellTime.MICROS_PER_DAY);
                orders.endDays[at] = leaving.day(lockedDay, random);
                orders.cancelled[at] = true;
            }
        }
    }

    /**
     * Those of a row who left: how many, and the days on which they may have. A lock after {@code fromDay} leaves no
     * earlier than it was made.
     */
    private record Leaving(int count, int fromDay, int toDay) {
        int day(int lockedDay, SeededStream random) {
            int first = Math.max(lockedDay, fromDay);
            return first + (int) random.below(toDay - first + 1);
        }
    }

    /** Ids such as {@code C001-000123}: the row of the file and the serial number in order of lock. */
    private static final class Serial {
        private final char[] text;
        private final int digits;

        Serial(int row, int locked) {
            this.digits = Math.max(SERIAL_DIGITS_MIN, Integer.toString(locked).length());
            String prefix = String.format(java.util.Locale.ROOT, "C%03d-", row);
            this.text = (prefix + "0".repeat(digits)).toCharArray();
        }

        String next() {
            int at = text.length - 1;
            while (text[at] == '9') {
                text[at--] = '0';
            }
            text[at]++;
            return new String(text);
        }
    }
}
