package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.intake.csv.CellTime;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.nio.charset.StandardCharsets;

/**
 * Turns the records of an order file, or of one part of it, into {@link OrderColumns}; for one thread.
 *
 * <p>Each record goes through a fast reading first, which takes only what it is sure of: numbers and times that fit,
 * and names that it has seen before. All else, and with it every flaw and every name seen for the first time, goes
 * through the plain reading of {@link OrderRow}, from which the fast one learns. So there is one place that says what
 * is right, and a row costs no object but its id.
 */
final class OrderTaker implements Table.FastTaker, Table.Taker {
    private static final int NO_BUCKET = Integer.MAX_VALUE;

    /** 0001-01-01. */
    private static final long FIRST_MOMENT = -719_162L * CellTime.MICROS_PER_DAY;

    private final OrderRules rules;
    private final OrderValues values;
    private final OrderColumns orders;
    private final KnownOrderNames names;
    private final Horizon horizon;
    private final int minorUnits;
    private final long endOfAsOf;
    private final long asOf;
    private final boolean isHeaderWhole;
    private final int idCell;
    private final int lockedAtCell;
    private final int depositCell;
    private final int earliestCell;
    private final int promisedCell;
    private final int deliveredCell;
    private final int cancelledCell;
    private final int noteCell;

    OrderTaker(OrderRules rules, Header header, OrderValues values, int capacity) {
        this.rules = rules;
        this.values = values;
        this.orders = new OrderColumns(capacity);
        this.names = new KnownOrderNames(rules, header);
        this.horizon = rules.basics().horizon();
        this.minorUnits = rules.basics().currency().minorUnits();
        this.endOfAsOf = rules.endOfAsOfMicros();
        this.asOf = rules.basics().asOf().toEpochDay();
        this.isHeaderWhole = header.hasAll("order_id", "locked_at", "model", "trim");
        this.idCell = header.cell("order_id");
        orders.setIdColumn(idCell + 1);
        this.lockedAtCell = header.cell("locked_at");
        this.depositCell = header.cell("deposit");
        this.earliestCell = header.cell("earliest_week");
        this.promisedCell = header.cell("promised_week");
        this.deliveredCell = header.cell("delivered_on");
        this.cancelledCell = header.cell("cancelled_on");
        this.noteCell = header.cell("note");
    }

    OrderColumns orders() {
        return orders;
    }

    @Override
    public boolean take() {
        if (!isHeaderWhole) {
            return false;
        }
        long lockedAt = values.moment(lockedAtCell);
        int configuration = names.configuration(values);
        int priorityClass = names.priorityClass(values);
        boolean isSure = isPlainId()
                && lockedAt >= FIRST_MOMENT
                && lockedAt < endOfAsOf
                && configuration >= 0
                && priorityClass >= 0
                && names.knowsSource(values)
                && isPlainText(noteCell);
        return isSure && takeRest(lockedAt, configuration, priorityClass);
    }

    private boolean takeRest(long lockedAt, int configuration, int priorityClass) {
        long lockedDay = Math.floorDiv(lockedAt, CellTime.MICROS_PER_DAY);
        long deposit = isAbsent(depositCell) ? names.deposit(configuration) : values.minor(depositCell, minorUnits);
        int earliest = bucket(earliestCell, Order.AS_SOON_AS_POSSIBLE);
        int promised = bucket(promisedCell, OrderTable.NEVER_PROMISED);
        long delivered = endDay(deliveredCell, lockedDay);
        long cancelled = endDay(cancelledCell, lockedDay);
        boolean isSure = deposit >= 0
                && deposit <= Row.MONEY_MINOR_MAX
                && earliest != NO_BUCKET
                && promised != NO_BUCKET
                && delivered != CellTime.NO_TIME
                && cancelled != CellTime.NO_TIME
                && (delivered == OrderColumns.STILL_OPEN || cancelled == OrderColumns.STILL_OPEN);
        if (!isSure) {
            return false;
        }
        int at = orders.add();
        byte[] bytes = values.bytes(idCell);
        int from = values.from(idCell);
        int to = values.to(idCell);
        orders.ids[at] = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        orders.hashes[at] = IdHash.of(bytes, from, to);
        orders.lockedAtMicros[at] = lockedAt;
        orders.priorityClasses[at] = (byte) priorityClass;
        orders.configurationNumbers[at] = configuration;
        orders.earliestBuckets[at] = earliest;
        orders.promisedBuckets[at] = promised;
        orders.depositsMinor[at] = deposit;
        orders.endDays[at] = (int) Math.max(delivered, cancelled);
        orders.cancelled[at] = cancelled != OrderColumns.STILL_OPEN;
        orders.lines[at] = values.line();
        return true;
    }

    @Override
    public void take(Row row) {
        int at = OrderRow.read(row, rules, orders);
        if (at >= 0 && row.isSound()) {
            int number = orders.configurationNumbers[at];
            names.learn(values, number, orders.configuration(number), orders.priorityClasses[at]);
        }
    }

    private boolean isAbsent(int cell) {
        return cell < 0 || values.isEmpty(cell);
    }

    /** Printable ASCII without spaces at its ends. */
    private boolean isPlainId() {
        byte[] bytes = values.bytes(idCell);
        int from = values.from(idCell);
        int to = values.to(idCell);
        return to > from
                && to - from <= OrderRules.ID_LENGTH_MAX
                && bytes[from] != ' '
                && bytes[to - 1] != ' '
                && isPlainText(idCell);
    }

    private boolean isPlainText(int cell) {
        if (cell < 0) {
            return true;
        }
        byte[] bytes = values.bytes(cell);
        boolean isPlain = true;
        for (int at = values.from(cell); at < values.to(cell); at++) {
            isPlain &= bytes[at] >= ' ' && bytes[at] < 0x7F;
        }
        return isPlain;
    }

    private int bucket(int cell, int ifAbsent) {
        if (isAbsent(cell)) {
            return ifAbsent;
        }
        int week = CellTime.week(values.bytes(cell), values.from(cell), values.to(cell));
        return week == CellTime.NO_WEEK ? NO_BUCKET : week - horizon.start().number();
    }

    /** Days since 1970-01-01, {@link OrderColumns#STILL_OPEN}, or {@link CellTime#NO_TIME} when not sure. */
    private long endDay(int cell, long lockedDay) {
        if (isAbsent(cell)) {
            return OrderColumns.STILL_OPEN;
        }
        long day = values.day(cell);
        return day >= lockedDay && day <= asOf ? day : CellTime.NO_TIME;
    }
}
