package io.rampline.ramp.check;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Step;
import io.rampline.ramp.plan.Amounts;
import io.rampline.ramp.plan.Costs;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Plans with one broken rule each, made from right ones. */
final class WrongPlans {
    /** A way to be wrong; empty where a plan gives no occasion for it. */
    interface Sin {
        Optional<Plan> commit(Scenario scenario, Plan plan);
    }

    private WrongPlans() {}

    static final SortedMap<String, Sin> SINS = new TreeMap<>();

    static {
        SINS.put("a step starts before its first week", (scenario, plan) -> movedStart(scenario, plan, -99));
        SINS.put("a step starts after its last week", (scenario, plan) -> movedStart(scenario, plan, 99));
        SINS.put("a step nobody knows", (_, plan) -> Optional.of(starts(plan, more(plan, new Start("?", 1)))));
        SINS.put("a decided step is left out", WrongPlans::withoutDecided);
        SINS.put("a barred step is taken", WrongPlans::barred);
        SINS.put(
                "an opening nobody offered",
                (_, plan) -> Optional.of(decisions(
                        plan,
                        new Decisions(plan.decisions().starts(), List.of(new Opened("home", Selector.ANY, 0, 1))))));
        SINS.put("a step follows without the other", WrongPlans::followsAlone);
        SINS.put("an order of the forecast is lost", (_, plan) -> flow(plan, WrongPlans::lostOrder));
        SINS.put("an order of the book is lost", (_, plan) -> flow(plan, WrongPlans::lostOpening));
        SINS.put(
                "a group is lost",
                (_, plan) -> plan.flows().isEmpty() ? Optional.empty() : Optional.of(lostGroup(plan)));
        SINS.put("a unit is built for nobody", (_, plan) -> flow(plan, flow -> built(flow, 0, 50)));
        SINS.put("less than nothing is built", (_, plan) -> flow(plan, flow -> built(flow, 1, -50)));
        SINS.put("a unit is built on no line of its own", (_, plan) -> flow(plan, WrongPlans::onAnotherLine));
        SINS.put("the backlog is told too small", (_, plan) -> flow(plan, WrongPlans::smallBacklog));
        SINS.put("a longer wait is claimed to be guaranteed", (_, plan) -> flow(plan, WrongPlans::longerWait));
        SINS.put("one-off costs are told too small", (_, plan) -> Optional.of(costs(plan, -1000, 0, 0)));
        SINS.put("running costs are told too small", (_, plan) -> Optional.of(costs(plan, 0, -1000, 0)));
        SINS.put("all costs are told too small", (_, plan) -> Optional.of(costs(plan, 0, 0, -100_000)));
        SINS.put("the bound is above the cost", (_, plan) -> Optional.of(bound(plan)));
        SINS.put("all that is spent is above the limit", WrongPlans::aboveSpendMax);
        SINS.put("later builds than the guarantee allows", (_, plan) -> flow(plan, WrongPlans::tooLate));
    }

    private static List<Start> more(Plan plan, Start start) {
        List<Start> starts = new ArrayList<>(plan.decisions().starts());
        starts.add(start);
        return starts;
    }

    private static Plan starts(Plan plan, List<Start> starts) {
        return decisions(plan, new Decisions(starts, plan.decisions().openings()));
    }

    private static Plan decisions(Plan plan, Decisions decisions) {
        return new Plan(
                plan.terms(), decisions, plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }

    private static boolean decided(Scenario scenario, Start start) {
        return scenario.planning()
                .findStep(start.step())
                .orElseThrow()
                .decidedBucket()
                .isPresent();
    }

    private static Optional<Plan> movedStart(Scenario scenario, Plan plan, int by) {
        return plan.decisions().starts().stream()
                .filter(start -> !decided(scenario, start))
                .findFirst()
                .map(start -> {
                    List<Start> starts = new ArrayList<>(plan.decisions().starts());
                    starts.remove(start);
                    starts.add(new Start(start.step(), start.bucket() + by));
                    return starts(plan, starts);
                });
    }

    private static Optional<Plan> withoutDecided(Scenario scenario, Plan plan) {
        List<Start> left = plan.decisions().starts().stream()
                .filter(start -> !decided(scenario, start))
                .toList();
        return left.size() == plan.decisions().starts().size() ? Optional.empty() : Optional.of(starts(plan, left));
    }

    private static Optional<Plan> barred(Scenario scenario, Plan plan) {
        return plan.decisions().starts().stream()
                .filter(start -> !decided(scenario, start))
                .findFirst()
                .map(start -> terms(plan, plan.terms().andWithout(start.step())));
    }

    private static Plan terms(Plan plan, Terms terms) {
        return new Plan(
                terms, plan.decisions(), plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), plan.flows());
    }

    private static Optional<Plan> followsAlone(Scenario scenario, Plan plan) {
        for (Step step : scenario.planning().steps()) {
            boolean free = step.decidedBucket().isEmpty() && !step.after().isEmpty();
            List<Start> starts = new ArrayList<>(plan.decisions().starts());
            starts.removeIf(start -> start.step().equals(step.name())
                    || step.after().stream().anyMatch(after -> after.step().equals(start.step())));
            boolean otherDecided = step.after().stream()
                    .anyMatch(after -> scenario.planning()
                            .findStep(after.step())
                            .orElseThrow()
                            .decidedBucket()
                            .isPresent());
            if (free && !otherDecided) {
                starts.add(new Start(step.name(), step.earliestBucket()));
                return Optional.of(starts(plan, starts));
            }
        }
        return Optional.empty();
    }

