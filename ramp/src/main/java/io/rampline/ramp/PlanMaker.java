package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.milp.Outcome;
import io.rampline.ramp.milp.PlanningCase;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.rank.Margins;
import io.rampline.ramp.rank.Mending;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans that hold for single orders: seeks one, has it checked, and promises order by order under it.
 *
 * <p>Where that takes too long, groups that hold each other up are planned on one level, and the plan is sought again
 * ({@link Margins}). What no level mends, since it comes from weeks before the guarantee, is mended start by start
 * ({@link Mending}). What that does not mend either gets a margin by the weeks that are missing, and all over again.
 */
final class PlanMaker {
    /** A round mostly mends the trouble; what six do not mend is a clash of ranks that no steps mend. */
    private static final int ROUNDS_MAX = 6;

    private final Scenario scenario;
    private final OrderTable book;
    private final Terms terms;
    private final Seek seek;
    private final PlanProgress progress;
    private final Set<SortedMap<String, Integer>> tried = new LinkedHashSet<>();
    private boolean levelling = true;
    /** Proved without any margin: no plan under the terms costs less, whoever is served first. */
    private long boundMinor = Long.MIN_VALUE;

    private Answer.@Nullable Planned last;
    private Answer.@Nullable Planned best;

    /** A way to seek a plan. */
    interface Seek {
        Outcome seek(PlanningCase planningCase, List<Decisions> hints);

        /** The plan with these starts; empty when they are not allowed, or when only the search may choose starts. */
        Optional<Plan> withStarts(PlanningCase planningCase, Decisions decisions, long boundMinor);
    }

    PlanMaker(Scenario scenario, OrderTable book, Terms terms, Seek seek, PlanProgress progress) {
        this.scenario = scenario;
        this.book = book;
        this.terms = terms;
        this.seek = seek;
        this.progress = progress;
    }

    /**
     * The best plan found whose single orders hold the guarantee; when none does, the one that comes closest.
     * Impossible is a conflict without reasons; the caller knows how to find them.
     */
    Answer make(List<Decisions> hints) {
        SortedMap<String, Integer> weeks = new TreeMap<>();
        List<Decisions> starts = hints;
        for (int round = 0; round < ROUNDS_MAX && tried.add(weeks); round++) {
            Outcome outcome = seek.seek(PlanningCase.of(scenario, book, terms, weeks), starts);
            if (outcome instanceof Outcome.Found(Plan plan)) {
                PlanCheck.Findings findings = PlanCheck.of(scenario, book, plan);
                if (!findings.flaws().isEmpty()) {
                    return new Answer.Rejected(findings.flaws());
                }
                boundMinor = weeks.isEmpty() ? plan.boundMinor() : boundMinor;
                last = new Answer.Planned(plan, findings, SingleOrders.of(scenario, book, plan), weeks, boundMinor);
                keep(last);
                starts = List.of(plan.decisions());
            } else if (last == null) {
                return outcome instanceof Outcome.Impossible ? new Answer.Conflict(List.of()) : new Answer.Undecided();
            }
            if (holds() || !goesOn()) {
                comeDown();
                break;
            }
            weeks = outcome instanceof Outcome.Found ? more(last) : Margins.halfway(last.marginWeeks(), weeks);
            if (tried.contains(weeks)) {
                weeks = afterMending(last);
            }
        }
        return best == null ? new Answer.Undecided() : best;
    }

    /** A margin is a crude means: what it does not need is taken back. */
    private void comeDown() {
        if (!levelling && holds() && last != null && last.holdsForSingleOrders()) {
            mend(last);
        }
    }

    /** Levels first; no levels beside margins, which say already who is to be served sooner. */
    private SortedMap<String, Integer> more(Answer.Planned planned) {
        return levelling
                ? new Margins(scenario).levelled(planned.marginWeeks(), planned.plan(), planned.orders())
                : afterMending(planned);
    }

    /** What to try when mending a plan does not do; what has been tried already when it does. */
    private SortedMap<String, Integer> afterMending(Answer.Planned planned) {
        levelling = false;
        if (best == null || planned.excessWeeks() <= best.excessWeeks()) {
            mend(planned);
        }
        return holds()
                ? planned.marginWeeks()
                : Margins.widened(planned.marginWeeks(), planned.plan(), planned.orders());
    }

    private boolean goesOn() {
        return progress.goOn(
                new PlanProgress.Standing("order by order", PlanProgress.Standing.NO_PLAN, Long.MIN_VALUE));
    }

    private boolean holds() {
        return best != null && best.holdsForSingleOrders();
    }

    /** A plan that holds is better than one that does not; then the cheaper one, or the one that comes closer. */
    private void keep(Answer.Planned planned) {
        if (best == null) {
            best = planned;
        } else if (planned.holdsForSingleOrders() != best.holdsForSingleOrders()) {
            best = planned.holdsForSingleOrders() ? planned : best;
        } else if (planned.holdsForSingleOrders()) {
            boolean cheaper =
                    planned.plan().costs().totalMinor() < best.plan().costs().totalMinor();
            best = cheaper ? planned : best;
        } else {
            best = planned.excessWeeks() < best.excessWeeks() ? planned : best;
        }
    }

    private void mend(Answer.Planned from) {
        PlanningCase planningCase = PlanningCase.of(scenario, book, terms, from.marginWeeks());
        PlanningCase free = PlanningCase.of(scenario, book, terms);
        Mending.of(
                scenario,
                book,
                from.plan(),
                SingleOrders.GRAIN_WEEKS,
                starts -> holdsWith(planningCase, from, starts) || holdsWith(free, null, starts),
                progress);
    }

    /** Whether single orders hold the guarantee with these starts; a plan of which they do is kept. */
    private boolean holdsWith(PlanningCase planningCase, Answer.@Nullable Planned from, Decisions starts) {
        long bound = from == null ? boundMinor : from.plan().boundMinor();
        Optional<Plan> plan = seek.withStarts(planningCase, starts, bound);
        if (plan.isEmpty() || (from != null && plan.get().costs().totalMinor() < bound)) {
            return false;
        }
        PlanCheck.Findings findings = PlanCheck.of(scenario, book, plan.get());
        if (!findings.flaws().isEmpty()) {
            return false;
        }
        Answer.Planned planned = new Answer.Planned(
                plan.get(),
                findings,
                SingleOrders.of(scenario, book, plan.get()),
                from == null ? new TreeMap<>() : from.marginWeeks(),
                boundMinor);
        keep(planned);
        return planned.holdsForSingleOrders();
    }
}
