package io.rampline.orderbook.credibility;

import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import io.rampline.factory.WindowRule;
import io.rampline.orderbook.credibility.Cohort.Grouping;
import io.rampline.orderbook.credibility.JudgedOrder.Range;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The record of promises: follows the entries of a book and says of every order whether its promise was kept.
 *
 * <p><b>What an order is judged by.</b> Its first promise, whatever it was told later: a date that is overwritten is a
 * date that is never missed. Only what the customer does opens a new basis: a changed order, an earlier date taken. The
 * very first promise stays on record beside it. An order that was first told "beyond the horizon" is judged by the
 * first date it was given; one taken over from another book by the date promised there.
 *
 * <p><b>What counts.</b> Kept and broken when it is delivered; impossible as soon as the week has gone by or the book
 * itself says a later one, so that open orders cannot hide. Customers who left are counted apart, those who left after
 * the promise had become impossible once more apart.
 *
 * <p>Holds count from the moment they are confirmed; a hold that ran out was never an order. Cost: O(1) an entry,
 * O(orders) a fold. Not for use by several threads. Sources: delivery performance to commit date (SCOR); nervousness,
 * Sridharan, Berry and Udayabhanu 1988. Not here: the revision test of stated probabilities, which needs them on
 * record.
 */
public final class PromiseRecord {
    /** 13 weeks. */
    static final long DAYS_PER_QUARTER = 91;

    private static final int NONE = PromiseColumns.NONE;

    private final Horizon horizon;
    private final WindowRule windowRule;
    private final PromiseColumns orders = new PromiseColumns();
    private final List<Configuration> configurations = new ArrayList<>();
    private final Map<Configuration, Integer> numbers = new HashMap<>();

    /**
     * A record of nothing.
     *
     * @param horizon the one the book's buckets belong to
     * @param windowRule the window given with a promise
     */
    public PromiseRecord(Horizon horizon, WindowRule windowRule) {
        this.horizon = horizon;
        this.windowRule = windowRule;
    }

    /** What a judgement is made by: the moment (book time) and how many weeks late still counts as kept. */
    public record Bar(long asOfMicros, int graceWeeks) {
        public Bar {
            if (graceWeeks < 0) {
                throw new IllegalArgumentException("found a grace of " + graceWeeks + " weeks, expected 0 or more");
            }
        }
    }

    /**
     * Follows the book by one entry.
     *
     * @param atMicros book time at which it was recorded
     * @throws IllegalArgumentException when it is about an order that is not in the book
     */
    public void add(Entry entry, long atMicros) {
        switch (entry) {
            case Entry.Booked booked -> open(booked.order(), booked.promise(), PromiseColumns.OPEN, atMicros);
            case Entry.Held held -> open(held.order(), held.promise(), PromiseColumns.HELD, atMicros);
            case Entry.TakenOver taken -> takeOver(taken, atMicros);
            case Entry.HoldConfirmed confirmed -> {
                int row = row(confirmed.orderId());
                orders.state[row] = PromiseColumns.OPEN;
                orders.bookedAtMicros[row] = atMicros;
            }
            case Entry.HoldExpired expired -> orders.state[row(expired.orderId())] = PromiseColumns.EXPIRED;
            case Entry.Cancelled cancelled -> {
                int row = row(cancelled.orderId());
                boolean held = orders.state[row] == PromiseColumns.HELD;
                close(row, held ? PromiseColumns.EXPIRED : PromiseColumns.CANCELLED, atMicros);
            }
            case Entry.Delivered delivered ->
                close(row(delivered.orderId()), PromiseColumns.DELIVERED, delivered.deliveredAtMicros());
            case Entry.Changed changed -> change(changed.order(), changed.promise(), atMicros);
            case Entry.PromiseMoved moved -> move(row(moved.orderId()), moved.to(), moved.reason(), atMicros);
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> {}
        }
    }

    /** Orders seen, holds that ran out among them. */
    public int size() {
        return orders.size;
    }

