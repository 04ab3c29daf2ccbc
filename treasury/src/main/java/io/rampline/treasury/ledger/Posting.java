package io.rampline.treasury.ledger;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.TaxGuarantee;
import java.time.LocalDate;

/** Books what happens to the money of one order. Every line debits one account and credits another with the same. */
final class Posting {
    static final byte HELD = MoneyState.HELD.code;
    static final byte RESERVED = MoneyState.RESERVED.code;
    static final byte LOCKED = MoneyState.LOCKED.code;
    static final byte PREPAID = MoneyState.PREPAID.code;
    static final byte DELIVERED = MoneyState.DELIVERED.code;
    static final byte CANCELLED = MoneyState.CANCELLED.code;
    static final byte DEFAULTED = MoneyState.DEFAULTED.code;
    static final byte EXPIRED = MoneyState.EXPIRED.code;

    private static final int DAYS_PER_YEAR = 365;

    private final Terms terms;
    private final MoneyColumns orders;
    private final Contracts contracts;
    private final Turnover turnover;
    private final Journal journal;

    Posting(Terms terms, MoneyColumns orders, Contracts contracts, Turnover turnover, Journal journal) {
        this.terms = terms;
        this.orders = orders;
        this.contracts = contracts;
        this.turnover = turnover;
        this.journal = journal;
    }

    /** The deposit comes in. */
    void receive(int row, int day) {
        orders.setState(row, RESERVED);
        orders.setLastDay(row, Math.max(orders.lastDay(row), day));
        line(row, day, Cause.DEPOSIT_PAID, Account.CASH, Account.REFUND_LIABILITY, orders.deposit(row));
    }

    /** Books the lock and the prepayment that fell on days up to this one. */
    void catchUp(int row, int day) {
        if (orders.state(row) == RESERVED) {
            int lockDay = lockDay(row);
            if (lockDay <= day) {
                orders.setState(row, LOCKED);
                line(row, lockDay, Cause.LOCKED, Account.REFUND_LIABILITY, Account.CONTRACT_DEPOSITS, lost(row));
            }
        }
        if (orders.state(row) == LOCKED && orders.promised(row) != MoneyColumns.NONE) {
            long due = contract(row).prepaidMinor() - orders.deposit(row);
            if (due > 0) {
                prepay(row, due, day);
            }
        }
    }

    private void prepay(int row, long due, int day) {
        int dueDay =
                terms.monday(orders.promised(row)) - terms.money().prepayment().dueDays();
        // Who learns of a date that is near pays at once; nobody pays before the lock.
        int paid = Math.max(dueDay, Math.max(lockDay(row), orders.lastDay(row)));
        if (paid <= day) {
            orders.setState(row, PREPAID);
            orders.setPrepaid(row, due);
            orders.setPrepaidDay(row, paid);
            line(row, paid, Cause.PREPAID, Account.CASH, Account.CONTRACT_PREPAYMENTS, due);
        }
    }

    void change(int row, int contract, long deposit, int day) {
        if (orders.state(row) == HELD) {
            orders.setContract(row, contract);
            orders.setDeposit(row, deposit);
            return;
        }
        int booked = begin(row, day);
        boolean locked = orders.state(row) != RESERVED;
        long lostBefore = locked ? lost(row) : 0;
        long more = deposit - orders.deposit(row);
        orders.setContract(row, contract);
        orders.setDeposit(row, deposit);
        long lost = locked ? lost(row) : 0;
        line(row, booked, Cause.CHANGED, Account.CASH, Account.REFUND_LIABILITY, more);
        line(row, booked, Cause.CHANGED, Account.REFUND_LIABILITY, Account.CONTRACT_DEPOSITS, lost - lostBefore);
    }

    /** The car is handed over: all that was paid becomes revenue, and the rest of the price is paid. */
    void deliver(int row, int atDay) {
        int day = begin(row, atDay);
        Contract contract = contract(row);
        long kept = orders.deposit(row);
        if (orders.state(row) != RESERVED) {
            long lost = lost(row);
            kept -= lost;
            long interest = interest(lost, lockDay(row), day);
            line(row, day, Cause.FINANCED, Account.FINANCING_EXPENSE, Account.CONTRACT_DEPOSITS, interest);
            revenue(row, day, Account.CONTRACT_DEPOSITS, lost + interest);
        }
        if (orders.state(row) == PREPAID) {
            long interest = interest(orders.prepaid(row), orders.prepaidDay(row), day);
            line(row, day, Cause.FINANCED, Account.FINANCING_EXPENSE, Account.CONTRACT_PREPAYMENTS, interest);
            revenue(row, day, Account.CONTRACT_PREPAYMENTS, orders.prepaid(row) + interest);
        }
        revenue(row, day, Account.REFUND_LIABILITY, kept);
        revenue(row, day, Account.CASH, contract.priceMinor() - orders.deposit(row) - orders.prepaid(row));
        line(row, day, Cause.HANDED_OVER, Account.VEHICLE_REVENUE, Account.VAT_PAYABLE, contract.vatMinor());
        makeGood(row, day, contract);
        orders.setState(row, DELIVERED);
        orders.setEndDay(row, day);
    }

