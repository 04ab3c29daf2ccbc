package io.rampline.ramp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.SolverUnavailable;
import io.rampline.ramp.milp.Feasibility;
import io.rampline.ramp.milp.Feasibility.Known;
import io.rampline.ramp.milp.Outcome;
import io.rampline.ramp.milp.PlanSearch;
import io.rampline.ramp.milp.PlanningCase;
import io.rampline.ramp.milp.ResourceValues;
import io.rampline.ramp.milp.RobustSearch;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * The capacity timetable of a scenario and its open book: which step starts in which week.
 *
 * <p><b>How a plan is made.</b> The steps and weekly flows come from a mixed-integer program ({@code milp}). Each plan
 * is then held against every rule by a checker that shares no code with the program ({@code check}), and the book and
 * the forecast are promised order by order under it. Where single orders wait more than one week longer than
 * guaranteed, because the engine serves strictly by rank where the program may choose, the group is planned with a
 * margin, and again.
 *
 * <p><b>The same question has the same answer.</b> All limits are limits of work, one thread, names in order. Only a
 * {@link PlanProgress} that ends a search makes an answer depend on when it did.
 *
 * <p>Safe for use by several threads; each question runs in the thread that asks it.
 */
public final class Timetable {
    /** What a step is good for is asked of every step, and need not be known to the last per cent. */
    private static final double GAP_WITHOUT = 0.02;
    /** Iterations of the solver for each step left out; what is hard to prove is told as found by then. */
    private static final long WORK_WITHOUT = 300_000;

    private final Scenario scenario;
    private final OrderTable book;
    private final PlanSearch search;
    private final Feasibility feasibility;
    private final ResourceValues values;
    private final RobustSearch robust;

    private Timetable(Scenario scenario, OrderTable book, Highs highs) {
        this.scenario = scenario;
        this.book = book;
        this.search = new PlanSearch(highs);
        this.feasibility = new Feasibility(highs);
        this.values = new ResourceValues(highs);
        this.robust = new RobustSearch(highs);
    }

    /**
     * A timetable over an open book.
     *
     * @param book the open orders
     * @param cacheFolder where the solver's library is kept
     * @throws NoSolver when there is no solver for this machine; the message says what to try
     */
    public static Timetable of(Scenario scenario, OrderTable book, Path cacheFolder) {
        try {
            return new Timetable(scenario, book, Highs.load(cacheFolder));
        } catch (SolverUnavailable missing) {
            throw new NoSolver(String.valueOf(missing.getMessage()), missing);
        }
    }

    /**
     * Answers a question.
     *
     * @param progress is told how far it is, and may end it with the best plan so far
     * @throws IllegalArgumentException when the terms name a step or an opening that the scenario has not
     */
    public Answer ask(Question question, PlanProgress progress) {
        return switch (question) {
            case Question.LeastCost least -> leastCost(least.terms(), List.of(), progress);
            case Question.ShortestWait shortest -> shortestWait(shortest, progress);
            case Question.EarliestGuarantee earliest -> earliestGuarantee(earliest, progress);
            case Question.EarliestOpening opening -> earliestOpening(opening, progress);
            case Question.SeveralFutures several -> branched(several, progress);
            case Question.FewestChanges fewest ->
                explained(
                        fewest.terms(),
                        new PlanMaker(scenario, book, fewest.terms(), new ByFewestChanges(fewest, progress), progress)
                                .make(List.of()));
        };
    }

    private Answer leastCost(Terms terms, List<Decisions> hints, PlanProgress progress) {
        return explained(terms, made(terms, hints, progress));
    }

    private Answer made(Terms terms, List<Decisions> hints, PlanProgress progress) {
        return new PlanMaker(scenario, book, terms, new ByLeastCost(progress), progress).make(hints);
    }

    private final class ByLeastCost implements PlanMaker.Seek {
        private final PlanProgress progress;

        ByLeastCost(PlanProgress progress) {
            this.progress = progress;
        }

        @Override
        public Outcome seek(PlanningCase planningCase, List<Decisions> hints) {
            return search.leastCost(planningCase, hints, progress);
        }

        @Override
        public Optional<Plan> withStarts(PlanningCase planningCase, Decisions decisions, long boundMinor) {
            return search.withStarts(planningCase, decisions, boundMinor);
        }
    }

    /** Other starts would be other changes, so nothing is mended. */
    private final class ByFewestChanges implements PlanMaker.Seek {
        private final Question.FewestChanges question;
        private final PlanProgress progress;

        ByFewestChanges(Question.FewestChanges question, PlanProgress progress) {
            this.question = question;
            this.progress = progress;
        }

        @Override
        public Outcome seek(PlanningCase planningCase, List<Decisions> hints) {
            return search.fewestChanges(planningCase, question.keep(), hints, progress);
        }

