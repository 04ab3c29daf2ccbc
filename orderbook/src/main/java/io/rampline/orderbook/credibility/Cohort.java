package io.rampline.orderbook.credibility;

import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.util.Comparator;
import java.util.Optional;

/**
 * Orders that are judged together; a field that is empty means any.
 *
 * @param lockWeek week in which the order was first locked; an order never leaves it
 */
public record Cohort(Optional<Week> lockWeek, Optional<String> market, Optional<String> model, Optional<String> trim)
        implements Comparable<Cohort> {
    private static final Comparator<Cohort> BY_WEEK_AND_NAME = Comparator.comparingInt(
                    (Cohort cohort) -> cohort.lockWeek().map(Week::number).orElse(Integer.MIN_VALUE))
            .thenComparing(cohort -> cohort.market().orElse(""))
            .thenComparing(cohort -> cohort.model().orElse(""))
            .thenComparing(cohort -> cohort.trim().orElse(""));

    /** By what orders are put together. */
    public record Grouping(boolean byLockWeek, boolean byMarket, boolean byModel, boolean byTrim) {
        /** All orders as one. */
        public static final Grouping NONE = new Grouping(false, false, false, false);

        public static final Grouping LOCK_WEEK = new Grouping(true, false, false, false);

        Cohort cohort(int lockWeek, Configuration configuration) {
            return new Cohort(
                    byLockWeek ? Optional.of(new Week(lockWeek)) : Optional.empty(),
                    byMarket ? Optional.of(configuration.market()) : Optional.empty(),
                    byModel ? Optional.of(configuration.model()) : Optional.empty(),
                    byTrim ? Optional.of(configuration.trim()) : Optional.empty());
        }
    }

    @Override
    public int compareTo(Cohort other) {
        return BY_WEEK_AND_NAME.compare(this, other);
    }
}
