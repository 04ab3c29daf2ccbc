package io.rampline.desk.lineday;

import io.rampline.factory.Line;
import io.rampline.factory.Scenario;
import io.rampline.intake.LineRules;
import io.rampline.promise.PromiseEngine;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.util.ArrayList;
import java.util.List;

/** The first frozen day of each line: what a briefing shows of the order on the line. */
public final class FirstDays {
    private FirstDays() {}

    /**
     * The days of a book.
     *
     * @return without weeks when the scenario has no rules of lines or no frozen weeks; a line without cars in its
     *     first frozen week, or whose paint batches allow no order, is left out
     */
    public static LineDaysReport of(PromiseEngine engine, Scenario scenario, LineRules rules) {
        List<LineDaysReport.OrderedWeek> weeks = new ArrayList<>();
        int first = LineWeek.firstBucket(engine);
        boolean isShown = rules.isSaid()
                && first < LineWeek.frozenEnd(engine)
                && first < scenario.horizon().weeks();
        for (Line line : isShown ? scenario.lines() : List.<Line>of()) {
            LineWeek week = LineWeek.of(engine, rules, line.name(), first);
            if (!week.cars().isEmpty()) {
                DayRules byRules = DayRules.of(scenario, rules, week);
                List<DayPlan> days = firstDay(new WeekOrdering(week, byRules, rules, List.of(), List.of()));
                if (!days.isEmpty()) {
                    weeks.add(new LineDaysReport.OrderedWeek(week, byRules, false, days));
                }
            }
        }
        return new LineDaysReport(scenario, new CarColours(rules), DaysInOrder.SEED, weeks);
    }

    private static List<DayPlan> firstDay(WeekOrdering ordering) {
        try {
            return ordering.seek(
                    1,
                    day -> Search.run(day, DaysInOrder.SEED, Budget.ofMoves(DaysInOrder.MOVES), (counts, moves) -> {}));
        } catch (NoSequence noneIsAllowed) {
            return List.of();
        }
    }
}
