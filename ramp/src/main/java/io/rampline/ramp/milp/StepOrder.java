package io.rampline.ramp.milp;

import io.rampline.factory.Step;
import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.plan.Restriction;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which step waits for which, and of which only one may be taken. */
final class StepOrder {
    private final TimetableModel model;
    private final Map<String, StepColumns> byName = new TreeMap<>();

    StepOrder(TimetableModel model) {
        this.model = model;
        model.steps.forEach(columns -> byName.put(columns.step.name(), columns));
    }

    void addRows() {
        for (StepColumns columns : model.steps) {
            for (Step.After after : columns.step.after()) {
                boolean ignored = model.dropped.stream()
                        .anyMatch(that -> that instanceof Restriction.Order order
                                && order.step().equals(columns.step.name())
                                && order.after().equals(after.step()));
                if (!ignored) {
                    addAfter(columns, after);
                }
            }
        }
        addChoices();
    }

    /** Started by a week only when the other had started so many weeks before. */
    private void addAfter(StepColumns columns, Step.After after) {
        StepColumns other = byName.get(after.step());
        Integer decided = model.planningCase.decided.get(after.step());
        for (int week = columns.from; week < columns.to; week++) {
            Terms terms = new Terms();
            columns.addStartedBy(week, 1, terms);
            double most = decided != null && decided <= week - after.gapWeeks() ? 1 : 0;
            if (other != null) {
                other.addStartedBy(week - after.gapWeeks(), -1, terms);
            }
            model.program.row(-1, most, terms);
        }
    }

    private void addChoices() {
        Map<String, Terms> choices = new TreeMap<>();
        for (StepColumns columns : model.steps) {
            columns.step
                    .exclusive()
                    .ifPresent(choice ->
                            columns.addStartedBy(columns.to - 1, 1, choices.computeIfAbsent(choice, _ -> new Terms())));
        }
        choices.forEach((choice, terms) -> {
            boolean ignored = model.dropped.stream()
                    .anyMatch(that -> that instanceof Restriction.OneOf one
                            && one.choice().equals(choice));
            double taken = model.planningCase.decided.keySet().stream()
                    .map(model.planningCase::step)
                    .filter(step -> step.exclusive().filter(choice::equals).isPresent())
                    .count();
            if (!ignored) {
                model.program.row(0, Math.max(0, 1 - taken), terms);
            }
        });
    }

    /** The start that rounding a point up from a share gives each step. */
    Map<String, OptionalInt> starts(double[] point, double share) {
        Map<String, OptionalInt> starts = new TreeMap<>();
        byName.forEach((name, columns) -> starts.put(name, columns.start(point, share)));
        return starts;
    }
}
