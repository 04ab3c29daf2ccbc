package io.rampline.treasury.ledger;

import io.rampline.promise.IdIndex;
import java.util.Arrays;

/** The money of every order, column by column; a row is an order's number. Grows, never shrinks. */
final class MoneyColumns {
    /** No day, no week. */
    static final int NONE = Integer.MIN_VALUE;

    int size;
    String[] id = new String[0];
    byte[] state = new byte[0];
    int[] contract = new int[0];
    long[] deposit = new long[0];
    long[] prepaid = new long[0];
    /** Day of the lock, which the cooling-off days count from. */
    int[] orderedDay = new int[0];

    int[] prepaidDay = new int[0];
    int[] endDay = new int[0];
    /** Day of the last entry: nothing of the order is booked before it any more. */
    int[] lastDay = new int[0];
    /** Delivery bucket that a slip counts from, {@link #NONE} without one. */
    int[] basis = new int[0];
    /** Delivery bucket promised now, {@link #NONE} beyond the horizon. */
    int[] promised = new int[0];

    long[] position = new long[0];

    private final IdIndex index = new IdIndex();

    int find(String orderId) {
        return index.find(orderId, id, size);
    }

    /** The row of a new order, or of one whose hold ran out. */
    int add(String orderId) {
        int known = find(orderId);
        int row = known >= 0 ? known : size;
        if (row == id.length) {
            grow(Math.max(1024, row + (row >> 1)));
        }
        id[row] = orderId;
        size = Math.max(size, row + 1);
        prepaid[row] = 0;
        prepaidDay[row] = NONE;
        endDay[row] = NONE;
        return row;
    }

    private void grow(int capacity) {
        id = Arrays.copyOf(id, capacity);
        state = Arrays.copyOf(state, capacity);
        contract = Arrays.copyOf(contract, capacity);
        deposit = Arrays.copyOf(deposit, capacity);
        prepaid = Arrays.copyOf(prepaid, capacity);
        orderedDay = Arrays.copyOf(orderedDay, capacity);
        prepaidDay = Arrays.copyOf(prepaidDay, capacity);
        endDay = Arrays.copyOf(endDay, capacity);
        lastDay = Arrays.copyOf(lastDay, capacity);
        basis = Arrays.copyOf(basis, capacity);
        promised = Arrays.copyOf(promised, capacity);
        position = Arrays.copyOf(position, capacity);
    }
}
