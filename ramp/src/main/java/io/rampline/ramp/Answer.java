package io.rampline.ramp;

import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Restriction;
import io.rampline.ramp.plan.RobustPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a timetable says. */
public sealed interface Answer {
    /**
     * A plan that keeps every rule, by the checker's own account.
     *
     * @param findings of the checker, without flaws
     * @param orders how long single orders wait under it
     * @param marginWeeks weeks by which groups are planned to be served sooner than guaranteed, so that single orders
     *     hold the guarantee too; only groups that need one
     * @param outOfTurnBoundMinor no plan costs less even if those who share a line may be served out of turn; the bound
     *     of {@code plan} is that of plans with these margins
     */
    record Planned(
            Plan plan,
            PlanCheck.Findings findings,
            SingleOrders.Waits orders,
            SortedMap<String, Integer> marginWeeks,
            long outOfTurnBoundMinor)
            implements Answer {
        public Planned {
            marginWeeks = new TreeMap<>(marginWeeks);
        }

        /**
         * Whether nobody, order by order, waits more than a week longer than guaranteed: a week is the finest grain of
         * a plan. When not, the wait holds only if those who share a line may be served out of turn.
         */
        public boolean holdsForSingleOrders() {
            return excessWeeks() <= SingleOrders.GRAIN_WEEKS;
        }

        /** Weeks by which single orders wait longer than guaranteed, at the most; 0 or less when they do not. */
        int excessWeeks() {
            return plan.flows().stream().mapToInt(orders::excessWeeks).max().orElse(0);
        }
    }

    /**
     * A plan for several futures, each of which keeps every rule but the wait, by the checker's own account.
     *
     * @param plan how often and by how much the wait is missed stands in its branches
     */
    record Branched(RobustPlan plan) implements Answer {}

    /**
     * There is no plan.
     *
     * @param restrictions that cannot hold together, while any of them less can; in the order of the names
     */
    record Conflict(List<Restriction> restrictions) implements Answer {
        public Conflict {
            restrictions = List.copyOf(restrictions);
        }
    }

    /** The work allowed was spent, or the search was ended, before a plan was found or ruled out. */
    record Undecided() implements Answer {}

    /**
     * A plan was found that the checker rejects, so it is not shown. Never expected: it says that model and checker
     * disagree.
     *
     * @param flaws for people
     */
    record Rejected(List<String> flaws) implements Answer {
        public Rejected {
            flaws = List.copyOf(flaws);
        }
    }
}
