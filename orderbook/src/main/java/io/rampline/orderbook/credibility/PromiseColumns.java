package io.rampline.orderbook.credibility;

import java.util.Arrays;

/**
 * What the record remembers of every order, column by column: 59 bytes an order besides its id, so a million orders
 * need about 100 MB with their ids. Rows never go away; weeks are week numbers.
 */
final class PromiseColumns {
    /** No week. */
    static final int NONE = Integer.MIN_VALUE;

    /** No moment. */
    static final long NEVER = Long.MIN_VALUE;

    static final byte HELD = 0;
    static final byte OPEN = 1;
    static final byte DELIVERED = 2;
    static final byte CANCELLED = 3;
    /** A hold that ran out: not an order. */
    static final byte EXPIRED = 4;

    int size;
    String[] id = new String[1024];
    byte[] state = new byte[1024];
    int[] configuration = new int[1024];
    int[] lockWeek = new int[1024];
    int[] first = new int[1024];
    int[] basis = new int[1024];
    int[] now = new int[1024];
    int[] early = new int[1024];
    int[] late = new int[1024];
    short[] bases = new short[1024];
    int[] revisions = new int[1024];
    long[] bookedAtMicros = new long[1024];
    /** Last revision since the basis. */
    long[] revisedAtMicros = new long[1024];
    /** When it was delivered or left. */
    long[] closedAtMicros = new long[1024];

    private int[] slots = filled(4096);

    /** The latest row of an order id, -1 when there is none. */
    int find(String orderId) {
        return slots[slot(orderId)];
    }

    /** A new row for an order; it takes the place of an earlier one with the same id. */
    int add(String orderId) {
        if (size == id.length) {
            grow(size * 2);
        }
        if (size * 2L >= slots.length) {
            index(slots.length * 2);
        }
        int row = size++;
        id[row] = orderId;
        first[row] = NONE;
        basis[row] = NONE;
        now[row] = NONE;
        revisedAtMicros[row] = NEVER;
        closedAtMicros[row] = NEVER;
        slots[slot(orderId)] = row;
        return row;
    }

    private void grow(int capacity) {
        id = Arrays.copyOf(id, capacity);
        state = Arrays.copyOf(state, capacity);
        configuration = Arrays.copyOf(configuration, capacity);
        lockWeek = Arrays.copyOf(lockWeek, capacity);
        first = Arrays.copyOf(first, capacity);
        basis = Arrays.copyOf(basis, capacity);
        now = Arrays.copyOf(now, capacity);
        early = Arrays.copyOf(early, capacity);
        late = Arrays.copyOf(late, capacity);
        bases = Arrays.copyOf(bases, capacity);
        revisions = Arrays.copyOf(revisions, capacity);
        bookedAtMicros = Arrays.copyOf(bookedAtMicros, capacity);
        revisedAtMicros = Arrays.copyOf(revisedAtMicros, capacity);
        closedAtMicros = Arrays.copyOf(closedAtMicros, capacity);
    }

    private void index(int length) {
        slots = filled(length);
        for (int row = 0; row < size; row++) {
            slots[slot(id[row])] = row;
        }
    }

    private int slot(String orderId) {
        int mask = slots.length - 1;
        int hash = orderId.hashCode() * 0x9E3779B9;
        int slot = (hash >>> 8) & mask;
        while (slots[slot] >= 0 && !id[slots[slot]].equals(orderId)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