    private static Optional<Plan> aboveSpendMax(Scenario scenario, Plan plan) {
        return plan.costs().oneOffMinor() > 0
                ? Optional.of(terms(plan, plan.terms().spendMax(plan.costs().oneOffMinor() - 100)))
                : Optional.empty();
    }

    private static Plan costs(Plan plan, long oneOff, long running, long total) {
        Costs old = plan.costs();
        Costs costs = new Costs(
                old.oneOffMinor() + oneOff,
                old.runningMinor() + running,
                old.waitMinor(),
                old.lostMinor(),
                old.totalMinor() + total);
        return new Plan(
                plan.terms(),
                plan.decisions(),
                plan.steps(),
                costs,
                plan.boundMinor() + total,
                plan.gap(),
                plan.flows());
    }

    private static Plan bound(Plan plan) {
        long above = plan.costs().totalMinor() * 2 + 1000;
        return new Plan(plan.terms(), plan.decisions(), plan.steps(), plan.costs(), above, plan.gap(), plan.flows());
    }

    private static Plan lostGroup(Plan plan) {
        List<GroupFlow> flows = plan.flows().subList(1, plan.flows().size());
        return new Plan(
                plan.terms(), plan.decisions(), plan.steps(), plan.costs(), plan.boundMinor(), plan.gap(), flows);
    }

    /** Changes the first flow that can be changed. */
    private static Optional<Plan> flow(Plan plan, Function<GroupFlow, Optional<GroupFlow>> change) {
        for (int i = 0; i < plan.flows().size(); i++) {
            Optional<GroupFlow> changed = change.apply(plan.flows().get(i));
            if (changed.isPresent()) {
                List<GroupFlow> flows = new ArrayList<>(plan.flows());
                flows.set(i, changed.get());
                return Optional.of(new Plan(
                        plan.terms(),
                        plan.decisions(),
                        plan.steps(),
                        plan.costs(),
                        plan.boundMinor(),
                        plan.gap(),
                        flows));
            }
        }
        return Optional.empty();
    }

    private static Amounts with(Amounts amounts, int bucket, double more) {
        double[] changed = new double[amounts.weeks()];
        for (int t = 0; t < changed.length; t++) {
            changed[t] = amounts.get(t) + (t == bucket ? more : 0);
        }
        return Amounts.of(changed);
    }

    private static Optional<GroupFlow> lostOrder(GroupFlow flow) {
        for (int t = 0; t < flow.orders().weeks(); t++) {
            if (flow.orders().get(t) >= 1) {
                return Optional.of(new GroupFlow(
                        flow.name(),
                        flow.configurations(),
                        flow.guarantee(),
                        flow.transitWeeks(),
                        flow.opening(),
                        with(flow.orders(), t, -1),
                        flow.builds(),
                        flow.backlog()));
            }
        }
        return Optional.empty();
    }

    private static Optional<GroupFlow> lostOpening(GroupFlow flow) {
        return flow.opening() < 1
                ? Optional.empty()
                : Optional.of(new GroupFlow(
                        flow.name(),
                        flow.configurations(),
                        flow.guarantee(),
                        flow.transitWeeks(),
                        flow.opening() - 1,
                        flow.orders(),
                        flow.builds(),
                        flow.backlog()));
    }

    private static Optional<GroupFlow> smallBacklog(GroupFlow flow) {
        return Optional.of(new GroupFlow(
                flow.name(),
                flow.configurations(),
                flow.guarantee(),
                flow.transitWeeks(),
                flow.opening(),
                flow.orders(),
                flow.builds(),
                with(flow.backlog(), 1, -2)));
    }

    private static Optional<GroupFlow> longerWait(GroupFlow flow) {
        Wait wait = flow.guarantee().orElseThrow();
        return Optional.of(new GroupFlow(
                flow.name(),
                flow.configurations(),
                Optional.of(new Wait(wait.weeks() + 1, wait.fromBucket())),
                flow.transitWeeks(),
                flow.opening(),
                flow.orders(),
                flow.builds(),
                flow.backlog()));
    }

    private static Optional<GroupFlow> built(GroupFlow flow, int week, double more) {
        SortedMap<String, Amounts> builds = new TreeMap<>(flow.builds());
        builds.computeIfPresent(builds.firstKey(), (_, units) -> with(units, week, more));
        return Optional.of(withBuilds(flow, builds));
    }

    private static Optional<GroupFlow> onAnotherLine(GroupFlow flow) {
        SortedMap<String, Amounts> builds = new TreeMap<>(flow.builds());
        Amounts units = builds.remove(builds.firstKey());
        builds.put("another", units);
        return units.sum() > 0 ? Optional.of(withBuilds(flow, builds)) : Optional.empty();
    }

    /** Everything built half the plan later, with the backlog that gives. */
    private static Optional<GroupFlow> tooLate(GroupFlow flow) {
        int weeks = flow.orders().weeks();
        SortedMap<String, Amounts> builds = new TreeMap<>();
        flow.builds().forEach((line, units) -> {
            double[] later = new double[weeks];
            for (int t = 0; t < weeks; t++) {
                later[t] = t < weeks / 2 ? 0 : units.get(t - weeks / 2);
            }
            builds.put(line, Amounts.of(later));
        });
        return flow.built(0) + flow.built(1) > 1 ? Optional.of(withBuilds(flow, builds)) : Optional.empty();
    }

    private static GroupFlow withBuilds(GroupFlow flow, SortedMap<String, Amounts> builds) {
        return new GroupFlow(
                flow.name(),
                flow.configurations(),
                flow.guarantee(),
                flow.transitWeeks(),
                flow.opening(),
                flow.orders(),
                builds,
                flow.backlog());
    }
}
