package io.rampline.desk.lineday;

import io.rampline.factory.Scenario;
import java.util.List;

/**
 * Days of lines in order.
 *
 * @param seed of the search
 * @param weeks line by line, each in the order of its weeks
 */
public record LineDaysReport(Scenario scenario, CarColours colours, long seed, List<OrderedWeek> weeks) {
    public LineDaysReport {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week of a line.
     *
     * @param isKept whether an earlier order was kept rather than a new one sought
     * @param days those that were asked for; days on which nothing is built are left out
     */
    public record OrderedWeek(LineWeek week, DayRules rules, boolean isKept, List<DayPlan> days) {
        public OrderedWeek {
            days = List.copyOf(days);
        }
    }

    /** All days, week by week. */
    public List<DayPlan> days() {
        return weeks.stream().flatMap(week -> week.days().stream()).toList();
    }
}
