package io.rampline.treasury.statement;

import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.MoneyState;
import io.rampline.treasury.ledger.OrderMoney;
import io.rampline.treasury.ledger.TrialBalance;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the accounts against the orders: what the accounts say is held must be the sum over the orders, each looked at
 * by itself, and every roll-forward must lead from its opening to its closing.
 */
public final class LedgerCheck {
    private static final int PERIOD_DAYS = 91;

    private LedgerCheck() {}

    /**
     * What is wrong, one sentence each; empty when all is right. O(orders).
     *
     * @param day up to which the ledger has been closed, not before its last entry; days since 1970-01-01
     */
    public static List<String> flaws(Ledger ledger, int day) {
        List<String> flaws = new ArrayList<>();
        TrialBalance balance = ledger.balance(day);
        expect(flaws, "the trial balance", balance.totalMinor(), 0);
        long refundable = 0;
        long earnest = 0;
        long prepaid = 0;
        long granted = 0;
        OrderMoney orders = ledger.orders();
        for (int row = 0; row < orders.size(); row++) {
            granted += orders.refundPayableMinor(row, day);
            if (orders.state(row).isOpen()) {
                long locked = orders.state(row) == MoneyState.RESERVED ? 0 : orders.lockedPartMinor(row);
                refundable += orders.depositMinor(row) - locked;
                earnest += locked;
                prepaid += orders.prepaidMinor(row);
            }
        }
        expect(flaws, "refundable deposits", balance.of(Account.REFUND_LIABILITY), refundable);
        expect(flaws, "earnest money", balance.of(Account.CONTRACT_DEPOSITS), earnest);
        expect(flaws, "prepayments", balance.of(Account.CONTRACT_PREPAYMENTS), prepaid);
        expect(flaws, "refunds not yet paid", balance.of(Account.REFUNDS_PAYABLE), granted);
        for (int from = ledger.firstDay(); from <= day; from += PERIOD_DAYS) {
            int to = Math.min(day, from + PERIOD_DAYS - 1);
            expect(flaws, "the contract liability of a period", difference(ledger, from, to, true), 0);
            expect(flaws, "the refund liability of a period", difference(ledger, from, to, false), 0);
        }
        return flaws;
    }

    private static long difference(Ledger ledger, int from, int to, boolean contract) {
        return (contract
                        ? RollForward.contractLiability(ledger, from, to)
                        : RollForward.refundLiability(ledger, from, to))
                .differenceMinor();
    }

    private static void expect(List<String> flaws, String what, long found, long expected) {
        if (found != expected) {
            flaws.add("found " + found + " minor units in " + what + ", expected " + expected);
        }
    }
}
