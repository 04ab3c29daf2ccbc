package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Terms;

/** What may be asked of a timetable. */
public sealed interface Question {
    /** Which steps in which weeks hold the terms at least cost? */
    record LeastCost(Terms terms) implements Question {}

    /**
     * What is the shortest wait that can be guaranteed to those who order from a week on, and which plan gives it at
     * least cost? Mostly asked with a limit on spending.
     *
     * @param terms their own wait does not count
     * @param fromBucket first bucket of the locks it holds for
     * @param waitMaxWeeks longest wait of interest
     */
    record ShortestWait(Terms terms, int fromBucket, int waitMaxWeeks) implements Question {}

    /**
     * From which week on can a wait be guaranteed at the earliest, and which plan gives that at least cost?
     *
     * @param terms their own wait does not count
     */
    record EarliestGuarantee(Terms terms, int waitWeeks) implements Question {}

    /**
     * Which plan holds the terms with the fewest steps that start in another week than in a plan that is there, and of
     * these, at least cost?
     *
     * @param keep the plan that is there
     */
    record FewestChanges(Terms terms, Decisions keep) implements Question {}

    /**
     * Which steps should start now, whatever demand does, and which later, once one knows?
     *
     * @param terms their forecast does not count
     */
    record SeveralFutures(Terms terms, RobustTerms robust) implements Question {}

    Terms terms();
}
