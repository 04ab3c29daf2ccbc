package io.rampline.desk.timetable;

import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.StepRow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What of a plan for several futures is the same in all, and what is not. */
public final class Branches {
    private Branches() {}

    /** What starts before the gate, by start and name. */
    public static List<StepRow> now(RobustPlan robust) {
        Set<String> names = names(robust);
        return robust.branches().getFirst().plan().steps().stream()
                .filter(row -> names.contains(row.step()))
                .toList();
    }

    /** What starts in one future from the gate on. */
    public static List<StepRow> later(RobustPlan robust, RobustPlan.Branch branch) {
        Set<String> names = names(robust);
        return branch.plan().steps().stream()
                .filter(row -> !names.contains(row.step()))
                .toList();
    }

    private static Set<String> names(RobustPlan robust) {
        Set<String> names = new TreeSet<>();
        robust.now().starts().forEach(start -> names.add(start.step()));
        return names;
    }

    /** What is made least: the mean of all futures, and that of the worst with its weight. */
    public static long mixtureMinor(RobustTerms asked, RobustPlan robust) {
        return Math.round((1 - asked.tailWeight()) * robust.meanMinor() + asked.tailWeight() * robust.tailMinor());
    }
}
