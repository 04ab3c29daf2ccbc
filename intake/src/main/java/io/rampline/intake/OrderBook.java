package io.rampline.intake;

import io.rampline.intake.csv.CellTime;
import io.rampline.promise.OrderTable;
import java.util.Arrays;

/** The orders of a scenario: those in the book and those that have left it. */
record OrderBook(OrderTable open, PastOrders past) {
    static final OrderBook EMPTY =
            new OrderBook(OrderTable.builder().build(), PastOrders.builder().build());

    private static final int UNNUMBERED = -1;

    /**
     * Splits orders into open and past ones.
     *
     * @param ranked rows of {@code orders} in rank order
     */
    static OrderBook of(OrderColumns orders, int[] ranked) {
        OrderTable.Builder open = OrderTable.builder();
        PastOrders.Builder past = PastOrders.builder();
        int[] openNumbers = unnumbered(orders);
        int[] pastNumbers = unnumbered(orders);
        for (int row : ranked) {
            int number = orders.configurationNumbers[row];
            if (orders.endDays[row] == OrderColumns.STILL_OPEN) {
                if (openNumbers[number] == UNNUMBERED) {
                    openNumbers[number] = open.number(orders.configuration(number));
                }
                open.add(
                        orders.ids[row],
                        orders.lockedAtMicros[row],
                        orders.priorityClasses[row],
                        openNumbers[number],
                        orders.earliestBuckets[row],
                        orders.promisedBuckets[row],
                        orders.depositsMinor[row]);
            } else {
                if (pastNumbers[number] == UNNUMBERED) {
                    pastNumbers[number] = past.number(orders.configuration(number));
                }
                past.add(
                        pastNumbers[number],
                        (int) Math.floorDiv(orders.lockedAtMicros[row], CellTime.MICROS_PER_DAY),
                        orders.endDays[row],
                        orders.cancelled[row] ? PastOrders.End.CANCELLED : PastOrders.End.DELIVERED);
            }
        }
        return new OrderBook(open.build(), past.build());
    }

    private static int[] unnumbered(OrderColumns orders) {
        int[] numbers = new int[orders.configurations().size()];
        Arrays.fill(numbers, UNNUMBERED);
        return numbers;
    }
}
