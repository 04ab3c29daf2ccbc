package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.Scenario;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The plain twin of the ledger, one order at a time: it walks from day to day, looks each morning what has fallen due,
 * and writes single amounts to single accounts, with decimals where the rules have shares. It shares no code with the
 * ledger but the terms.
 */
final class PlainLedger {
    private static final int LAST_DAY = 1_500;

    private final MoneyTerms terms;
    private final int coolingOff;
    private final int weeks;
    /** By day from the first Monday. */
    final Map<Account, long[]> booked = new EnumMap<>(Account.class);

    private String state = "none";
    private long deposit;
    private long prepaid;
    private int ordered;
    private int prepaidOn;
    private Integer basis;
    private Integer promised;

    PlainLedger(Scenario scenario) {
        this.terms = scenario.deposits().money();
        this.coolingOff = scenario.deposits().coolingOffDays();
        this.weeks = scenario.horizon().weeks();
        for (Account account : Account.values()) {
            booked.put(account, new long[LAST_DAY + 500]);
        }
    }

    /** Walks through the life of one order. */
    void live(List<RandomLives.Dated> life) {
        state = "none";
        prepaid = 0;
        int next = 0;
        for (int day = 0; day <= LAST_DAY; day++) {
            morning(day);
            while (next < life.size() && life.get(next).day() - MONDAY <= day) {
                happen(life.get(next++).entry(), day);
                morning(day);
            }
        }
    }

    private void morning(int day) {
        if (state.equals("reserved") && day >= ordered + coolingOff) {
            state = "locked";
            long lost = lost();
            put(day, Account.REFUND_LIABILITY, -lost);
            put(day, Account.CONTRACT_DEPOSITS, lost);
        }
        long due = part(CarShop.PRICE, terms.prepayment().basisPoints()) - deposit;
        boolean isDue =
                promised != null && day >= 7 * promised - terms.prepayment().dueDays();
        if (state.equals("locked") && prepaid == 0 && due > 0 && isDue) {
            prepaid = due;
            prepaidOn = day;
            put(day, Account.CASH, due);
            put(day, Account.CONTRACT_PREPAYMENTS, due);
        }
    }

    private void happen(Entry entry, int day) {
        switch (entry) {
            case Entry.Booked booking -> begin(booking.order(), booking.promise(), day);
            case Entry.TakenOver taken -> {
                begin(taken.order(), taken.promise(), day);
                basis = taken.firstDelivery();
            }
            case Entry.Held held -> {
                deposit = held.order().depositMinor();
                promised = week(held.promise());
                basis = promised;
            }
            case Entry.HoldConfirmed _ -> pay(day);
            case Entry.Changed changed -> change(changed, day);
            case Entry.PromiseMoved moved -> {
                promised = week(moved.to());
                boolean customer = moved.reason() instanceof Reason.PullForward;
                basis = customer || basis == null ? promised : basis;
            }
            case Entry.Delivered _ -> handOver(day);
            case Entry.Cancelled _ -> end(day);
            default -> throw new IllegalStateException("found " + entry);
        }
    }

    private void begin(Order order, Promise promise, int day) {
        deposit = order.depositMinor();
        promised = week(promise);
        basis = promised;
        pay(day);
    }

    private void pay(int day) {
        state = "reserved";
        ordered = day;
        put(day, Account.CASH, deposit);
        put(day, Account.REFUND_LIABILITY, deposit);
    }

    private void change(Entry.Changed changed, int day) {
        boolean locked = state.equals("locked");
        long keptBefore = locked ? deposit - lost() : deposit;
        long lostBefore = locked ? lost() : 0;
        put(day, Account.CASH, changed.order().depositMinor() - deposit);
        deposit = changed.order().depositMinor();
        put(day, Account.REFUND_LIABILITY, (locked ? deposit - lost() : deposit) - keptBefore);
        put(day, Account.CONTRACT_DEPOSITS, (locked ? lost() : 0) - lostBefore);
        promised = week(changed.promise());
        basis = promised;
    }

