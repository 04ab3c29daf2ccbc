package io.rampline.ramp.milp;

import io.rampline.factory.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which steps must have started before which, straight and through others. Steps are told by their place in a list. */
final class Precedence {
    private final List<StepColumns> steps;
    private final Map<String, Integer> place = new TreeMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<List<Before>> before = new ArrayList<>();
    private final int[] earliest;

    /** A step that must have started so many weeks before another. */
    record Before(int step, int gapWeeks) {}

    Precedence(List<StepColumns> steps) {
        this.steps = steps;
        this.earliest = new int[steps.size()];
        for (int k = 0; k < steps.size(); k++) {
            place.put(steps.get(k).step.name(), k);
            before.add(List.of());
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int k = 0; k < steps.size(); k++) {
                if (!order.contains(k) && follows(k).stream().allMatch(each -> order.contains(each.step()))) {
                    put(k);
                    more = true;
                }
            }
        }
        // What is left waits for itself and never starts; nothing is said of it.
        for (int k = 0; k < steps.size(); k++) {
            if (!order.contains(k)) {
                order.add(k);
                earliest[k] = steps.get(k).from;
            }
        }
    }

    /** What it follows straight, among the steps to be decided on. */
    private List<Before> follows(int k) {
        List<Before> all = new ArrayList<>();
        for (Step.After after : steps.get(k).step.after()) {
            Integer other = place.get(after.step());
            if (other != null) {
                all.add(new Before(other, after.gapWeeks()));
            }
        }
        return all;
    }

    private void put(int k) {
        Map<Integer, Integer> gaps = new TreeMap<>();
        for (Before each : follows(k)) {
            gaps.merge(each.step(), each.gapWeeks(), Math::max);
            for (Before further : before.get(each.step())) {
                gaps.merge(further.step(), further.gapWeeks() + each.gapWeeks(), Math::max);
            }
        }
        List<Before> all = new ArrayList<>();
        earliest[k] = steps.get(k).from;
        gaps.forEach((step, gap) -> {
            all.add(new Before(step, gap));
            earliest[k] = Math.max(earliest[k], earliest[step] + gap);
        });
        before.set(k, List.copyOf(all));
        order.add(k);
    }

    /** All steps, each behind those that it follows. */
    List<Integer> order() {
        return order;
    }

    /** All that a step follows. */
    List<Before> before(int step) {
        return before.get(step);
    }

    /** First week in which a step can start when those it follows start as early as they can. */
    int earliest(int step) {
        return earliest[step];
    }
}
