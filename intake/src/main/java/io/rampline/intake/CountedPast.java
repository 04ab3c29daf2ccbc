package io.rampline.intake;

import io.rampline.factory.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The past in the rows in which it was counted, each with its sources, where orders and promises need no more than the
 * sums: for whoever must know what was known when. In file order.
 *
 * @param locks rows of {@code order_counts.csv}
 * @param rests rows of {@code calendar.csv}
 * @param capacity rows of {@code outturn/capacity_facts.csv}
 */
public record CountedPast(List<LockCount> locks, List<RestWeek> rests, List<CapacityFact> capacity) {
    public CountedPast {
        locks = List.copyOf(locks);
        rests = List.copyOf(rests);
        capacity = List.copyOf(capacity);
    }

    /**
     * Orders locked in a period.
     *
     * @param from first day
     * @param to last day
     * @param cancelled how many of them left
     * @param cancelledFrom first day on which they may have
     */
    public record LockCount(
            LocalDate from,
            LocalDate to,
            String model,
            String trim,
            int locked,
            int cancelled,
            Optional<LocalDate> cancelledFrom,
            List<String> source) {
        public LockCount {
            source = List.copyOf(source);
        }
    }

    /** Working days of a week, 0 to 7; of all plants when none is named. */
    public record RestWeek(Optional<String> plant, Week week, double workingDays, List<String> source) {
        public RestWeek {
            source = List.copyOf(source);
        }
    }

    /**
     * A block of capacity as it was told on a day.
     *
     * @param known the day
     * @param block a shift of the line, or another part of it
     * @param models what the line can build then
     * @param startsEarliest first day on which it starts
     * @param startsLatest last day, not before {@code startsEarliest}
     * @param unitsPerWeek at full rate, above 0
     * @param chancePercent that it comes at all, 0 to 100
     * @param climbWeeks from a tenth to nine tenths of the full rate
     * @param startShare of the full rate on the first day, above 0 and below 1
     */
    public record CapacityFact(
            LocalDate known,
            String line,
            String block,
            List<String> models,
            LocalDate startsEarliest,
            LocalDate startsLatest,
            double unitsPerWeek,
            double chancePercent,
            OptionalDouble climbWeeks,
            OptionalDouble startShare,
            List<String> source) {
        public CapacityFact {
            models = List.copyOf(models);
            source = List.copyOf(source);
        }
    }
}
