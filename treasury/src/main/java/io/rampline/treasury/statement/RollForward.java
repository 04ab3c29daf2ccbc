package io.rampline.treasury.statement;

import io.rampline.treasury.ledger.Account;
import io.rampline.treasury.ledger.Cause;
import io.rampline.treasury.ledger.Ledger;
import io.rampline.treasury.ledger.MoneyState;
import io.rampline.treasury.ledger.Movements;
import io.rampline.treasury.ledger.OrderMoney;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a liability moved from the end of one day to the end of another: opening, what came and went by cause, closing.
 *
 * @param fromDay the day after the opening, days since 1970-01-01
 * @param toDay day of the closing
 * @param byCause movements that are not 0, in the order of causes
 */
public record RollForward(int fromDay, int toDay, long openingMinor, List<Movement> byCause, long closingMinor) {
    /** What changed for one cause; negative when the liability fell. */
    public record Movement(Cause cause, long amountMinor) {}

    /**
     * What a period recognised as revenue that was in the contract liability when it began (IFRS 15.116(b)), and what
     * it recognised out of receipts of its own.
     */
    public record Recognised(long fromOpeningMinor, long fromReceiptsMinor) {}

    public RollForward {
        byCause = List.copyOf(byCause);
    }

    /** Contract liability: earnest money and prepayments on cars that are owed. */
    public static RollForward contractLiability(Ledger ledger, int fromDay, int toDay) {
        return of(ledger, fromDay, toDay, Account.CONTRACT_DEPOSITS, Account.CONTRACT_PREPAYMENTS);
    }

    /** Refund liability: what customers may take back, and refunds not yet paid. */
    public static RollForward refundLiability(Ledger ledger, int fromDay, int toDay) {
        return of(ledger, fromDay, toDay, Account.REFUND_LIABILITY, Account.REFUNDS_PAYABLE);
    }

    /** Cash of customers: what they paid and got back. */
    public static RollForward customersCash(Ledger ledger, int fromDay, int toDay) {
        return of(ledger, fromDay, toDay, Account.CASH);
    }

    private static RollForward of(Ledger ledger, int fromDay, int toDay, Account... accounts) {
        Movements period = ledger.movements(fromDay, toDay);
        Map<Cause, Long> sums = new EnumMap<>(Cause.class);
        long opening = 0;
        long closing = 0;
        for (Account account : accounts) {
            opening += ledger.balance(fromDay - 1).of(account);
            closing += ledger.balance(toDay).of(account);
            for (Cause cause : Cause.values()) {
                sums.merge(cause, period.of(cause, account), Long::sum);
            }
        }
        List<Movement> movements = new ArrayList<>();
        sums.forEach((cause, sum) -> {
            if (sum != 0) {
                movements.add(new Movement(cause, sum));
            }
        });
        return new RollForward(fromDay, toDay, opening, movements, closing);
    }

    /** Opening and movements less closing: 0, or the ledger is wrong. */
    public long differenceMinor() {
        return openingMinor + byCause.stream().mapToLong(Movement::amountMinor).sum() - closingMinor;
    }

    /** Splits the revenue that came out of contract liabilities. O(orders). */
    public static Recognised recognised(OrderMoney orders, int fromDay, int toDay) {
        long fromOpening = 0;
        long fromReceipts = 0;
        for (int row = 0; row < orders.size(); row++) {
            int end = orders.endDay(row);
            if (orders.state(row) != MoneyState.DELIVERED || end < fromDay || end > toDay) {
                continue;
            }
            long locked = orders.lockDay(row) <= end ? orders.lockedPartMinor(row) : 0;
            boolean lockedBefore = orders.lockDay(row) < fromDay;
            boolean prepaidBefore = orders.prepaidMinor(row) > 0 && orders.prepaidDay(row) < fromDay;
            fromOpening += (lockedBefore ? locked : 0) + (prepaidBefore ? orders.prepaidMinor(row) : 0);
            fromReceipts += (lockedBefore ? 0 : locked) + (prepaidBefore ? 0 : orders.prepaidMinor(row));
        }
        return new Recognised(fromOpening, fromReceipts);
    }
}
