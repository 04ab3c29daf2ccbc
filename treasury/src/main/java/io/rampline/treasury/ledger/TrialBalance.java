package io.rampline.treasury.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The balance of every account at the end of a day.
 *
 * @param day days since 1970-01-01
 * @param debitMinor balances, debit positive, in minor units
 */
public record TrialBalance(int day, Map<Account, Long> debitMinor) {
    public TrialBalance {
        debitMinor = Collections.unmodifiableMap(new EnumMap<>(debitMinor));
    }

    static TrialBalance of(int day, long[] sums) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            long sum = 0;
            for (int cause = 0; cause < Cause.COUNT; cause++) {
                sum += sums[cause * Account.COUNT + account.place];
            }
            balances.put(account, sum);
        }
        return new TrialBalance(day, balances);
    }

    /** The balance on the account's own side: what is held, owed, earned or spent. */
    public long of(Account account) {
        long debit = debitMinor.getOrDefault(account, 0L);
        return account.isDebit() ? debit : -debit;
    }

    /** Paid for cars that are owed: earnest money and prepayments (IFRS 15.105-106). */
    public long contractLiabilityMinor() {
        return of(Account.CONTRACT_DEPOSITS) + of(Account.CONTRACT_PREPAYMENTS);
    }

    /** What customers may take back, and refunds not yet paid (IFRS 15.55). */
    public long refundLiabilityMinor() {
        return of(Account.REFUND_LIABILITY) + of(Account.REFUNDS_PAYABLE);
    }

    /** All debits less all credits: 0, or the ledger is wrong. */
    public long totalMinor() {
        return debitMinor.values().stream().mapToLong(Long::longValue).sum();
    }
}
