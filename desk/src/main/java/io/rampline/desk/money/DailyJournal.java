package io.rampline.desk.money;

import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal as accounting systems take it: one voucher for each day, cause and pair of accounts. */
public final class DailyJournal implements Journal {
    private static final Comparator<Voucher> IN_ORDER = Comparator.comparingInt(Voucher::day)
            .thenComparing(Voucher::cause)
            .thenComparing(Voucher::debit)
            .thenComparing(Voucher::credit);

    private final int lastDay;
    private final Map<Key, long[]> sums = new HashMap<>();

    private record Key(int day, Cause cause, Account debit, Account credit) {}

    /**
     * Lines of a day that are booked for the same reason.
     *
     * @param lines how many
     * @param amountMinor their sum, minor units
     */
    public record Voucher(int day, Cause cause, Account debit, Account credit, long lines, long amountMinor) {}

    /** @param lastDay lines of later days are left out, days since 1970-01-01 */
    public DailyJournal(int lastDay) {
        this.lastDay = lastDay;
    }

    @Override
    public void line(int day, long position, String orderId, Cause cause, Account debit, Account credit, long amount) {
        if (day <= lastDay) {
            long[] sum = sums.computeIfAbsent(new Key(day, cause, debit, credit), _ -> new long[2]);
            sum[0]++;
            sum[1] += amount;
        }
    }

    /** By day, cause and accounts. */
    public List<Voucher> vouchers() {
        List<Voucher> vouchers = new ArrayList<>();
        sums.forEach((key, sum) ->
                vouchers.add(new Voucher(key.day(), key.cause(), key.debit(), key.credit(), sum[0], sum[1])));
        vouchers.sort(IN_ORDER);
        return vouchers;
    }
}
