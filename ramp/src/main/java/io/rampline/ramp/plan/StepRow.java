package io.rampline.ramp.plan;

/**
 * One step of a plan.
 *
 * @param startBucket bucket in which the work starts; negative for work that began before the horizon
 * @param effectiveBucket bucket of the first effect
 * @param costMinor one-off cost, minor units
 * @param runningCostMinor running cost within the weeks of the plan, minor units
 * @param decided whether it was decided before
 */
public record StepRow(
        String step, int startBucket, int effectiveBucket, long costMinor, long runningCostMinor, boolean decided) {}
