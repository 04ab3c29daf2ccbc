package io.rampline.simulation.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows statements week by week; what it is after is told by {@link StatedHistory}. For one thread. */
final class StatedCourse {
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

    StatedCourse(double target, Map<String, Fate> fates) {
        this.fates = new TreeMap<>(fates);
        this.levels = Levels.at(target);
    }

    /** What it has come to by now. */
    StatedHistory.Learnt learnt() {
        List<Movement> moved = new ArrayList<>();
        movements.forEach((week, sum) -> {
            if (sum.orders() > 0) {
                moved.add(sum.of(week));
            }
        });
        return new StatedHistory.Learnt(levels, moved, plans);
    }

    void add(StatedWeek stated) {
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

    void follow(String next, boolean isTheFirst) {
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
    void settle(int week) {
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
        Map<String, Statement> now = new TreeMap<>();
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
