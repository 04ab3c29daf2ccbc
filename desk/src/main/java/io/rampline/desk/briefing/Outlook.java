package io.rampline.desk.briefing;

import io.rampline.factory.Week;
import java.util.List;
import java.util.Optional;

/**
 * How the wait of a new order goes on from here.
 *
 * @param first the week of the briefing
 * @param unordered nobody orders any more
 * @param expected low, mid and high forecast, in this order; empty when the scenario says nothing about demand
 */
public record Outlook(Week first, Course unordered, List<Course> expected) {
    /** No date within the horizon. */
    public static final int BEYOND_HORIZON = -1;

    /** Nobody of that trim orders in that week. */
    public static final int NO_ORDER = -2;

    public Outlook {
        expected = List.copyOf(expected);
    }

    /**
     * One future, by week from {@link Outlook#first}.
     *
     * @param bank open orders at the end of the week
     * @param longest longest wait that any home-market trim is told in that week, in weeks, or
     *     {@link Outlook#BEYOND_HORIZON}
     * @param trims waits by home-market trim
     */
    public record Course(Weekly bank, Weekly longest, List<TrimCourse> trims) {
        public Course {
            trims = List.copyOf(trims);
        }

        /**
         * The first week in which every trim waits less than {@code weeks}, counted from the week of the briefing; 0 is
         * today.
         */
        public Optional<Integer> firstBelow(int weeks) {
            for (int i = 0; i < longest.weeks(); i++) {
                if (longest.get(i) >= 0 && longest.get(i) < weeks) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One trim.
     *
     * @param quoted weeks told to an order of that week, {@link Outlook#BEYOND_HORIZON} or {@link Outlook#NO_ORDER}
     */
    public record TrimCourse(Trim trim, Weekly quoted) {}
}
