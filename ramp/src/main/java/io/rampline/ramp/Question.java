package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.List;

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
     * In which week can openings be made together at the earliest, so that every guarantee of the terms holds, order by
     * order, and which plan gives that at least cost?
     *
     * @param together which markets and products, with how many units a week; their own weeks do not count
     */
    record EarliestOpening(Terms terms, List<Opened> together) implements Question {
        public EarliestOpening {
            together = List.copyOf(together);
            if (together.isEmpty()) {
                throw new IllegalArgumentException("found no opening, expected one at least");
            }
        }

        /** The terms with all of them opened in a week. */
        Terms in(int bucket) {
            List<Opened> all = new ArrayList<>(terms.fixed().openings());
            for (Opened opened : together) {
                all.removeIf(other -> other.resourceName().equals(opened.resourceName()));
                all.add(new Opened(opened.market(), opened.products(), bucket, opened.unitsPerWeek()));
            }
            return terms.fixed(new Decisions(terms.fixed().starts(), all));
        }
    }

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
