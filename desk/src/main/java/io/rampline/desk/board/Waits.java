package io.rampline.desk.board;

import java.util.OptionalInt;

/** Waits of orders while they are counted. */
final class Waits {
    private int[] orders = new int[64];
    private int open;
    private int beyond;
    private int longest = -1;

    /** @param weeks until delivery; one that is over counts as 0 */
    void add(int weeks) {
        int wait = Math.max(0, weeks);
        if (wait >= orders.length) {
            orders = java.util.Arrays.copyOf(orders, Math.max(wait + 1, 2 * orders.length));
        }
        orders[wait]++;
        open++;
        longest = Math.max(longest, wait);
    }

    void addBeyond() {
        open++;
        beyond++;
    }

    Board.Wait counted() {
        return new Board.Wait(
                open,
                beyond,
                quantile(1, 2),
                quantile(9, 10),
                longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest));
    }

    private OptionalInt quantile(int parts, int of) {
        long wanted = Math.max(1, ((long) open * parts + of - 1) / of);
        long seen = 0;
        for (int weeks = 0; weeks <= longest; weeks++) {
            seen += orders[weeks];
            if (seen >= wanted) {
                return OptionalInt.of(weeks);
            }
        }
        return OptionalInt.empty();
    }
}
