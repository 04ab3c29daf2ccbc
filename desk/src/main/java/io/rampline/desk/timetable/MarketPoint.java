package io.rampline.desk.timetable;

import io.rampline.factory.Decisions.Opened;
import io.rampline.ramp.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A market opened in a week, with a quota, while a wait is guaranteed at home: the plan of least cost and what it means
 * for those who wait.
 *
 * @param waitWeeks guaranteed at home
 * @param quota a week
 * @param bucket in which the market opens
 * @param found empty when there is no plan
 */
public record MarketPoint(int waitWeeks, MarketQuota quota, int bucket, Verdict verdict, Optional<Found> found) {
    /** Weeks by which a single order may wait longer than the flow: a week is the finest grain of a flow. */
    private static final int GRAIN_WEEKS = 1;

    /**
     * A plan with the market open.
     *
     * @param plan its openings are among its decisions
     * @param print fingerprint of the plan
     * @param homeExcessWeeks by how much the single order at home that waits longest beyond its guarantee does so; 0 or
     *     less where none does
     * @param homeLongestWeeks longest wait of a single order at home, as long as the horizon or longer when someone is
     *     not delivered within it
     * @param abroadLongestWeeks longest wait of a single order of the market among those for whom one is guaranteed; 0
     *     for none
     * @param later orders of the book that would be delivered later than without plan and opening
     * @param judged orders that were promised one by one and counted
     * @param delivered units that reach customers of the market within the plan
     */
    public record Found(
            Plan plan,
            String print,
            int homeExcessWeeks,
            int homeLongestWeeks,
            int abroadLongestWeeks,
            int later,
            int judged,
            long delivered) {}

    /** What is opened. */
    public List<Opened> opened() {
        return quota.in(bucket);
    }

    /** Whether the guarantee at home holds, order by order, and no order of the book is delivered later. */
    public boolean harmsNobody() {
        return found.filter(plan -> plan.later() == 0 && isKeptAtHome(plan)).isPresent();
    }

    /** Whether no single order at home waits longer than guaranteed by more than the grain of a week. */
    public static boolean isKeptAtHome(Found found) {
        return found.homeExcessWeeks() <= GRAIN_WEEKS;
    }
}
