package io.rampline.treasury.cash;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;

/** What the steps of a plan cost in the weeks of the horizon. */
public final class StepCosts {
    private StepCosts() {}

    /**
     * Puts payments and running costs of the decided steps into a path.
     *
     * @param scenario in which the steps may still be decided
     */
    public static void put(Scenario scenario, Decisions decisions, CashPath path) {
        for (Decisions.Start start : decisions.starts()) {
            scenario.planning().findStep(start.step()).ifPresent(step -> put(step, start.bucket(), path));
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