    /** The record of one order; empty when it is unknown, or a hold that is not confirmed. */
    public Optional<JudgedOrder> find(String orderId, Bar bar) {
        int row = orders.find(orderId);
        return row < 0 || !isOrder(row) ? Optional.empty() : Optional.of(record(row, bar));
    }

    /** All orders as one cohort. */
    public CohortRecord whole(Bar bar) {
        CohortTally tally = new CohortTally(orders, bar);
        for (int row = 0; row < orders.size; row++) {
            if (isOrder(row)) {
                tally.add(row);
            }
        }
        return tally.of(Grouping.NONE.cohort(0, new Configuration("", "", "", List.of())));
    }

    /**
     * Orders put together, in ascending order of the cohorts.
     *
     * @param only which configurations to look at
     */
    public List<CohortRecord> cohorts(Grouping grouping, Predicate<Configuration> only, Bar bar) {
        Map<Long, CohortTally> tallies = new TreeMap<>();
        Map<Cohort, Integer> groupNumbers = new HashMap<>();
        List<Cohort> groups = new ArrayList<>();
        Grouping withoutWeek = new Grouping(false, grouping.byMarket(), grouping.byModel(), grouping.byTrim());
        int[] groupOf = new int[configurations.size()];
        for (int number = 0; number < groupOf.length; number++) {
            Configuration configuration = configurations.get(number);
            Cohort group = withoutWeek.cohort(0, configuration);
            if (groupNumbers.putIfAbsent(group, groups.size()) == null) {
                groups.add(group);
            }
            groupOf[number] = only.test(configuration) ? groupNumbers.getOrDefault(group, 0) : -1;
        }
        for (int row = 0; row < orders.size; row++) {
            int group = groupOf[orders.configuration[row]];
            if (isOrder(row) && group >= 0) {
                long week = grouping.byLockWeek() ? orders.lockWeek[row] : 0;
                tallies.computeIfAbsent((week << 32) | group, _ -> new CohortTally(orders, bar))
                        .add(row);
            }
        }
        List<CohortRecord> found = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            Cohort group = groups.get(key.intValue());
            Optional<Week> week = grouping.byLockWeek() ? Optional.of(new Week((int) (key >> 32))) : Optional.empty();
            found.add(tally.of(new Cohort(week, group.market(), group.model(), group.trim())));
        });
        found.sort((a, b) -> a.cohort().compareTo(b.cohort()));
        return found;
    }

    private boolean isOrder(int row) {
        return orders.state[row] != PromiseColumns.HELD && orders.state[row] != PromiseColumns.EXPIRED;
    }

    private int open(Order order, Promise promise, byte state, long atMicros) {
        int row = orders.add(order.id());
        orders.state[row] = state;
        orders.configuration[row] = number(order.configuration());
        orders.lockWeek[row] = TimeOfBook.week(order.lockedAtMicros()).number();
        orders.bookedAtMicros[row] = atMicros;
        orders.bases[row] = 1;
        orders.now[row] = week(promise);
        settle(row, orders.now[row], atMicros);
        return row;
    }

    private void takeOver(Entry.TakenOver taken, long atMicros) {
        boolean promisedBefore = taken.firstDelivery() != OrderTable.NEVER_PROMISED;
        int row = open(
                taken.order(),
                promisedBefore ? new Promise.BeyondHorizon(taken.promise().binding()) : taken.promise(),
                PromiseColumns.OPEN,
                atMicros);
        if (promisedBefore) {
            // That date was given when the order was locked, not when it came into this book.
            settle(
                    row,
                    horizon.week(taken.firstDelivery()).number(),
                    taken.order().lockedAtMicros());
            orders.now[row] = orders.basis[row];
            revise(row, week(taken.promise()), atMicros);
        }
    }

    private void change(Order order, Promise promise, long atMicros) {
        int row = row(order.id());
        orders.configuration[row] = number(order.configuration());
        rebase(row, week(promise), atMicros);
    }

    private void move(int row, Promise to, Reason reason, long atMicros) {
        switch (reason) {
            case Reason.PullForward _, Reason.CustomerChange _ -> rebase(row, week(to), atMicros);
            case Reason.CapacityCut _, Reason.Repromised _, Reason.PlanAdopted _, Reason.FirstPromise _ -> {
                revise(row, week(to), atMicros);
                if (orders.basis[row] == NONE) {
                    settle(row, orders.now[row], atMicros);
                    orders.revisedAtMicros[row] = PromiseColumns.NEVER;
                }
            }
        }
    }

    private void revise(int row, int week, long atMicros) {
        if (week != orders.now[row]) {
            orders.now[row] = week;
            // The first date is no revision of "no date yet".
            if (orders.basis[row] != NONE) {
                orders.revisions[row]++;
                orders.revisedAtMicros[row] = atMicros;
            }
        }
    }

    private void rebase(int row, int week, long atMicros) {
        if (orders.basis[row] != NONE) {
            orders.bases[row]++;
        }
        orders.now[row] = week;
        orders.revisedAtMicros[row] = PromiseColumns.NEVER;
        settle(row, week, atMicros);
    }

    /** Makes a week what the order is judged by; the window is the one shown when the promise was made. */
    private void settle(int row, int week, long madeAtMicros) {
        orders.basis[row] = week;
        if (week != NONE) {
            int made = TimeOfBook.week(madeAtMicros).number();
            orders.early[row] = Math.max(Math.min(week, made + 1), week - windowRule.earlyWeeks());
            orders.late[row] = week + windowRule.lateBy(week - made);
            orders.first[row] = orders.first[row] == NONE ? week : orders.first[row];
        }
    }

    private void close(int row, byte state, long atMicros) {
        orders.state[row] = state;
        orders.closedAtMicros[row] = atMicros;
    }

    private int week(Promise promise) {
        return switch (promise) {
            case Promise.Dated dated -> horizon.week(dated.deliveryBucket()).number();
            case Promise.BeyondHorizon _ -> NONE;
        };
    }

    private int number(Configuration configuration) {
        return numbers.computeIfAbsent(configuration, added -> {
            configurations.add(added);
            return configurations.size() - 1;
        });
    }

    private int row(String orderId) {
        int row = orders.find(orderId);
        if (row < 0) {
            throw new IllegalArgumentException("found an entry for order " + orderId + ", expected it booked before");
        }
        return row;
    }

    private JudgedOrder record(int row, Bar bar) {
        CohortTally judge = new CohortTally(orders, bar);
        boolean delivered = orders.state[row] == PromiseColumns.DELIVERED;
        int arrived = delivered ? judge.closedWeek(row) : NONE;
        boolean dated = orders.basis[row] != NONE;
        boolean warned = delivered && orders.revisedAtMicros[row] != PromiseColumns.NEVER;
        return new JudgedOrder(
                orders.id[row],
                configurations.get(orders.configuration[row]),
                new Week(orders.lockWeek[row]),
                week(orders.first[row]),
                week(orders.basis[row]),
                orders.bases[row],
                week(orders.now[row]),
                dated
                        ? Optional.of(new Range(new Week(orders.early[row]), new Week(orders.late[row])))
                        : Optional.empty(),
                week(arrived),
                judge.verdict(row),
                dated && delivered ? OptionalInt.of(arrived - orders.basis[row]) : OptionalInt.empty(),
                dated && orders.now[row] != NONE
                        ? OptionalInt.of(orders.now[row] - orders.basis[row])
                        : OptionalInt.empty(),
                orders.revisions[row],
                warned ? OptionalInt.of((int) judge.warningDays(row)) : OptionalInt.empty());
    }

    private static Optional<Week> week(int number) {
        return number == NONE ? Optional.empty() : Optional.of(new Week(number));
    }
}