        @Override
        public Optional<Plan> withStarts(PlanningCase planningCase, Decisions decisions, long boundMinor) {
            return Optional.empty();
        }
    }

    /** The wait may be missed at a price, so a conflict can only come from steps that are fixed. */
    private Answer branched(Question.SeveralFutures several, PlanProgress progress) {
        Terms terms = several.terms().demand(DemandCase.MID);
        Optional<RobustPlan> found = robust.seek(scenario, book, terms, several.robust(), progress);
        if (found.isEmpty()) {
            return new Answer.Undecided();
        }
        List<String> flaws = new ArrayList<>();
        for (RobustPlan.Branch branch : found.get().branches()) {
            Scenario future = branch.future().in(scenario);
            PlanCheck.of(future, book, branch.plan(), true)
                    .flaws()
                    .forEach(flaw -> flaws.add(branch.future().name() + ": " + flaw));
        }
        return flaws.isEmpty() ? new Answer.Branched(found.get()) : new Answer.Rejected(flaws);
    }

    /** Finds the reasons of a conflict. */
    private Answer explained(Terms terms, Answer answer) {
        return answer instanceof Answer.Conflict
                ? new Answer.Conflict(feasibility.conflict(PlanningCase.of(scenario, book, terms)))
                : answer;
    }

    /** Bisects, then makes the plan; a wait that holds for the flows but not for single orders is passed over. */
    private Answer shortestWait(Question.ShortestWait question, PlanProgress progress) {
        Terms terms = question.terms();
        return first(
                1, question.waitMaxWeeks(), weeks -> terms.guarantee(new Wait(weeks, question.fromBucket())), progress);
    }

    private Answer earliestGuarantee(Question.EarliestGuarantee question, PlanProgress progress) {
        int last = Math.max(
                0, Math.min(question.terms().weeks(), scenario.horizon().weeks()) - 1 - question.waitWeeks());
        return first(0, last, from -> question.terms().guarantee(new Wait(question.waitWeeks(), from)), progress);
    }

    /**
     * Bisects over the week: a plan for an opening is one for a later opening, too. Who orders abroad before that week
     * is not there, so there is no less for anybody else, and those who come later find a shorter queue.
     */
    private Answer earliestOpening(Question.EarliestOpening question, PlanProgress progress) {
        int from = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        int last = Math.min(question.terms().weeks(), scenario.horizon().weeks()) - 1;
        for (Opened opened : question.together()) {
            Opening opening = scenario.planning()
                    .findOpening(opened.market(), opened.products())
                    .orElseThrow(() -> new IllegalArgumentException("found " + opened.resourceName()
                            + ", expected an opening of the scenario; maybe write it into openings.csv"));
            from = Math.max(from, opening.earliestBucket());
            last = Math.min(last, opening.latestBucket());
        }
        if (last < from) {
            return new Answer.Undecided();
        }
        return first(from, last, question::in, progress);
    }

    /** The plan of the first of ascending terms for which there is one; once there is, there is for all that follow. */
    private Answer first(int from, int last, IntFunction<Terms> termsOf, PlanProgress progress) {
        if (feasibility.of(PlanningCase.of(scenario, book, termsOf.apply(last))) == Known.IMPOSSIBLE) {
            return explained(termsOf.apply(last), new Answer.Conflict(List.of()));
        }
        int low = firstPossible(from, last, termsOf, progress);
        Answer answer = new Answer.Undecided();
        for (int at = low; at <= last; at++) {
            answer = leastCost(termsOf.apply(at), List.of(), progress);
            if (answer instanceof Answer.Planned planned && planned.holdsForSingleOrders()) {
                return answer;
            }
            if (!goesOn(progress, "trying " + at)) {
                return answer;
            }
        }
        return answer;
    }

