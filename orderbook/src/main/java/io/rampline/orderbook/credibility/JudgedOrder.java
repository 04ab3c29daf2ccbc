package io.rampline.orderbook.credibility;

import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one order was promised and what came of it. Weeks are delivery weeks.
 *
 * @param lockWeek week in which it was first locked
 * @param first the very first promise; never changes
 * @param basis what it is judged by: the first promise, or the first one since the customer changed the order or took
 *     an earlier date
 * @param bases how many promises it was judged by one after another, 1 or more
 * @param now what the book says, or said last
 * @param range window given with the basis
 * @param slipWeeks delivered less basis
 * @param driftWeeks now less basis
 * @param revisions changes of the delivery week without the customer's doing
 * @param warningDays from the last of them, since the basis, to delivery
 */
public record JudgedOrder(
        String orderId,
        Configuration configuration,
        Week lockWeek,
        Optional<Week> first,
        Optional<Week> basis,
        int bases,
        Optional<Week> now,
        Optional<Range> range,
        Optional<Week> delivered,
        Verdict verdict,
        OptionalInt slipWeeks,
        OptionalInt driftWeeks,
        int revisions,
        OptionalInt warningDays) {

    /** First and last week of a window. */
    public record Range(Week early, Week late) {
        public int weeks() {
            return late.since(early) + 1;
        }

        public boolean holds(Week week) {
            return week.compareTo(early) >= 0 && week.compareTo(late) <= 0;
        }
    }
}
