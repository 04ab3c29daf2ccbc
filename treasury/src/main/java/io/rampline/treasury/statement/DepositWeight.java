package io.rampline.treasury.statement;

import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.ledger.OrderMoney;

/**
 * How much deposits and prepayments weigh: for the maker against what customers pay in a year of the plan, for the
 * buyer against the price. Amounts in minor units.
 *
 * @param heldMinor of open orders
 * @param receiptsMinor what customers pay in the first weeks of the plan, as planned
 * @param weeks so many, 52 at most
 * @param depositsMinor of it paid at order
 * @param lostMinor what those who leave lose once their orders are locked
 * @param pricesMinor of open orders, tax included
 */
public record DepositWeight(
        long heldMinor, long receiptsMinor, int weeks, long depositsMinor, long lostMinor, long pricesMinor) {
    private static final int WEEKS_MAX = 52;
    private static final int DAYS_PER_WEEK = 7;

    /** O(orders). */
    public static DepositWeight of(OrderMoney orders, CashPlan plan) {
        long deposits = 0;
        long prepaid = 0;
        long lost = 0;
        long prices = 0;
        for (int row = 0; row < orders.size(); row++) {
            if (orders.state(row).isOpen()) {
                deposits += orders.depositMinor(row);
                prepaid += orders.prepaidMinor(row);
                lost += orders.lockedPartMinor(row);
                prices += orders.contract(row).priceMinor();
            }
        }
        int weeks = Math.min(WEEKS_MAX, plan.rows().size());
        long receipts = plan.rows().subList(0, weeks).stream()
                .mapToLong(CashPlan.Row::paidInMinor)
                .sum();
        return new DepositWeight(deposits + prepaid, receipts, weeks, deposits, lost, prices);
    }

    /** As many days of receipts as what is held comes to, rounded; 0 when nothing is received. */
    public long days() {
        return receiptsMinor <= 0 ? 0 : Math.round((double) heldMinor * DAYS_PER_WEEK * weeks / receiptsMinor);
    }
}