    private int firstPossible(int from, int last, IntFunction<Terms> termsOf, PlanProgress progress) {
        int low = from;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (!goesOn(progress, "asking whether " + middle + " can be")) {
                return high;
            }
            boolean possible = feasibility.of(PlanningCase.of(scenario, book, termsOf.apply(middle))) == Known.POSSIBLE;
            low = possible ? low : middle + 1;
            high = possible ? middle : high;
        }
        return low;
    }

    private static boolean goesOn(PlanProgress progress, String work) {
        return progress.goOn(new Standing(work, Standing.NO_PLAN, Long.MIN_VALUE));
    }

    /**
     * The whole frontier of cost against wait: for each wait, the plan of least cost.
     *
     * @param terms their own wait does not count
     * @param waitWeeks ascending
     * @return an answer for each wait, in the same order; a plan never costs more than that of a shorter wait
     */
    public List<Answer> costByWait(Terms terms, int fromBucket, List<Integer> waitWeeks, PlanProgress progress) {
        List<Answer> answers = new ArrayList<>();
        List<Decisions> hints = new ArrayList<>();
        for (int weeks : waitWeeks) {
            Answer answer = leastCost(terms.guarantee(new Wait(weeks, fromBucket)), List.copyOf(hints), progress);
            if (answer instanceof Answer.Planned planned) {
                hints.add(planned.plan().decisions());
            }
            answers.add(answer);
        }
        return answers;
    }

    /**
     * A point of the frontier of opening a market.
     *
     * @param opened when and with which quota
     * @param answer the plan that holds the home guarantee with it, or why there is none; its {@code orders().later()}
     *     counts orders of the book that would be delivered later than promised today
     */
    public record OpeningPoint(Opened opened, Answer answer) {
        /** Whether the home guarantee holds, order by order, and no order of the book is delivered later. */
        public boolean harmsNobody() {
            return answer instanceof Answer.Planned planned
                    && planned.holdsForSingleOrders()
                    && planned.orders().later() == 0;
        }
    }

    /** The frontier of opening a market: every week and quota asked for, in this order. */
    public List<OpeningPoint> openings(
            Terms terms, Opening opening, List<Integer> buckets, List<Integer> unitsPerWeek, PlanProgress progress) {
        List<OpeningPoint> points = new ArrayList<>();
        for (int bucket : buckets) {
            for (int units : unitsPerWeek) {
                Opened opened = new Opened(opening.market(), opening.products(), bucket, units);
                List<Opened> all = new ArrayList<>(terms.fixed().openings());
                all.add(opened);
                Terms with = terms.fixed(new Decisions(terms.fixed().starts(), all));
                points.add(new OpeningPoint(opened, leastCost(with, List.of(), progress)));
            }
        }
        return points;
    }

    /** What one more or one less unit of each resource and week would change, with the steps of a plan as they are. */
    public List<ResourceValue> values(Answer.Planned planned) {
        Plan plan = planned.plan();
        PlanningCase planningCase = PlanningCase.of(scenario, book, plan.terms(), planned.marginWeeks());
        return values.of(planningCase, plan.decisions());
    }

    /**
     * What would be without a step.
     *
     * @param step its name
     * @param totalMinor what the best plan without it costs in all, no less than the plan; empty when there is none
     * @param waitWeeks the shortest wait that could be guaranteed without it, where the one asked for cannot be
     */
    public record Without(String step, OptionalLong totalMinor, OptionalInt waitWeeks) {}

    /**
     * For each step of a plan that was not decided before, in their order: the best plan without it, within two per
     * cent. Flows alone: single orders are not promised again.
     *
     * @param waitMaxWeeks longest wait of interest where the one asked for cannot be held
     */
    public List<Without> withoutEach(Answer.Planned planned, int waitMaxWeeks, PlanProgress progress) {
        List<Without> all = new ArrayList<>();
        for (StepRow row : planned.plan().steps()) {
            if (!row.decided()) {
                all.add(without(planned, row.step(), waitMaxWeeks, progress));
            }
        }
        return all;
    }

    /** By flows alone, with the margins that the plan has, so that the two compare. */
    private Without without(Answer.Planned planned, String step, int waitMaxWeeks, PlanProgress progress) {
        Plan plan = planned.plan();
        double gap = Math.max(plan.terms().gap(), GAP_WITHOUT);
        Terms terms = plan.terms()
                .andWithout(step)
                .gap(gap)
                .work(Math.min(plan.terms().work(), WORK_WITHOUT));
        PlanningCase planningCase = PlanningCase.of(scenario, book, terms, planned.marginWeeks());
        // With fewer steps to choose from nothing costs less than the bound of the plan, so near it the search may end.
        PlanProgress untilNear = standing -> progress.goOn(standing)
                && (standing.costMinor() == Standing.NO_PLAN
                        || standing.costMinor() - plan.boundMinor() > gap * standing.costMinor());
        Outcome outcome = search.leastCost(planningCase, List.of(plan.decisions()), untilNear);
        if (outcome instanceof Outcome.Found(Plan other)) {
            // What is found may cost less only within the gaps of the two.
            long total = Math.max(other.costs().totalMinor(), plan.costs().totalMinor());
            return new Without(step, OptionalLong.of(total), OptionalInt.empty());
        }
        if (terms.guarantee().isEmpty()) {
            return new Without(step, OptionalLong.empty(), OptionalInt.empty());
        }
        Wait asked = terms.guarantee().get();
        IntFunction<Terms> termsOf = weeks -> terms.guarantee(new Wait(weeks, asked.fromBucket()));
        boolean possible =
                feasibility.of(PlanningCase.of(scenario, book, termsOf.apply(waitMaxWeeks))) != Known.IMPOSSIBLE;
        return new Without(
                step,
                OptionalLong.empty(),
                possible
                        ? OptionalInt.of(firstPossible(asked.weeks() + 1, waitMaxWeeks, termsOf, progress))
                        : OptionalInt.empty());
    }
}
