package io.rampline.treasury.ledger;

import io.rampline.factory.Scenario;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;

/**
 * The money of the book: every entry that moves money is booked twice, and what only time brings (a lock, a prepayment
 * due, a refund paid) is booked on its own day.
 *
 * <p><b>No second truth.</b> The ledger is a fold of the book's entries and the scenario's terms. It holds nothing that
 * could not be worked out again, and it decides nothing: that customers pay what is due when it is due is what the
 * terms say, since the book does not see their bank.
 *
 * <p><b>Time.</b> Entries of one order come in the order of the book; entries of different orders may come in any
 * order. Before an entry is booked its order catches up with the day of the entry, so that everything has its own day
 * and the balance of a day does not depend on when it is asked for. An entry that bears an earlier day than the one
 * before it of the same order is booked on that one's day.
 *
 * <p><b>Causes.</b> The book says that an order was cancelled, not why. It is the customer's withdrawal in the
 * cooling-off days, the maker's default when the promise is missed by the weeks the terms call default, a withdrawal
 * for lateness when it is missed by the weeks that allow one, and otherwise a customer who leaves and loses the earnest
 * money. A promise is missed by the weeks since the promised week, or by what the book now says, whichever is more.
 *
 * <p><b>Cost.</b> O(1) an entry; 60 bytes an order besides its id, and 1.3 KB a day.
 *
 * <p>Sources: IFRS 15, paragraphs 55, 60-72, 105-106; PRC Civil Code, articles 586-588 (earnest money, its cap of 20 %
 * and its doubling). Not here: exchange differences, as rates are stated and do not move.
 */
public final class Ledger {
    private final Terms terms;
    private final MoneyColumns orders = new MoneyColumns();
    private final Turnover turnover = new Turnover();
    private final Contracts contracts;
    private final Posting posting;

    public Ledger(Scenario scenario, Journal journal) {
        this.terms = Terms.of(scenario);
        this.contracts = new Contracts(scenario);
        this.posting = new Posting(terms, orders, contracts, turnover, journal);
    }

    /**
     * Follows the book by one entry.
     *
     * @param day on which it was recorded, days since 1970-01-01
     * @throws IllegalArgumentException when it is about an order that is not in the book
     */
    public void add(Entry entry, int day) {
        add(entry, day, MoneyColumns.NOBODY);
    }

    /** Follows the book by many entries, faster than one by one. The ledger is up to date when the batch is closed. */
    public Batch batch() {
        return new Batch(this);
    }

    /** Rows of orders, negative for those that are not known yet. */
    void find(String[] orderIds, int count, int[] rows) {
        orders.find(orderIds, count, rows);
    }

    /** @param known row of the entry's order, negative where it is to be looked for */
    void add(Entry entry, int day, int known) {
        switch (entry) {
            case Entry.Booked booked -> {
                int row = open(booked.order(), booked.promise(), booked.position(), known);
                posting.receive(row, orders.orderedDay(row));
            }
            case Entry.TakenOver taken -> {
                int row = open(taken.order(), taken.promise(), taken.position(), known);
                if (taken.firstDelivery() != OrderTable.NEVER_PROMISED) {
                    orders.setBasis(row, taken.firstDelivery());
                }
                posting.receive(row, orders.orderedDay(row));
            }
            case Entry.Held held -> {
                int row = open(held.order(), held.promise(), held.position(), known);
                orders.setState(row, Posting.HELD);
            }
            case Entry.HoldConfirmed confirmed -> {
                int row = row(confirmed, known);
                // The cooling-off days of a hold begin when it becomes an order.
                orders.setOrderedDay(row, Math.max(day, orders.orderedDay(row)));
                posting.receive(row, orders.orderedDay(row));
            }
            case Entry.HoldExpired expired -> orders.setState(row(expired, known), Posting.EXPIRED);
            case Entry.Cancelled cancelled -> posting.cancel(row(cancelled, known), day);
            case Entry.Delivered delivered ->
                posting.deliver(row(delivered, known), Terms.day(delivered.deliveredAtMicros()));
            case Entry.Changed changed -> change(row(changed, known), changed, day);
            case Entry.PromiseMoved moved -> move(row(moved, known), moved.to(), moved.reason(), day);
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> {}
        }
    }

    /**
     * Books what time alone has brought to open orders up to the end of a day. O(orders). Entries may follow all the
     * same.
     */
    public void closeTo(int day) {
        for (int row = 0; row < orders.size; row++) {
            posting.catchUp(row, day);
        }
    }

    /**
     * Balances at the end of a day. Days after the last one closed lack what time will bring until then.
     *
     * @param day days since 1970-01-01
     */
    public TrialBalance balance(int day) {
        return TrialBalance.of(day, turnover.between(Integer.MIN_VALUE, day));
    }

    /** What was booked in the days from one to another, both included. */
    public Movements movements(int fromDay, int toDay) {
        return new Movements(fromDay, toDay, turnover.between(fromDay, toDay));
    }

    /** The first day on which anything was booked; {@link Integer#MAX_VALUE} for none. */
    public int firstDay() {
        return turnover.firstDay();
    }

    /** The last day of any entry, a delivery that was reported ahead among them; {@link Integer#MIN_VALUE} for none. */
    public int lastDay() {
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < orders.size; row++) {
            last = Math.max(last, orders.lastDay(row));
        }
        return last;
    }

    /** The orders as they stand after the last entry; a view that moves with the ledger. */
    public OrderMoney orders() {
        return new OrderMoney(terms, orders, contracts);
    }

    private int open(Order order, Promise promise, long position, int known) {
        int row = known >= 0 ? orders.renew(known) : orders.add(order.id());
        orders.setContract(row, contracts.number(order.configuration()));
        orders.setDeposit(row, order.depositMinor());
        orders.setOrderedDay(row, Terms.day(order.lockedAtMicros()));
        orders.setLastDay(row, orders.orderedDay(row));
        orders.setPromised(row, bucket(promise));
        orders.setBasis(row, orders.promised(row));
        orders.setPosition(row, position);
        return row;
    }

    private void change(int row, Entry.Changed changed, int day) {
        posting.change(
                row,
                contracts.number(changed.order().configuration()),
                changed.order().depositMinor(),
                day);
        orders.setPromised(row, bucket(changed.promise()));
        orders.setBasis(row, orders.promised(row));
    }

    private void move(int row, Promise to, Reason reason, int day) {
        posting.begin(row, day);
        orders.setPromised(row, bucket(to));
        switch (reason) {
            // Only the customer gives a slip another week to count from.
            case Reason.PullForward _, Reason.CustomerChange _ -> orders.setBasis(row, orders.promised(row));
            case Reason.CapacityCut _, Reason.Repromised _, Reason.PlanAdopted _, Reason.FirstPromise _ -> {
                if (orders.basis(row) == MoneyColumns.NONE) {
                    orders.setBasis(row, orders.promised(row));
                }
            }
        }
    }

    private int row(Entry entry, int known) {
        int row = known >= 0 ? known : orders.find(entry.orderId());
        if (row < 0) {
            throw new IllegalArgumentException(
                    "found an entry for order " + entry.orderId() + ", expected it booked before");
        }
        orders.setPosition(row, entry.position());
        return row;
    }

    private static int bucket(Promise promise) {
        return switch (promise) {
            case Promise.Dated dated -> dated.deliveryBucket();
            case Promise.BeyondHorizon _ -> MoneyColumns.NONE;
        };
    }
}
