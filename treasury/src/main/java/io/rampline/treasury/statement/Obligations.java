package io.rampline.treasury.statement;

import io.rampline.treasury.ledger.MoneyState;
import io.rampline.treasury.ledger.OrderMoney;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is still to be performed for prices already agreed (IFRS 15.120), by the quarter of the promised delivery, and
 * which contracts are paid for so early that the one-year expedient (15.63) does not cover them. A customer in the
 * cooling-off days has no contract yet (15.9, 15.15).
 *
 * @param quarters in the order of time; the last one may be {@link #UNDATED}
 * @param beyondExpedient contracts whose first payment lies longer before the promised delivery than the expedient
 *     allows, or that have no date
 * @param paidBeyondMinor what has been paid for those
 * @param withoutExpedient contracts of more than a year altogether, which 15.121 does not let off from disclosure
 */
public record Obligations(
        List<Quarter> quarters, long contracts, long beyondExpedient, long paidBeyondMinor, long withoutExpedient) {
    /** The name of a quarter for contracts without a date. */
    public static final String UNDATED = "undated";

    private static final int DAYS_PER_YEAR = 365;

    /**
     * Contracts of a quarter.
     *
     * @param name {@code 2026-Q1}
     * @param priceMinor what is still to be recognised, without tax
     */
    public record Quarter(String name, long contracts, long priceMinor) {}

    public Obligations {
        quarters = List.copyOf(quarters);
    }

    /** The obligations of open contracts. O(orders). */
    public static Obligations of(OrderMoney orders, int expedientDays) {
        Map<String, long[]> sums = new TreeMap<>();
        long contracts = 0;
        long beyond = 0;
        long paid = 0;
        long aboveYear = 0;
        for (int row = 0; row < orders.size(); row++) {
            MoneyState state = orders.state(row);
            if (state != MoneyState.LOCKED && state != MoneyState.PREPAID) {
                continue;
            }
            contracts++;
            int bucket = orders.promisedBucket(row);
            boolean dated = bucket != OrderMoney.NONE;
            long wait = waitDays(orders, row);
            if (wait > expedientDays) {
                beyond++;
                paid += orders.depositMinor(row) + orders.prepaidMinor(row);
            }
            aboveYear += wait > DAYS_PER_YEAR ? 1 : 0;
            long[] quarter = sums.computeIfAbsent(dated ? quarter(orders.monday(bucket)) : UNDATED, _ -> new long[2]);
            quarter[0]++;
            quarter[1] +=
                    orders.contract(row).priceMinor() - orders.contract(row).vatMinor();
        }
        List<Quarter> quarters = new ArrayList<>();
        sums.forEach((name, sum) -> quarters.add(new Quarter(name, sum[0], sum[1])));
        return new Obligations(quarters, contracts, beyond, paid, aboveYear);
    }

    /** Whether a contract is paid for so early that the expedient does not cover it. */
    public static boolean isBeyondExpedient(OrderMoney orders, int row, int expedientDays) {
        MoneyState state = orders.state(row);
        boolean isContract = state == MoneyState.LOCKED || state == MoneyState.PREPAID;
        return isContract && waitDays(orders, row) > expedientDays;
    }

    /** From the order to the promised week; without end where no week is promised. */
    private static long waitDays(OrderMoney orders, int row) {
        int bucket = orders.promisedBucket(row);
        return bucket == OrderMoney.NONE ? Long.MAX_VALUE : orders.monday(bucket) - (long) orders.orderedDay(row);
    }

    private static String quarter(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() + "-Q" + ((date.getMonthValue() + 2) / 3);
    }

    public long priceMinor() {
        return quarters.stream().mapToLong(Quarter::priceMinor).sum();
    }
}
