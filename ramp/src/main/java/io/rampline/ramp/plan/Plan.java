package io.rampline.ramp.plan;

import io.rampline.factory.Decisions;
import java.util.List;

/**
 * A dated plan: which step starts when, and what follows week by week.
 *
 * @param terms asked for
 * @param decisions its steps and openings, those decided before among them
 * @param steps by start and name
 * @param costs what it costs
 * @param boundMinor proved: no plan under these terms costs less in all
 * @param gap share of the cost by which it may miss the best
 * @param flows by name of the group
 */
public record Plan(
        Terms terms,
        Decisions decisions,
        List<StepRow> steps,
        Costs costs,
        long boundMinor,
        double gap,
        List<GroupFlow> flows) {
    public Plan {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
    }
}
