package io.rampline.treasury.cash;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.TaxGuarantee;
import io.rampline.factory.Scenario;
import io.rampline.treasury.ledger.Contract;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The cash of one future, week by week. Groups of customers are added one by one with the weeks that the future gives
 * them; those who leave do so at their hazard, and get what the terms give.
 *
 * <p>These are estimates: shares of customers are fractions, so amounts are decimal until the weeks are summed up.
 * Nothing of it is booked. Cost O(weeks waited) a group. For one thread.
 */
public final class CashPath {
    private static final double DAYS_PER_WEEK = 7;

    private final MoneyTerms terms;
    private final int coolingOffDays;
    private final LocalDate start;
    private final int weeks;
    private final int first;
    private final double[] flows;
    private final double[] leavers = new double[1];

    /**
     * Customers who are treated alike.
     *
     * @param contract their car, and its price
     * @param unitCostMinor what it costs to build
     * @param customers how many, fractions allowed
     * @param lockedBucket when they locked or will
     * @param dueBucket delivery bucket promised, or the last of the horizon and more
     * @param buildBucket in this future; negative for not within the horizon
     * @param transitWeeks from build to delivery
     * @param hazard share that leaves in a week, as a rate
     * @param slipFactor by which it grows once the promised week is past
     */
    public record Group(
            Contract contract,
            long unitCostMinor,
            double customers,
            int lockedBucket,
            int dueBucket,
            int buildBucket,
            int transitWeeks,
            double hazard,
            double slipFactor) {}

    /** @param firstBucket first week of the plan, 0 or more */
    public CashPath(Scenario scenario, int firstBucket) {
        this.terms = scenario.deposits().money();
        this.coolingOffDays = scenario.deposits().coolingOffDays();
        this.start = scenario.horizon().start().monday();
        this.weeks = scenario.horizon().weeks();
        this.first = Math.max(0, firstBucket);
        this.flows = new double[Flow.COUNT * weeks];
    }

    /** Begins another future. */
    public void clear() {
        Arrays.fill(flows, 0);
        leavers[0] = 0;
    }

    public void add(Group group) {
        if (group.customers() <= 0) {
            return;
        }
        int from = Math.max(first, group.lockedBucket());
        Contract contract = group.contract();
        if (group.lockedBucket() >= first) {
            put(Flow.DEPOSITS, from, group.customers() * contract.depositMinor());
        }
        int dueWeeks = (int) StrictMath.ceil(terms.prepayment().dueDays() / DAYS_PER_WEEK);
        long prepaid = Math.max(0, contract.prepaidMinor() - contract.depositMinor());
        boolean prepaidBefore = group.lockedBucket() < first && group.dueBucket() - dueWeeks < first;
        int prepaidFrom = calledFor(group) - dueWeeks;
        int end = group.buildBucket() >= 0 ? group.buildBucket() : weeks;
        double there = group.customers();
        boolean paid = prepaidBefore;
        for (int week = from; week < end; week++) {
            if (prepaid > 0 && !paid && week >= prepaidFrom) {
                put(Flow.PREPAYMENTS, week, there * prepaid);
                paid = true;
            }
            there -= leave(group, week, there, paid ? prepaid : 0);
        }
        if (group.buildBucket() >= 0) {
            boolean callable = prepaidFrom <= group.buildBucket() + group.transitWeeks();
            if (prepaid > 0 && !paid && callable) {
                put(Flow.PREPAYMENTS, Math.max(Math.max(from, group.buildBucket()), prepaidFrom), there * prepaid);
                paid = true;
            }
            build(group, from, there, paid ? prepaid : 0);
        }
    }

    /** The week that a prepayment is called for: a car that comes late is promised anew before it is called. */
    private int calledFor(Group group) {
        int delivery = group.buildBucket() < 0 ? Integer.MAX_VALUE / 2 : group.buildBucket() + group.transitWeeks();
        return Math.max(group.dueBucket(), delivery);
    }

    private double leave(Group group, int week, double there, long prepaid) {
        if (group.hazard() == 0) {
            return 0;
        }
        int slip = Math.max(0, week - group.dueBucket());
        double rate = slip > 0 ? group.hazard() * group.slipFactor() : group.hazard();
        double leaving = -there * StrictMath.expm1(-rate);
        leavers[0] += leaving;
        put(
                Flow.REFUNDS,
                week + (int) (terms.refunds().payDays() / DAYS_PER_WEEK),
                -leaving
                        * (isFree(group, week)
                                ? group.contract().depositMinor()
                                : refund(group.contract(), slip, prepaid)));
        return leaving;
    }

    /** Whether most of a week lies in the cooling-off days. */
    private boolean isFree(Group group, int week) {
        return (week - (long) group.lockedBucket() + 0.5) * DAYS_PER_WEEK < coolingOffDays;
    }

    private double refund(Contract contract, int slip, long prepaid) {
        Refunds refunds = terms.refunds();
        long deposit = contract.depositMinor();
        if (slip >= refunds.defaultWeeks()) {
            long earnest = contract.earnestMinor(deposit);
            return deposit + prepaid + Math.max(0, Contract.share(earnest, refunds.defaultBasisPoints()) - earnest);
        }
        if (slip >= refunds.slipWeeks()) {
            return deposit + prepaid;
        }
        return deposit
                - contract.lostMinor(deposit, refunds)
                + Contract.share(prepaid, refunds.prepaymentBasisPoints());
    }

    private void build(Group group, int from, double cars, long prepaid) {
        Contract contract = group.contract();
        int paidWeek = group.buildBucket() - terms.treasury().productionLeadWeeks();
        boolean paidBefore = group.lockedBucket() < first && paidWeek < first;
        if (!paidBefore) {
            put(Flow.PRODUCTION, Math.max(from, paidWeek), -cars * group.unitCostMinor());
        }
        int delivery = group.buildBucket() + group.transitWeeks();
        long rest = contract.priceMinor() - contract.depositMinor() - prepaid;
        put(Flow.BALANCES, delivery, cars * rest);
        put(Flow.TAX, delivery, -cars * contract.vatMinor());
        long late = delivery - (long) group.dueBucket() - terms.slips().graceWeeks();
        double made = contract.compensationMinor(late);
        LocalDate locked = start.plusWeeks(group.lockedBucket());
        for (TaxGuarantee guarantee : terms.guarantees()) {
            if (guarantee.isOwed(locked, start.plusWeeks(delivery))) {
                made += guarantee.amountMinor();
            }
        }
        put(Flow.COMPENSATION, delivery, -cars * made);
    }

    /** Adds an amount of cash in a week; weeks beyond the horizon are not looked at. */
    public void put(Flow flow, int bucket, double minor) {
        if (bucket >= 0 && bucket < weeks) {
            flows[flow.place * weeks + bucket] += minor;
        }
    }

    /** First week that counts. */
    public int firstBucket() {
        return first;
    }

    public int weeks() {
        return weeks;
    }

    /** Minor units of a flow in a week, rounded. */
    public long minor(Flow flow, int bucket) {
        return Math.round(flows[flow.place * weeks + bucket]);
    }

    /** Customers who left. */
    public double leavers() {
        return leavers[0];
    }
}
