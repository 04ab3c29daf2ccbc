package io.rampline.treasury.cash;

import io.rampline.factory.Horizon;
import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Ledger;

/** Refunds to customers who have left, booked already and paid in weeks to come. */
public final class GrantedRefunds {
    private static final int DAYS_PER_WEEK = 7;

    private GrantedRefunds() {}

    /**
     * What is paid after a day.
     *
     * @param day days since 1970-01-01
     * @return minor units for each week of the horizon, with the first one what is paid before it
     */
    public static long[] after(Ledger ledger, int day, Horizon horizon) {
        int monday = (int) horizon.start().monday().toEpochDay();
        long[] byBucket = new long[horizon.weeks()];
        for (int bucket = 0; bucket < byBucket.length; bucket++) {
            int first = monday + DAYS_PER_WEEK * bucket;
            int from = bucket == 0 ? day + 1 : Math.max(day + 1, first);
            int to = first + DAYS_PER_WEEK - 1;
            byBucket[bucket] = from > to ? 0 : -ledger.movements(from, to).of(Cause.REFUND_PAID, Account.CASH);
        }
        return byBucket;
    }
}