    private void handOver(int day) {
        long lost = state.equals("locked") ? lost() : 0;
        long interest = interest(lost, day - ordered - coolingOff) + interest(prepaid, day - prepaidOn);
        long tax = Math.round(CarShop.PRICE * (double) terms.vatBasisPoints() / (10_000 + terms.vatBasisPoints()));
        put(day, Account.REFUND_LIABILITY, lost - deposit);
        put(day, Account.CONTRACT_DEPOSITS, -lost);
        put(day, Account.CONTRACT_PREPAYMENTS, -prepaid);
        put(day, Account.FINANCING_EXPENSE, interest);
        put(day, Account.VAT_PAYABLE, tax);
        put(day, Account.VEHICLE_REVENUE, CarShop.PRICE + interest - tax);
        long perWeek = terms.slips().perWeekMinor().orElse(10_000);
        long late =
                basis == null ? 0 : Math.max(0, day / 7 - basis - terms.slips().graceWeeks());
        long paid = Math.min(late * perWeek, part(CarShop.PRICE, terms.slips().capBasisPoints()));
        put(day, Account.SLIP_COMPENSATION, -paid);
        long borne = terms.guarantees().stream()
                .filter(tax2 -> tax2.isOwed(date(ordered), date(day)))
                .mapToLong(MoneyTerms.TaxGuarantee::amountMinor)
                .sum();
        put(day, Account.TAX_BORNE, -borne);
        put(day, Account.CASH, CarShop.PRICE - deposit - prepaid - paid - borne);
        state = "delivered";
    }

    private void end(int day) {
        var rules = terms.refunds();
        boolean cooling = state.equals("reserved");
        int foreseen = promised == null ? weeks : promised;
        int slip = basis == null ? 0 : Math.max(day / 7, foreseen) - basis;
        long lost = cooling ? 0 : lost();
        long back = deposit + prepaid;
        long earnest = Math.min(deposit, part(CarShop.PRICE, rules.earnestCapBasisPoints()));
        if (!cooling && slip >= rules.defaultWeeks()) {
            long penalty = part(earnest, rules.defaultBasisPoints()) - earnest;
            put(day, Account.DEFAULT_PENALTIES, penalty);
            back += penalty;
        } else if (!cooling && slip < rules.slipWeeks()) {
            long forfeited = lost + prepaid - part(prepaid, rules.prepaymentBasisPoints());
            put(day, Account.FORFEITED_DEPOSITS, forfeited);
            back -= forfeited;
        }
        put(day, Account.REFUND_LIABILITY, lost - deposit);
        put(day, Account.CONTRACT_DEPOSITS, -lost);
        put(day, Account.CONTRACT_PREPAYMENTS, -prepaid);
        put(day, Account.REFUNDS_PAYABLE, back);
        put(day + rules.payDays(), Account.REFUNDS_PAYABLE, -back);
        put(day + rules.payDays(), Account.CASH, -back);
        state = "ended";
    }

    private long lost() {
        long earnest = Math.min(deposit, part(CarShop.PRICE, terms.refunds().earnestCapBasisPoints()));
        return earnest - part(earnest, terms.refunds().afterLockBasisPoints());
    }

    private long interest(long amount, int days) {
        if (days <= terms.financing().expedientDays()) {
            return 0;
        }
        long aYear = part(amount, terms.financing().basisPointsPerYear());
        return Math.round(aYear * (double) days / 365);
    }

    private static long part(long amount, int basisPoints) {
        return Math.round(amount * (double) basisPoints / 10_000);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(MONDAY + (long) day);
    }

    private static Integer week(Promise promise) {
        return promise instanceof Promise.Dated dated ? dated.deliveryBucket() : null;
    }

    private void put(int day, Account account, long amount) {
        booked.get(account)[day] += amount;
    }
}
