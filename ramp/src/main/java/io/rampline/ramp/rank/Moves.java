package io.rampline.ramp.rank;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.Week;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may be changed about the starts of a plan, one thing at a time. Whether it keeps the rules is asked later. */
final class Moves {
    private static final int[] WEEKS = {1, 2, 3, 4, 6, 9, 13, 20};
    /** Weeks between the starts tried for a step that is not taken. */
    private static final int STRIDE = 4;

    private final Plan plan;
    private final int first;
    private final int weeks;
    private final List<Step> free;

    Moves(Scenario scenario, Plan plan, int weeks) {
        this.plan = plan;
        this.weeks = weeks;
        this.first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        Set<String> decided = new TreeSet<>(plan.terms().without());
        plan.steps().stream().filter(StepRow::decided).map(StepRow::step).forEach(decided::add);
        this.free = scenario.planning().steps().stream()
                .filter(step -> !decided.contains(step.name()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Every change of these starts. */
    Set<SortedMap<String, Integer>> from(SortedMap<String, Integer> starts) {
        Set<SortedMap<String, Integer>> all = new LinkedHashSet<>();
        for (Step step : free) {
            Integer start = starts.get(step.name());
            if (start == null) {
                take(starts, step, all);
            } else {
                all.add(without(starts, step));
                for (int by : WEEKS) {
                    all.add(shifted(starts, step, -by));
                    all.add(shifted(starts, step, by));
                    all.add(shiftedWithOthers(starts, step, -by));
                    all.add(shiftedWithOthers(starts, step, by));
                }
                replace(starts, step, start, all);
            }
        }
        all.remove(starts);
        return all;
    }

    private void take(SortedMap<String, Integer> starts, Step step, Set<SortedMap<String, Integer>> to) {
        int last = Math.min(weeks - 1, step.latestBucket());
        for (int t = Math.max(first, step.earliestBucket()); t <= last; t += STRIDE) {
            SortedMap<String, Integer> taken = new TreeMap<>(starts);
            taken.put(step.name(), t);
            to.add(taken);
        }
    }

    /** Instead of a step, another one of the same choice. */
    private void replace(SortedMap<String, Integer> starts, Step step, int start, Set<SortedMap<String, Integer>> to) {
        for (Step other : free) {
            if (step.exclusive().isPresent() && other.exclusive().equals(step.exclusive()) && !other.equals(step)) {
                SortedMap<String, Integer> replaced = without(starts, step);
                replaced.put(other.name(), start);
                to.add(replaced);
            }
        }
    }

    private SortedMap<String, Integer> shifted(SortedMap<String, Integer> starts, Step step, int by) {
        SortedMap<String, Integer> shifted = new TreeMap<>(starts);
        shifted.merge(step.name(), by, Integer::sum);
        return shifted;
    }

    /** A step later with all that follow it, or earlier with all that it follows. */
    private SortedMap<String, Integer> shiftedWithOthers(SortedMap<String, Integer> starts, Step step, int by) {
        SortedMap<String, Integer> shifted = new TreeMap<>(starts);
        Set<String> together = by > 0 ? followers(step) : leaders(step);
        for (Step other : free) {
            if (together.contains(other.name()) && starts.containsKey(other.name())) {
                shifted.merge(other.name(), by, Integer::sum);
            }
        }
        return shifted;
    }

    private SortedMap<String, Integer> without(SortedMap<String, Integer> starts, Step step) {
        SortedMap<String, Integer> left = new TreeMap<>(starts);
        left.keySet().removeAll(followers(step));
        return left;
    }

    /** A step and those that may not start without it. */
    private Set<String> followers(Step step) {
        Set<String> all = new TreeSet<>(Set.of(step.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (Step other : free) {
                more |= other.after().stream().anyMatch(after -> all.contains(after.step())) && all.add(other.name());
            }
        }
        return all;
    }

    /** A step and those that it may not start without. */
    private Set<String> leaders(Step step) {
        Set<String> all = new TreeSet<>(Set.of(step.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (Step other : free) {
                boolean leads = free.stream()
                        .filter(that -> all.contains(that.name()))
                        .flatMap(that -> that.after().stream())
                        .anyMatch(after -> after.step().equals(other.name()));
                more |= leads && all.add(other.name());
            }
        }
        return all;
    }

    /** The plan on paper with other decisions; its flows are those of before. */
    Plan deciding(Decisions decisions) {
        return new Plan(
                plan.terms(), decisions, plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }
}
