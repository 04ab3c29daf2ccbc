package io.rampline.treasury.ledger;

import java.util.Arrays;

/** What was booked in a period, by cause and account. Days are counted since 1970-01-01, both are included. */
public final class Movements {
    private final int fromDay;
    private final int toDay;
    private final long[] sums;

    Movements(int fromDay, int toDay, long[] sums) {
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.sums = sums;
    }

    public int fromDay() {
        return fromDay;
    }

    public int toDay() {
        return toDay;
    }

    /** By how much an account grew on its own side, for one cause. */
    public long of(Cause cause, Account account) {
        long debit = sums[cause.place * Account.COUNT + account.place];
        return account.isDebit() ? debit : -debit;
    }

    /** By how much an account grew on its own side. */
    public long of(Account account) {
        return Arrays.stream(Cause.values())
                .mapToLong(cause -> of(cause, account))
                .sum();
    }
}