    private void revenue(int row, int day, Account from, long amount) {
        line(row, day, Cause.HANDED_OVER, from, Account.VEHICLE_REVENUE, amount);
    }

    private void makeGood(int row, int day, Contract contract) {
        int basis = orders.basis(row);
        if (basis != MoneyColumns.NONE) {
            long weeks =
                    terms.bucket(day) - (long) basis - terms.money().slips().graceWeeks();
            line(
                    row,
                    day,
                    Cause.COMPENSATED,
                    Account.SLIP_COMPENSATION,
                    Account.CASH,
                    contract.compensationMinor(weeks));
        }
        for (TaxGuarantee guarantee : terms.money().guarantees()) {
            if (guarantee.isOwed(LocalDate.ofEpochDay(orders.orderedDay(row)), LocalDate.ofEpochDay(day))) {
                line(row, day, Cause.TAX_BORNE, Account.TAX_BORNE, Account.CASH, guarantee.amountMinor());
            }
        }
    }

    /** The contract ends without a car. */
    void cancel(int row, int atDay) {
        if (orders.state(row) == HELD) {
            orders.setState(row, EXPIRED);
            return;
        }
        int day = begin(row, atDay);
        Settlement end = Settlement.of(terms, contract(row), orders, row, day);
        boolean locked = orders.state(row) != RESERVED;
        long lost = locked ? lost(row) : 0;
        Cause cause = end.cause();
        line(row, day, cause, Account.REFUND_LIABILITY, Account.REFUNDS_PAYABLE, orders.deposit(row) - lost);
        line(row, day, cause, Account.CONTRACT_DEPOSITS, Account.REFUNDS_PAYABLE, lost - end.forfeitedMinor());
        line(row, day, cause, Account.CONTRACT_DEPOSITS, Account.FORFEITED_DEPOSITS, end.forfeitedMinor());
        long prepaidBack = orders.prepaid(row) - end.forfeitedPrepaymentMinor();
        line(row, day, cause, Account.CONTRACT_PREPAYMENTS, Account.REFUNDS_PAYABLE, prepaidBack);
        line(row, day, cause, Account.CONTRACT_PREPAYMENTS, Account.FORFEITED_DEPOSITS, end.forfeitedPrepaymentMinor());
        line(row, day, cause, Account.DEFAULT_PENALTIES, Account.REFUNDS_PAYABLE, end.penaltyMinor());
        int paid = day + terms.money().refunds().payDays();
        line(row, paid, Cause.REFUND_PAID, Account.REFUNDS_PAYABLE, Account.CASH, end.refundMinor());
        orders.setState(row, cause == Cause.MAKER_DEFAULT ? DEFAULTED : CANCELLED);
        orders.setEndDay(row, day);
    }

    /** Catches up with the day of an entry; the answer is the day it is booked on. */
    int begin(int row, int day) {
        int booked = Math.max(orders.lastDay(row), day);
        catchUp(row, booked);
        orders.setLastDay(row, booked);
        return booked;
    }

    private int lockDay(int row) {
        return orders.orderedDay(row) + terms.coolingOffDays();
    }

    private Contract contract(int row) {
        return contracts.get(orders.contract(row));
    }

    private long lost(int row) {
        return contract(row).lostMinor(orders.deposit(row), refunds());
    }

    private Refunds refunds() {
        return terms.money().refunds();
    }

    /** Simple interest for the days beyond the expedient's, rounded half up; 0 within it. */
    private long interest(long amount, int fromDay, int toDay) {
        MoneyTerms.Financing financing = terms.money().financing();
        long days = toDay - (long) fromDay;
        if (days <= financing.expedientDays() || financing.basisPointsPerYear() == 0) {
            return 0;
        }
        long aYear = Contract.share(amount, financing.basisPointsPerYear());
        return (2 * aYear * days + DAYS_PER_YEAR) / (2L * DAYS_PER_YEAR);
    }

    private void line(int row, int day, Cause cause, Account debit, Account credit, long amount) {
        if (amount != 0) {
            turnover.book(day, cause, debit, credit, amount);
            journal.line(day, orders.position(row), orders.id[row], cause, debit, credit, amount);
        }
    }
}
