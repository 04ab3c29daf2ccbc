package io.rampline.simulation.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was stated week by week, held against what came: how far levels have to be moved, and how probabilities moved.
 * The same statements and fates give the same answer; nothing else is remembered.
 *
 * <p><b>Levels.</b> A cohort is what was due in just 4, 8 or 13 weeks when it was stated in one week. It is learnt from
 * once it is known of all its orders whether their windows held; an order that is late misses as soon as its window is
 * over, delivered or not. Who left is made up for ({@link Censored}). A new plan begins anew.
 *
 * <p><b>Movements.</b> The probability that the promised week is kept, this week less last week, mean of the orders
 * that are stated again or decided. An order that is not stated again and not decided is carried along until it is.
 */
public final class StatedHistory {
    private final Map<String, Fate> fates;
    private final SortedMap<Integer, Movement.Sum> movements = new TreeMap<>();
    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private Levels levels;
    private String plan = "";
    private int plans;
    private boolean isFirst = true;

    /** An order that has been stated, and when it was last. */
    private record Followed(Statement statement, int week) {}

    private record Issued(int lead, List<Statement> statements) {}

    private StatedHistory(double target, Map<String, Fate> fates) {
        this.fates = new HashMap<>(fates);
        this.levels = Levels.at(target);
    }

    /**
     * What it comes to.
     *
     * @param levels for the windows of the next count
     * @param plans how often the plan has changed
     */
    public record Learnt(Levels levels, List<Movement> movements, int plans) {
        public Learnt {
            movements = List.copyOf(movements);
        }
    }

    /**
     * Follows what was stated.
     *
     * @param target confidence of the windows
     * @param weeks ascending
     * @param fates by order id; an order without one is open
     * @param nowWeek number of the present week: what came later is not known
     * @param nowPlan the plan now in force, as {@link StatedWeek#plan}
     */
    public static Learnt of(
            double target, List<StatedWeek> weeks, Map<String, Fate> fates, int nowWeek, String nowPlan) {
        StatedHistory history = new StatedHistory(target, fates);
        for (StatedWeek week : weeks) {
            history.add(week);
        }
        history.follow(nowPlan, weeks.isEmpty());
        history.settle(nowWeek);
        List<Movement> moved = new ArrayList<>();
        history.movements.forEach((week, sum) -> {
            if (sum.orders() > 0) {
                moved.add(sum.of(week));
            }
        });
        return new Learnt(history.levels, moved, history.plans);
    }

    private void add(StatedWeek stated) {
        follow(stated.plan(), isFirst);
        isFirst = false;
        settle(stated.week());
        if (!followed.isEmpty()) {
            move(stated);
        }
        for (Statement statement : stated.statements()) {
            followed.put(statement.orderId(), new Followed(statement, stated.week()));
        }
        for (int lead : Levels.LEADS) {
            List<Statement> due = stated.statements().stream()
                    .filter(statement -> statement.middle() == stated.week() + lead)
                    .toList();
            if (!due.isEmpty()) {
                issued.add(new Issued(lead, due));
            }
        }
    }

    private void follow(String next, boolean isTheFirst) {
        if (!isTheFirst && !next.equals(plan)) {
            plans++;
            issued.clear();
            followed.clear();
            movements.clear();
            levels = levels.afterChangeOfPlans();
        }
        plan = next;
    }

    private Fate fate(String orderId) {
        Fate fate = fates.get(orderId);
        return fate == null ? new Fate.Open() : fate;
    }

    /** Learns from the cohorts of which all is known at the beginning of a week. */
    private void settle(int week) {
        List<Issued> open = new ArrayList<>();
        for (Issued cohort : issued) {
            List<Censored.Seen> seen = new ArrayList<>();
            for (Statement statement : cohort.statements()) {
                Censored.Seen known = seen(statement, week);
                if (known != null) {
                    seen.add(known);
                }
            }
            double missed = seen.size() < cohort.statements().size() ? Double.NaN : Censored.missedShare(seen);
            if (seen.size() < cohort.statements().size()) {
                open.add(cohort);
            } else if (!Double.isNaN(missed)) {
                levels = levels.after(cohort.lead(), missed);
            }
        }
        issued.clear();
        issued.addAll(open);
    }

    private Censored.@Nullable Seen seen(Statement statement, int week) {
        return switch (fate(statement.orderId())) {
            case Fate.Delivered delivered
            when delivered.week() < week ->
                new Censored.Seen(
                        StrictMath.min(delivered.week(), statement.late()),
                        false,
                        delivered.week() < statement.early() || delivered.week() > statement.late());
            case Fate.Left left
            when left.week() < week && left.week() <= statement.late() -> new Censored.Seen(left.week(), true, false);
            case Fate.Delivered _, Fate.Left _, Fate.Open _ ->
                statement.late() < week ? new Censored.Seen(statement.late(), false, true) : null;
        };
    }

    private void move(StatedWeek stated) {
        Map<String, Statement> now = new HashMap<>();
        stated.statements().forEach(statement -> now.put(statement.orderId(), statement));
        movements.put(stated.week(), new Movement.Sum());
        for (Followed before : List.copyOf(followed.values())) {
            Statement last = before.statement();
            Statement again = now.get(last.orderId());
            Fate fate = fate(last.orderId());
            if (fate instanceof Fate.Left left && left.week() < stated.week()) {
                followed.remove(last.orderId());
            } else if (fate instanceof Fate.Delivered delivered && delivered.week() < stated.week()) {
                move(before, delivered.week() <= last.promisedWeek() ? 1 : 0, delivered.week());
                followed.remove(last.orderId());
            } else if (last.promisedWeek() < stated.week()) {
                move(before, 0, last.promisedWeek());
                followed.remove(last.orderId());
            } else if (again != null && again.promisedWeek() == last.promisedWeek()) {
                move(before, again.keptProbability(), stated.week());
            }
        }
    }

    /** What is known only afterwards belongs to the week in which it happened. */
    private void move(Followed before, double after, int week) {
        int first = StrictMath.max(week, before.week() + 1);
        SortedMap<Integer, Movement.Sum> from = movements.tailMap(first);
        Movement.Sum sum = from.isEmpty() ? movements.get(movements.lastKey()) : from.get(from.firstKey());
        if (sum != null) {
            int weeksAhead = before.statement().promisedWeek() - before.week();
            sum.add(before.statement().keptProbability(), after, weeksAhead);
        }
    }
}
