package io.rampline.desk.lineday;

import io.rampline.desk.lineday.LineDaysReport.OrderedWeek;
import io.rampline.factory.Scenario;
import io.rampline.intake.LineRules;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Days in order, for somebody who asks again and again: a day whose cars, rules and day before are as they were is not
 * sought anew, so a book that changes elsewhere costs nothing. Not for several threads at once.
 */
public final class DaysInOrder {
    public static final long SEED = 1;

    /** A fraction of a second for a day of a thousand cars; the same on every machine. */
    static final long MOVES = 500_000;

    /** The frozen days of a few lines. */
    private static final int REMEMBERED_MOST = 100;

    private final Map<LineDay, Found> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LineDay, Found> eldest) {
            return size() > REMEMBERED_MOST;
        }
    };

    /**
     * The last of the weeks in order, each week from where the one before ended. After a week that has no allowed order
     * nothing is known of the cars before.
     *
     * @param weeks of one line, in their order, at least one
     * @param days of the last week, from its first one
     * @throws NoSequence when a day of the last week has no order that is allowed
     */
    public OrderedWeek last(List<LineWeek> weeks, Scenario scenario, LineRules said, int days) throws NoSequence {
        List<LineCar> tail = List.of();
        for (LineWeek week : weeks.subList(0, weeks.size() - 1)) {
            tail = week.cars().isEmpty() ? tail : end(week, scenario, said, tail);
        }
        return order(weeks.getLast(), scenario, said, tail, days);
    }

    private List<LineCar> end(LineWeek week, Scenario scenario, LineRules said, List<LineCar> tail) {
        try {
            return order(week, scenario, said, tail, week.dayUnits().size())
                    .days()
                    .getLast()
                    .sequence();
        } catch (NoSequence unknown) {
            return List.of();
        }
    }

    private OrderedWeek order(LineWeek week, Scenario scenario, LineRules said, List<LineCar> tail, int days)
            throws NoSequence {
        DayRules rules = DayRules.of(scenario, said, week);
        List<DayPlan> plans = new WeekOrdering(week, rules, said, tail, List.of()).seek(days, this::found);
        return new OrderedWeek(week, rules, false, plans);
    }

    private Found found(LineDay day) throws NoSequence {
        Found found = known.get(day);
        if (found == null) {
            found = Search.run(day, SEED, Budget.ofMoves(MOVES), (counts, moves) -> {});
            known.put(day, found);
        }
        return found;
    }
}
