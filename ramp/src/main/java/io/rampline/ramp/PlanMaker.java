package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.milp.Outcome;
import io.rampline.ramp.milp.PlanningCase;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Terms;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans that hold for single orders: seeks one, has it checked, promises order by order under it, and where that
 * takes too long, seeks again with a margin.
 */
final class PlanMaker {
    /** Weeks by which single orders may wait longer than the flows: a week is the finest grain of a flow. */
    private static final int GRAIN_WEEKS = 1;
    /** A round mostly mends the trouble; what four do not mend is a clash of ranks that no margin mends. */
    private static final int ROUNDS_MAX = 4;

    private final Scenario scenario;
    private final OrderTable book;

    /** A way to seek a plan. */
    interface Seek {
        Outcome seek(PlanningCase planningCase, List<Decisions> hints);
    }

    PlanMaker(Scenario scenario, OrderTable book) {
        this.scenario = scenario;
        this.book = book;
    }

    /**
     * The best plan found whose single orders hold the guarantee; when none does, the one that comes closest.
     * Impossible is a conflict without reasons; the caller knows how to find them.
     */
    Answer make(Terms terms, List<Decisions> hints, Seek seek) {
        SortedMap<String, Integer> margins = new TreeMap<>();
        List<Decisions> starts = hints;
        Answer.@Nullable Planned best = null;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Outcome outcome = seek.seek(PlanningCase.of(scenario, book, terms, margins), starts);
            if (!(outcome instanceof Outcome.Found(Plan plan))) {
                return best != null
                        ? best
                        : outcome instanceof Outcome.Impossible
                                ? new Answer.Conflict(List.of())
                                : new Answer.Undecided();
            }
            PlanCheck.Findings findings = PlanCheck.of(scenario, book, plan);
            if (!findings.flaws().isEmpty()) {
                return new Answer.Rejected(findings.flaws());
            }
            SingleOrders.Waits waits = SingleOrders.of(scenario, book, plan);
            Answer.Planned planned = new Answer.Planned(plan, findings, waits, margins);
            best = best == null || excess(planned) < excess(best) ? planned : best;
            if (holds(planned)) {
                return planned;
            }
            widen(margins, plan, waits);
            starts = List.of(plan.decisions());
        }
        return best == null ? new Answer.Undecided() : best;
    }

    /** Whether no single order waits more than a week longer than guaranteed. */
    static boolean holds(Answer.Planned planned) {
        return excess(planned) <= GRAIN_WEEKS;
    }

    private static int excess(Answer.Planned planned) {
        return planned.plan().flows().stream()
                .mapToInt(flow -> excess(flow, planned.orders()))
                .max()
                .orElse(0);
    }

    private static int excess(GroupFlow flow, SingleOrders.Waits waits) {
        return flow.guarantee()
                .map(guarantee -> waits.longestByGroup().getOrDefault(flow.name(), 0) - guarantee.weeks())
                .orElse(0);
    }

    private static void widen(SortedMap<String, Integer> margins, Plan plan, SingleOrders.Waits waits) {
        for (GroupFlow flow : plan.flows()) {
            int more = excess(flow, waits) - GRAIN_WEEKS;
            if (more > 0) {
                margins.merge(flow.name(), more, Integer::sum);
            }
        }
    }
}
