package io.rampline.intake;

import java.util.Arrays;

/**
 * Puts orders into rank order: priority class, time of lock, id.
 *
 * <p>Radix sort of (class, time) by digits of 11 bits, least significant first, O(n) for each digit that differs; only
 * orders locked at the same moment are then compared by id. A file that is in order already costs one pass.
 */
final class RankOrder {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RankOrder() {}

    /** Rows in rank order. */
    static int[] of(OrderColumns orders) {
        int size = orders.size();
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        if (!isInOrder(orders)) {
            long[] keys = keys(orders);
            int[] sorted = sort(rows, keys);
            sortTies(orders, sorted, keys);
            return sorted;
        }
        return rows;
    }

    private static boolean isInOrder(OrderColumns orders) {
        for (int row = 1; row < orders.size(); row++) {
            if (compare(orders, row - 1, row) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(OrderColumns orders, int a, int b) {
        int byClass = Byte.compare(orders.priorityClasses[a], orders.priorityClasses[b]);
        if (byClass != 0) {
            return byClass;
        }
        int byTime = Long.compare(orders.lockedAtMicros[a], orders.lockedAtMicros[b]);
        return byTime != 0 ? byTime : orders.ids[a].compareTo(orders.ids[b]);
    }

    /** Times span at most 9,999 years, which is 59 bits of microseconds; the class takes the bits above. */
    private static long[] keys(OrderColumns orders) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < orders.size(); row++) {
            first = Math.min(first, orders.lockedAtMicros[row]);
            last = Math.max(last, orders.lockedAtMicros[row]);
        }
        int timeBits = Long.SIZE - Long.numberOfLeadingZeros(last - first);
        long[] keys = new long[orders.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = ((long) orders.priorityClasses[row] << timeBits) | (orders.lockedAtMicros[row] - first);
        }
        return keys;
    }

    private static int[] sort(int[] unsorted, long[] keys) {
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        int[] rows = unsorted;
        int[] moved = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            if (((differing >>> shift) & (DIGITS - 1)) == 0) {
                continue;
            }
            int[] starts = new int[DIGITS + 1];
            for (long key : keys) {
                starts[digit(key, shift) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int row : rows) {
                moved[starts[digit(keys[row], shift)]++] = row;
            }
            int[] free = rows;
            rows = moved;
            moved = free;
        }
        return rows;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }

    private static void sortTies(OrderColumns orders, int[] rows, long[] keys) {
        int begin = 0;
        for (int end = 1; end <= rows.length; end++) {
            if (end == rows.length || keys[rows[end]] != keys[rows[begin]]) {
                if (end - begin > 1) {
                    sortById(orders, rows, begin, end);
                }
                begin = end;
            }
        }
    }

    private static void sortById(OrderColumns orders, int[] rows, int begin, int end) {
        boolean isInOrder = true;
        for (int at = begin + 1; at < end && isInOrder; at++) {
            isInOrder = orders.ids[rows[at - 1]].compareTo(orders.ids[rows[at]]) <= 0;
        }
        if (isInOrder) {
            return;
        }
        Integer[] boxed = new Integer[end - begin];
        for (int at = begin; at < end; at++) {
            boxed[at - begin] = rows[at];
        }
        Arrays.sort(boxed, (a, b) -> orders.ids[a].compareTo(orders.ids[b]));
        for (int at = begin; at < end; at++) {
            rows[at] = boxed[at - begin];
        }
    }
}
