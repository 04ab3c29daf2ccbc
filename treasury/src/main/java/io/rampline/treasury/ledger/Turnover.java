package io.rampline.treasury.ledger;

import java.util.Arrays;

/**
 * What was booked on each day, by cause and account; debit is positive. A day costs some hundred and fifty numbers, so
 * ten years are a few megabytes, and the balance of any day is a sum over days.
 */
final class Turnover {
    private static final int CELLS = Cause.COUNT * Account.COUNT;
    private static final int DAYS_AT_FIRST = 1024;

    /** No date of a book is this far from another. */
    private static final int DAYS_MAX = 200 * 366;

    private long[] cells = new long[DAYS_AT_FIRST * CELLS];
    private int firstDay;
    private boolean empty = true;

    void book(int day, Cause cause, Account debit, Account credit, long amountMinor) {
        int at = place(day) + cause.place * Account.COUNT;
        cells[at + debit.place] += amountMinor;
        cells[at + credit.place] -= amountMinor;
    }

    private int place(int day) {
        if (empty) {
            firstDay = day - DAYS_AT_FIRST / 2;
            empty = false;
        }
        int offset = day - firstDay;
        if (offset < 0 || offset >= cells.length / CELLS) {
            grow(day);
            offset = day - firstDay;
        }
        return offset * CELLS;
    }

    private void grow(int day) {
        int days = cells.length / CELLS;
        int first = Math.min(firstDay, day);
        int last = Math.max(firstDay + days - 1, day);
        long wanted = 2L * (last - (long) first + 1);
        if (wanted > 2L * DAYS_MAX) {
            throw new IllegalArgumentException("found money on days " + first + " and " + last
                    + " since 1970, expected at most " + DAYS_MAX + " days between");
        }
        int before = day < firstDay ? (int) wanted - (last - first + 1) : 0;
        long[] larger = new long[(int) wanted * CELLS];
        System.arraycopy(cells, 0, larger, (firstDay - first + before) * CELLS, cells.length);
        cells = larger;
        firstDay = first - before;
    }

    /** Sums by cause and account over the days from one to another, both included. */
    long[] between(int fromDay, int toDay) {
        long[] sums = new long[CELLS];
        if (empty) {
            return sums;
        }
        int from = (int) Math.max(0, fromDay - (long) firstDay);
        int to = (int) Math.min(cells.length / CELLS - 1L, toDay - (long) firstDay);
        for (int day = from; day <= to; day++) {
            for (int cell = 0; cell < CELLS; cell++) {
                sums[cell] += cells[day * CELLS + cell];
            }
        }
        return sums;
    }

    /** The first day that may have lines; {@link Integer#MAX_VALUE} when nothing was booked. */
    int firstDay() {
        if (empty) {
            return Integer.MAX_VALUE;
        }
        int at = 0;
        while (at < cells.length && cells[at] == 0) {
            at++;
        }
        return at == cells.length ? Integer.MAX_VALUE : firstDay + at / CELLS;
    }

    @Override
    public String toString() {
        return "turnover from day " + firstDay + ": "
                + Arrays.toString(between(Integer.MIN_VALUE / 2, Integer.MAX_VALUE));
    }
}
