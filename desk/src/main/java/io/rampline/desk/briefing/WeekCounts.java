package io.rampline.desk.briefing;

import java.util.Arrays;
import java.util.OptionalInt;

/** How many orders wait how many weeks. Orders without a date count as waiting longer than all others. */
public final class WeekCounts {
    private int[] orders = new int[64];
    private int longest = -1;
    private int dated;
    private int beyondHorizon;

    /** Counts an order that waits {@code weeks}; a wait below 0 is over and counts as 0. */
    void add(int weeks) {
        int wait = Math.max(0, weeks);
        if (wait >= orders.length) {
            orders = Arrays.copyOf(orders, Math.max(wait + 1, orders.length * 2));
        }
        orders[wait]++;
        longest = Math.max(longest, wait);
        dated++;
    }

    void addBeyondHorizon() {
        beyondHorizon++;
    }

    /** Orders with a date. */
    public int dated() {
        return dated;
    }

    public int beyondHorizon() {
        return beyondHorizon;
    }

    public int all() {
        return dated + beyondHorizon;
    }

    /** Orders that wait exactly so many weeks. */
    public int at(int weeks) {
        return weeks < 0 || weeks >= orders.length ? 0 : orders[weeks];
    }

    /** Orders that wait {@code from} weeks or more and less than {@code to}. */
    public int between(int from, int to) {
        int sum = 0;
        for (int weeks = from; weeks < to; weeks++) {
            sum += at(weeks);
        }
        return sum;
    }

    /** The longest wait that has a date; empty when none has. */
    public OptionalInt longest() {
        return longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    /** Half of all orders wait so long or less; empty when more than half lie beyond the horizon, or there are none. */
    public OptionalInt median() {
        return quantile(1, 2);
    }

    /**
     * The wait that {@code parts} of {@code of} orders do not exceed: the smallest wait with at least that share of all
     * orders at or below it.
     */
    public OptionalInt quantile(int parts, int of) {
        long wanted = ((long) all() * parts + of - 1) / of;
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
