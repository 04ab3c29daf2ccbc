package io.rampline.proving.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.ramp.plan.Costs;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.List;

/** Starts and flows of another solver as a plan that the checker can read. */
final class PlanOfStarts {
    private PlanOfStarts() {}

    /** The plan; what waiting costs is part of the total only, for the checker recounts that one. */
    static Plan plan(
            Scenario scenario,
            Terms terms,
            Decisions decisions,
            List<GroupFlow> flows,
            double costMinor,
            double boundMinor) {
        List<StepRow> rows = new ArrayList<>();
        for (Start start : decisions.starts()) {
            Step step = scenario.planning().findStep(start.step()).orElseThrow();
            int effective = step.effectiveBucket(start.bucket());
            long running = step.runningCostMinorPerWeek() * Math.max(0, terms.weeks() - effective);
            rows.add(new StepRow(step.name(), start.bucket(), effective, step.costMinor(), running, false));
        }
        Costs costs = new Costs(
                rows.stream().mapToLong(StepRow::costMinor).sum(),
                rows.stream().mapToLong(StepRow::runningCostMinor).sum(),
                0,
                0,
                Math.round(costMinor));
        double bound = Math.min(boundMinor, costMinor);
        return new Plan(
                terms,
                decisions,
                rows,
                costs,
                Math.round(bound),
                (costMinor - bound) / Math.max(1, Math.abs(costMinor)),
                flows);
    }
}
