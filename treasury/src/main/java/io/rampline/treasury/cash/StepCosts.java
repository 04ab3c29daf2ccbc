package io.rampline.treasury.cash;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;

/** What the steps of a plan cost in the weeks of the horizon. */
public final class StepCosts {
    private StepCosts() {}

    /**
     * Puts payments and running costs of the decided steps into a path: those that were decided before as well as those
     * of a plan, which may decide them anew.
     *
     * @param scenario in which the steps of the plan may still be decided
     */
    public static void put(Scenario scenario, Decisions decisions, CashPath path) {
        for (Step step : scenario.planning().steps()) {
            decisions.starts().stream()
                    .filter(start -> start.step().equals(step.name()))
                    .map(Decisions.Start::bucket)
                    .findFirst()
                    .or(() -> step.decidedBucket().stream().boxed().findFirst())
                    .ifPresent(start -> put(step, start, path));
        }
    }

    private static void put(Step step, int start, CashPath path) {
        for (int bucket = path.firstBucket(); bucket < path.weeks(); bucket++) {
            long due = bucket >= start ? step.paymentMinor(bucket - start) : 0;
            long running = bucket >= step.effectiveBucket(start) ? step.runningCostMinorPerWeek() : 0;
            path.put(Flow.STEPS, bucket, -(due + (double) running));
        }
    }
}
