package io.rampline.desk.briefing;

import io.rampline.factory.Week;
import io.rampline.intake.Grade;
import io.rampline.intake.Outturn.Explanation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How long the customers of a trim wait. All waits are whole weeks: the difference of two ISO weeks.
 *
 * @param fromNow delivery week less the week of the briefing, by open order
 * @param sinceLock delivery week less the week of the lock, by open order
 * @param quote what an order locked on the day of the briefing would be told, after all open orders
 * @param cause what keeps most of the open orders from an earlier week; empty without open orders
 * @param posted what the maker showed on that day or the last time before it
 */
public record TrimWait(
        Trim trim,
        WeekCounts fromNow,
        WeekCounts sinceLock,
        Quote quote,
        Optional<Cause> cause,
        Optional<Posted> posted,
        Optional<Explanation> explanation) {
    /** A difference to the posted wait beyond so many weeks is explained. */
    public static final double NOTABLE_WEEKS = 3;

    /**
     * What an order locked today would be told.
     *
     * @param weeks delivery week less the week of the briefing; empty beyond the horizon or when nothing is offered
     * @param delivery the week of delivery; empty as above
     */
    public record Quote(OptionalInt weeks, Optional<Week> delivery, Cause cause) {}

    /**
     * A wait as the maker posted it.
     *
     * @param low fewest weeks
     * @param high most weeks
     */
    public record Posted(LocalDate date, double low, double high, Optional<Grade> grade) {
        /** Weeks that a wait lies outside the range: above 0 when it is longer than the highest, 0 inside. */
        double beyond(int weeks) {
            return Math.max(0, weeks - high) + Math.min(0, weeks - low);
        }
    }

    /**
     * Weeks by which the computed wait lies outside the posted range, below 0 when it is shorter; empty when one is
     * missing.
     */
    public OptionalDouble difference() {
        if (posted.isEmpty() || quote.weeks().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(posted.get().beyond(quote.weeks().getAsInt()));
    }

    /** Whether the computed wait lies more than {@link #NOTABLE_WEEKS} outside the posted range. */
    public boolean differsNotably() {
        OptionalDouble difference = difference();
        return difference.isPresent() && Math.abs(difference.getAsDouble()) > NOTABLE_WEEKS;
    }
}
