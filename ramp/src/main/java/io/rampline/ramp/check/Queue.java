package io.rampline.ramp.check;

import io.rampline.ramp.plan.GroupFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A group's customers served in the order of their locks, week by week: first a share of everyone waiting leaves, then
 * the longest waiting are served, then the week's orders join the line.
 */
final class Queue {
    /** Less than this many orders is nothing: flows are told to a thousandth of a unit. */
    static final double NOTHING = 0.05;

    /** Those who ordered in one week: how many are left, and the week in which the last of them was built. */
    static final class Cohort {
        final int week;
        double left;
        int served = -1;

        Cohort(int week, double left) {
            this.week = week;
            this.left = left;
        }
    }

    final List<Cohort> cohorts = new ArrayList<>();
    final List<String> flaws = new ArrayList<>();
    /** Orders waiting at the end of each week. */
    final double[] backlog;

    Queue(GroupFlow flow, double leaving, int first) {
        int weeks = flow.orders().weeks();
        backlog = new double[weeks];
        Deque<Cohort> line = new ArrayDeque<>();
        join(line, new Cohort(first - 1, flow.opening()));
        for (int t = first; t < weeks; t++) {
            for (Cohort cohort : line) {
                cohort.left *= 1 - leaving;
            }
            serve(line, flow, t);
            join(line, new Cohort(t, flow.orders().get(t)));
            for (Cohort cohort : line) {
                backlog[t] += cohort.left;
            }
        }
    }

    private void join(Deque<Cohort> line, Cohort cohort) {
        cohorts.add(cohort);
        if (cohort.left > 0) {
            line.addLast(cohort);
        }
    }

    private void serve(Deque<Cohort> line, GroupFlow flow, int week) {
        double units = flow.built(week);
        while (units > 0 && !line.isEmpty()) {
            Cohort oldest = line.getFirst();
            double served = Math.min(units, oldest.left);
            oldest.left -= served;
            units -= served;
            if (oldest.left <= NOTHING / 2) {
                oldest.served = week;
                line.removeFirst();
            }
        }
        if (units > NOTHING) {
            flaws.add(flow.name() + ": found " + units + " units built in bucket " + week
                    + " for which nobody had ordered before, expected none");
        }
    }

    /**
     * Longest wait of those who order in a week from {@code from} on and must be built by the end of the plan, weeks
     * from lock to delivery.
     *
     * @param buildWithin weeks in which they must be built
     * @return 0 when there is nobody; {@code weeks} of the plan when somebody is not built
     */
    int longestWait(GroupFlow flow, int from, int buildWithin) {
        int longest = 0;
        int weeks = backlog.length;
        for (Cohort cohort : cohorts) {
            boolean counts = cohort.week >= from && cohort.week + buildWithin < weeks;
            if (counts && cohort.week >= 0 && flow.orders().get(cohort.week) > NOTHING) {
                int built = cohort.left > NOTHING ? weeks : cohort.served;
                longest = Math.max(longest, built + flow.transitWeeks() - cohort.week);
            }
        }
        return longest;
    }
}
