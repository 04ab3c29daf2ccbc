package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.SolverUnavailable;
import io.rampline.ramp.milp.Outcome;
import io.rampline.ramp.milp.PlanSearch;
import io.rampline.ramp.milp.PlanningCase;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Progress;
import io.rampline.ramp.plan.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The capacity timetable of a scenario and its open book: which step starts in which week.
 *
 * <p><b>How a plan is made.</b> The steps and weekly flows come from a mixed-integer program ({@code milp}). Each plan
 * is then held against every rule by a checker that shares no code with the program ({@code check}), and the book and
 * the forecast are promised order by order under it. Where single orders wait more than one week longer than
 * guaranteed, because the engine serves strictly by rank where the program may choose, the group is planned with a
 * margin, and again.
 *
 * <p><b>The same question has the same answer.</b> All limits are limits of work, one thread, names in order.
 */
public final class Timetable {
    /** Weeks by which single orders may wait longer than the flows: a week is the finest grain of a flow. */
    private static final int GRAIN_WEEKS = 1;
    /** Each round halves the trouble or more; what five do not mend is a clash of ranks that no margin mends. */
    private static final int MARGIN_ROUNDS_MAX = 5;

    private final Scenario scenario;
    private final OrderTable book;
    private final PlanSearch search;

    private Timetable(Scenario scenario, OrderTable book, PlanSearch search) {
        this.scenario = scenario;
        this.book = book;
        this.search = search;
    }

    /**
     * A timetable over an open book.
     *
     * @param book the open orders
     * @param cacheFolder where the solver's library is kept
     * @throws SolverUnavailable when there is no solver for this machine; the message says what to try
     */
    public static Timetable of(Scenario scenario, OrderTable book, Path cacheFolder) {
        return new Timetable(scenario, book, new PlanSearch(Highs.load(cacheFolder)));
    }

    /**
     * Answers a question.
     *
     * @param progress is told how far it is, and may end it with the best plan so far
     */
    public Answer ask(Question question, Progress progress) {
        return switch (question) {
            case Question.LeastCost least -> leastCost(least.terms(), List.of(), progress);
            case Question.ShortestWait _, Question.EarliestGuarantee _, Question.FewestChanges _ ->
                throw new UnsupportedOperationException("this question is not answered yet");
        };
    }

    /** The plan of least cost whose single orders hold the guarantee. */
    Answer leastCost(Terms terms, List<Decisions> hints, Progress progress) {
        SortedMap<String, Integer> margins = new TreeMap<>();
        List<Decisions> starts = hints;
        Answer.Planned best = null;
        for (int round = 0; round < MARGIN_ROUNDS_MAX; round++) {
            PlanningCase planningCase = PlanningCase.of(scenario, book, terms, margins);
            switch (search.leastCost(planningCase, starts, progress)) {
                case Outcome.Impossible _ -> {
                    return best == null ? new Answer.Conflict(List.of()) : best;
                }
                case Outcome.Undecided _ -> {
                    return best == null ? new Answer.Undecided() : best;
                }
                case Outcome.Found found -> {
                    PlanCheck.Findings findings = PlanCheck.of(scenario, book, found.plan());
                    if (!findings.flaws().isEmpty()) {
                        return new Answer.Rejected(findings.flaws());
                    }
                    SingleOrders.Waits waits = SingleOrders.of(scenario, book, found.plan());
                    Answer.Planned planned = new Answer.Planned(found.plan(), findings, waits, margins);
                    best = best == null || excess(planned) < excess(best) ? planned : best;
                    if (excess(planned) <= GRAIN_WEEKS) {
                        return planned;
                    }
                    widen(margins, found.plan(), waits);
                    starts = List.of(found.plan().decisions());
                }
            }
        }
        return best == null ? new Answer.Undecided() : best;
    }

    /** Weeks by which single orders wait longer than guaranteed, at most. */
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
