package io.rampline.orderbook.credibility;

import java.util.OptionalDouble;

/**
 * How a cohort's promises fared. Everything is a count or a sum, so that anyone can compute the shares again; the
 * shares are methods. Weeks are whole weeks between the week promised and the week delivered.
 *
 * <p>Formulas: slip = delivered - promised; kept = slip within the grace; the promise is the first one, or the first
 * one since the customer changed the order. Practice: delivery performance to commit date, SCOR; first commit against
 * last commit.
 */
public record CohortRecord(
        Cohort cohort, Verdicts verdicts, Slips slips, Moves moves, Warnings warnings, Ranges ranges) {

    /** Orders by {@link Verdict}. */
    public record Verdicts(
            long kept, long broken, long open, long impossible, long undated, long cancelled, long cancelledLate) {
        public long orders() {
            return kept + broken + open + impossible + undated + cancelled + cancelledLate;
        }
    }

    /** Slips of delivered orders in weeks. */
    public record Slips(long delivered, long weeks, long absoluteWeeks) {}

    /**
     * How dates moved without the customer's doing.
     *
     * @param dated orders with a promise of old and a date now (or when they were delivered or left)
     * @param driftWeeks sum over them of last less first promise
     * @param nervous orders among them whose date lies more than a week away from the first
     * @param revisions changes of a promised delivery week
     * @param orderDays days that orders spent in the book, holds not counted
     */
    public record Moves(long dated, long driftWeeks, long nervous, long revisions, long orderDays) {}

    /** Days from the last revision to delivery, over delivered orders that had one. */
    public record Warnings(long warned, long days) {}

    /**
     * Windows given with promises.
     *
     * @param decided delivered, or not delivered when the window closed
     * @param inside delivered inside it
     * @param given orders that were given one
     * @param weeks sum of their widths; one week alone has width 1
     */
    public record Ranges(long decided, long inside, long given, long weeks) {}

    /** PKR: kept among delivered, 0 to 1. */
    public OptionalDouble keptShare() {
        return ratio(verdicts.kept(), verdicts.kept() + verdicts.broken());
    }

    /** PKR now: kept among delivered and those that cannot be kept any more, 0 to 1. */
    public OptionalDouble keptShareNow() {
        return ratio(verdicts.kept(), verdicts.kept() + verdicts.broken() + verdicts.impossible());
    }

    /** MAS: mean absolute slip, weeks. */
    public OptionalDouble meanAbsoluteSlipWeeks() {
        return ratio(slips.absoluteWeeks(), slips.delivered());
    }

    /** Mean slip, weeks; above 0 is late. */
    public OptionalDouble biasWeeks() {
        return ratio(slips.weeks(), slips.delivered());
    }

    /** Mean of last less first promise, weeks. */
    public OptionalDouble meanDriftWeeks() {
        return ratio(moves.driftWeeks(), moves.dated());
    }

    /** Share of orders whose date lies more than a week away from the first promise, 0 to 1. */
    public OptionalDouble nervousness() {
        return ratio(moves.nervous(), moves.dated());
    }

    /** Changes of the date for each order and 13 weeks. */
    public OptionalDouble revisionsPerOrderQuarter() {
        return ratio(moves.revisions() * PromiseRecord.DAYS_PER_QUARTER, moves.orderDays());
    }

    /** Mean days from the last change of the date to delivery. */
    public OptionalDouble meanWarningDays() {
        return ratio(warnings.days(), warnings.warned());
    }

    /** Share of windows that held, 0 to 1. */
    public OptionalDouble coverage() {
        return ratio(ranges.inside(), ranges.decided());
    }

    /** Mean width of the windows given, weeks. */
    public OptionalDouble meanRangeWeeks() {
        return ratio(ranges.weeks(), ranges.given());
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
