package io.rampline.ramp.plan;

import io.rampline.factory.Decisions;
import java.util.List;

/**
 * A plan for several futures.
 *
 * @param now what is the same in all of them: starts before the gate
 * @param branches the plan of each future, in the order of the terms
 * @param meanMinor mean cost over the futures, lateness among it, minor units
 * @param tailMinor mean cost of the worst futures
 * @param holdsShare share of the futures in which nobody waits longer than guaranteed
 * @param boundMinor no plan under these terms does better in the mixture of mean and tail
 * @param gap share of that mixture by which the plan may miss the best
 */
public record RobustPlan(
        Decisions now,
        List<Branch> branches,
        long meanMinor,
        long tailMinor,
        double holdsShare,
        long boundMinor,
        double gap) {
    public RobustPlan {
        branches = List.copyOf(branches);
    }

    /**
     * What happens in one future.
     *
     * @param plan its steps and flows; its own bound and gap say nothing
     * @param lateOrderWeeks orders that wait longer than guaranteed, times the weeks by which
     * @param costMinor all costs with lateness, discounted, minor units
     */
    public record Branch(Future future, Plan plan, double lateOrderWeeks, long costMinor) {}
}
