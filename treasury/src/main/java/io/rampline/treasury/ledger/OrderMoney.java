package io.rampline.treasury.ledger;

import io.rampline.factory.MoneyTerms.Refunds;
import java.util.List;

/**
 * The money of every order, by row in order of first appearance. A view on the ledger: it moves with it. Days are
 * counted since 1970-01-01, buckets are weeks of the horizon.
 */
public final class OrderMoney {
    /** No day, no week. */
    public static final int NONE = MoneyColumns.NONE;

    private static final List<MoneyState> STATES = List.of(MoneyState.values());

    private final Terms terms;
    private final MoneyColumns orders;
    private final Contracts contracts;

    OrderMoney(Terms terms, MoneyColumns orders, Contracts contracts) {
        this.terms = terms;
        this.orders = orders;
        this.contracts = contracts;
    }

    public int size() {
        return orders.size;
    }

    /** The row of an order, -1 when the ledger has not seen it. */
    public int find(String orderId) {
        return orders.find(orderId);
    }

    public String id(int row) {
        return orders.id[row];
    }

    public MoneyState state(int row) {
        return STATES.get(orders.state(row));
    }

    public Contract contract(int row) {
        return contracts.get(orders.contract(row));
    }

    /** All contracts; see {@link #contractNumber}. */
    public List<Contract> contracts() {
        return contracts.list();
    }

    public int contractNumber(int row) {
        return orders.contract(row);
    }

    /** Deposit paid; it stays here when the order has ended. */
    public long depositMinor(int row) {
        return orders.deposit(row);
    }

    /** Prepayment paid beyond the deposit. */
    public long prepaidMinor(int row) {
        return orders.prepaid(row);
    }

    public int orderedDay(int row) {
        return orders.orderedDay(row);
    }

    /** The day from which on the deposit is earnest money. */
    public int lockDay(int row) {
        return orders.orderedDay(row) + terms.coolingOffDays();
    }

    /** {@link #NONE} until paid. */
    public int prepaidDay(int row) {
        return orders.prepaidDay(row);
    }

    /** The day of the handover or the end; {@link #NONE} while it is open. */
    public int endDay(int row) {
        return orders.endDay(row);
    }

    /** Delivery bucket that a slip counts from, {@link #NONE} without one. */
    public int basisBucket(int row) {
        return orders.basis(row);
    }

    /** Delivery bucket promised now, {@link #NONE} beyond the horizon. */
    public int promisedBucket(int row) {
        return orders.promised(row);
    }

    /** The part of the deposit that is a contract liability once locked; the rest may be taken back. */
    public long lockedPartMinor(int row) {
        return contract(row).lostMinor(orders.deposit(row), terms.money().refunds());
    }

    /** What would become of the money if the contract ended on a day; what became of it, for the day it ended. */
    public Settlement ifItEnded(int row, int day) {
        return Settlement.of(terms, contract(row), orders, row, day);
    }

    /**
     * What would become of the money if the contract ended on a day, had the order been taken under other terms; for
     * open orders. Cooling-off days and slips are as they are.
     *
     * @param contract of the other terms
     * @param depositMinor paid under them
     * @param prepaidMinor beyond it
     */
    public Settlement ifItEndedUnder(
            Refunds refunds, Contract contract, long depositMinor, long prepaidMinor, int row, int day) {
        return Settlement.of(refunds, contract, depositMinor, prepaidMinor, lockDay(row) > day, slipWeeks(row, day));
    }

    /** What was granted when the contract ended without a car, until the day it is paid; 0 from then on. */
    public long refundPayableMinor(int row, int day) {
        MoneyState state = state(row);
        boolean ended = state == MoneyState.CANCELLED || state == MoneyState.DEFAULTED;
        boolean isDue = ended && day < endDay(row) + terms.money().refunds().payDays();
        return isDue ? ifItEnded(row, endDay(row)).refundMinor() : 0;
    }

    /** Weeks by which the promise is missed on a day; 0 without one. */
    public int slipWeeks(int row, int day) {
        return terms.slipWeeks(orders.basis(row), orders.promised(row), day);
    }

    /** First day of a bucket. */
    public int monday(int bucket) {
        return terms.monday(bucket);
    }

    /** Bucket of a day; negative before the horizon. */
    public int bucket(int day) {
        return terms.bucket(day);
    }
}
