package io.rampline.desk.timetable;

import io.rampline.factory.Scenario;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.Wait;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All figures of a timetable. Every file and every line on the terminal is written from this one record.
 *
 * @param today waits if no step were taken but those decided before; empty when there is no plan to compare them with
 * @param without the steps of the plan that were to be decided, in its order; none when not asked for
 * @param frontier by wait; none when not asked for
 * @param values of one more unit of each resource and week that has one; none when not asked for
 * @param market when a market could open; empty when not asked for
 * @param sureness in how many futures the plan holds; empty when not counted
 * @param endedEarly whether the work was ended from outside, so that other runs may say more
 */
public record TimetableReport(
        Scenario scenario,
        Question question,
        Answer answer,
        Optional<SingleOrders.Waits> today,
        List<WithoutStep> without,
        List<FrontierPoint> frontier,
        List<ResourceValue> values,
        Optional<MarketFrontier> market,
        Optional<PlanInFutures> sureness,
        boolean endedEarly) {
    public TimetableReport {
        without = List.copyOf(without);
        frontier = List.copyOf(frontier);
        values = List.copyOf(values);
    }

    /** Whether the question is answered with a plan, be it one or one for each of several futures. */
    public boolean hasPlan() {
        return answer instanceof Answer.Planned || answer instanceof Answer.Branched;
    }

    public Optional<Answer.Planned> planned() {
        return answer instanceof Answer.Planned planned ? Optional.of(planned) : Optional.empty();
    }

    /** The same plan with the waits there are without it. */
    TimetableReport with(SingleOrders.Waits withoutPlan) {
        return new TimetableReport(
                scenario,
                question,
                answer,
                Optional.of(withoutPlan),
                without,
                frontier,
                values,
                market,
                sureness,
                endedEarly);
    }

    /** The same plan with more said about it. */
    TimetableReport with(
            List<WithoutStep> uses, List<FrontierPoint> points, List<ResourceValue> worths, boolean ended) {
        return new TimetableReport(scenario, question, answer, today, uses, points, worths, market, sureness, ended);
    }

    /** The same with a frontier of opening a market. */
    TimetableReport with(MarketFrontier openings, boolean ended) {
        return new TimetableReport(
                scenario, question, answer, today, without, frontier, values, Optional.of(openings), sureness, ended);
    }

    /** The same with how sure the plan is. */
    public TimetableReport with(Optional<PlanInFutures> futures, boolean ended) {
        return new TimetableReport(
                scenario, question, answer, today, without, frontier, values, market, futures, ended);
    }

    /** The wait that the plan is about: the one asked for, else the shortest of those guaranteed at home. */
    public Optional<Wait> headlineWait() {
        return planned()
                .flatMap(planned -> planned.plan()
                        .terms()
                        .guarantee()
                        .or(() -> planned.plan().flows().stream()
                                .filter(this::isAtHome)
                                .flatMap(flow -> flow.guarantee().stream())
                                .min(Comparator.comparingInt(Wait::weeks))))
                .or(() -> question.terms().guarantee());
    }

    /** The groups of which {@link #headlineWait} speaks. */
    public List<GroupFlow> headlineGroups() {
        Optional<Wait> headline = headlineWait();
        return planned()
                .map(planned -> planned.plan().flows().stream()
                        .filter(flow -> headline.isPresent() && flow.guarantee().equals(headline))
                        .toList())
                .orElse(List.of());
    }

    private boolean isAtHome(GroupFlow flow) {
        return flow.configurations().getFirst().market().equals(scenario.homeMarket());
    }

    /** The longest wait of a single order among those of whom {@link #headlineWait} speaks; empty when beyond sight. */
    public OptionalInt longest(SingleOrders.Waits waits) {
        int longest = headlineGroups().stream()
                .mapToInt(flow -> waits.longestByGroup().getOrDefault(flow.name(), 0))
                .max()
                .orElse(0);
        return longest >= scenario.horizon().weeks() ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    /**
     * Whether single orders wait no more than a week longer than guaranteed: a week is the finest grain of a flow. The
     * engine serves by rank alone, so it may give a slot to another group than the plan meant it for.
     */
    public boolean holdsForSingleOrders() {
        return planned().stream()
                .flatMap(planned -> planned.plan().flows().stream()
                        .filter(flow -> flow.guarantee().isPresent())
                        .map(flow -> planned.orders().longestByGroup().getOrDefault(flow.name(), 0)
                                - flow.guarantee().get().weeks()))
                .allMatch(excess -> excess <= 1);
    }
}
