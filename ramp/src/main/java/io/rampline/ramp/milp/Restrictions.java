package io.rampline.ramp.milp;

import io.rampline.factory.Budget;
import io.rampline.factory.Horizon;
import io.rampline.factory.Planning;
import io.rampline.factory.Resource;
import io.rampline.factory.Step;
import io.rampline.ramp.plan.Restriction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * All restrictions of a case, in the order in which an explanation gives them up: what a planner asked for, waits and
 * money, stays to the last.
 */
final class Restrictions {
    private final PlanningCase planningCase;
    private final Planning planning;
    private final Horizon horizon;
    private final List<Restriction> all = new ArrayList<>();

    Restrictions(PlanningCase planningCase) {
        this.planningCase = planningCase;
        this.planning = planningCase.scenario.planning();
        this.horizon = planningCase.scenario.horizon();
    }

    List<Restriction> list() {
        addSteps();
        addResources();
        addMoney();
        for (Customers group : planningCase.customers) {
            group.wait.ifPresent(wait -> all.add(new Restriction.WaitOf(
                    group.name,
                    wait,
                    "no one in " + group.name + " who orders from " + horizon.week(wait.fromBucket())
                            + " on waits longer than " + weeks(wait.weeks()))));
        }
        return all;
    }

    private void addSteps() {
        NavigableSet<String> choices = new TreeSet<>();
        for (Step step : planningCase.steps) {
            step.exclusive().ifPresent(choices::add);
            for (Step.After after : step.after()) {
                all.add(new Restriction.Order(
                        step.name(),
                        after.step(),
                        after.gapWeeks(),
                        step.name() + " starts " + weeks(after.gapWeeks()) + " after " + after.step() + " or later"));
            }
        }
        for (String choice : choices) {
            all.add(new Restriction.OneOf(choice, "only one step of the choice " + choice + " is taken"));
        }
        if (!planningCase.terms.without().isEmpty()) {
            all.add(new Restriction.Barred(
                    List.copyOf(planningCase.terms.without()),
                    "without " + String.join(", ", planningCase.terms.without())));
        }
        if (!planningCase.steps.isEmpty()) {
            all.add(new Restriction.StartWeeks("no step starts before its first or after its last week"));
            all.add(new Restriction.LeadTimes("every step takes its lead time before it has an effect"));
        }
    }

    private void addResources() {
        List<Resource> resources = new ArrayList<>(planningCase.network.resources());
        resources.sort(Comparator.comparing(Resource::label));
        for (Resource resource : resources) {
            String has = resource.kind().storable() ? "its stock and arrivals" : "its units in each week";
            all.add(new Restriction.LimitOf(
                    resource.label(), resource.label() + " has no more than " + has + ", with all its steps"));
        }
    }

    private void addMoney() {
        if (planning.crew().isPresent()) {
            all.add(new Restriction.Crew("steps take no more people than there are"));
        }
        if (planning.cash().isPresent()) {
            all.add(new Restriction.CashFloor(
                    planning.cash().get().floorMinor(),
                    "cash stays at " + money(planning.cash().get().floorMinor()) + " or more"));
        }
        int number = 0;
        for (Budget budget : planning.budgets()) {
            number++;
            all.add(new Restriction.Spending(
                    number,
                    budget.fromBucket(),
                    budget.toBucket(),
                    budget.spendMaxMinor(),
                    "from " + horizon.week(budget.fromBucket()) + " to " + horizon.week(budget.toBucket() - 1)
                            + " no more than " + money(budget.spendMaxMinor()) + " is spent"));
        }
        planningCase
                .terms
                .spendMaxMinor()
                .ifPresent(most -> all.add(
                        new Restriction.SpendingInAll(most, "no more than " + money(most) + " is spent in all")));
    }

    private static String weeks(int weeks) {
        return weeks == 1 ? "1 week" : weeks + " weeks";
    }

    private String money(long minor) {
        long major = minor / planningCase.scenario.currency().minorPerMajor();
        return planningCase.scenario.currency().code() + " " + major;
    }
}
