package io.rampline.treasury.statement;

import io.rampline.treasury.ledger.Contract;
import io.rampline.treasury.ledger.OrderMoney;

/**
 * What late cars are expected to cost: for each open order the sum over weeks of slip of compensation times the
 * probability of at least that slip, from the windows' own distribution. Variable consideration (IFRS 15.50-59): it is
 * disclosed, and booked at the handover.
 *
 * @param expectedMinor minor units
 * @param knownMinor what is owed already if every car comes in the week now promised, or at once where that is past
 * @param orders that may get anything
 */
public record SlipProvision(long expectedMinor, long knownMinor, long orders) {
    /** How sure a delivery is. */
    @FunctionalInterface
    public interface Odds {
        /** Probability, 0 to 1, that the order in a row of the ledger is delivered in or before a bucket. */
        double deliveredBy(int row, int bucket);
    }

    /** As many weeks of slip are looked at; after ten years nobody waits for a compensation. */
    private static final int WEEKS_MAX = 520;

    /** Less likely than this is not looked at. */
    private static final double NEVER = 1e-9;

    /**
     * The provision for all open orders. O(orders x weeks of slip with any odds).
     *
     * @param day on which they are open: nothing of them comes in a week before it
     */
    public static SlipProvision of(OrderMoney orders, int day, int graceWeeks, Odds odds) {
        int now = orders.bucket(day);
        Odds open = (row, bucket) -> bucket < now ? 0 : odds.deliveredBy(row, bucket);
        double expected = 0;
        long known = 0;
        long counted = 0;
        for (int row = 0; row < orders.size(); row++) {
            if (!orders.state(row).isOpen() || orders.basisBucket(row) == OrderMoney.NONE) {
                continue;
            }
            Contract contract = orders.contract(row);
            if (contract.compensationPerWeekMinor() == 0) {
                continue;
            }
            int free = orders.basisBucket(row) + graceWeeks;
            int promised = orders.promisedBucket(row);
            long owed = promised == OrderMoney.NONE
                    ? contract.compensationMaxMinor()
                    : contract.compensationMinor(Math.max(now, promised) - (long) free);
            double mean = mean(contract, free, row, open);
            known += owed;
            expected += mean;
            counted += mean > 0 || owed > 0 ? 1 : 0;
        }
        return new SlipProvision(Math.round(expected), known, counted);
    }

    private static double mean(Contract contract, int free, int row, Odds odds) {
        double mean = 0;
        for (int week = 1; week <= WEEKS_MAX; week++) {
            long more = contract.compensationMinor(week) - contract.compensationMinor(week - 1L);
            double late = 1 - odds.deliveredBy(row, free + week - 1);
            if (more == 0 || late < NEVER) {
                break;
            }
            mean += more * late;
        }
        return mean;
    }
}
