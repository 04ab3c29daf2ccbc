package io.rampline.ramp.plan;

/**
 * What a plan costs, in minor units; money of later weeks counts less by the scenario's discount in {@code totalMinor}
 * only.
 *
 * @param oneOffMinor one-off costs of its steps and openings
 * @param runningMinor running costs of its steps within the weeks of the plan
 * @param waitMinor cost of waiting, by the scenario's cost of a week
 * @param lostMinor margin of orders that are cancelled while they wait
 * @param totalMinor all of it, discounted to the first bucket: what is made least
 */
public record Costs(long oneOffMinor, long runningMinor, long waitMinor, long lostMinor, long totalMinor) {}
