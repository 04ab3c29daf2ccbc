package io.rampline.ramp.milp;

import io.rampline.factory.Budget;
import io.rampline.factory.Cash;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Payment;
import io.rampline.factory.Step;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.plan.Restriction;

/**
 * What steps cost and what that is limited by: one-off costs by period and in all, cash, people.
 *
 * <p>Cash is what is there at first, less payments and running costs, and with the margin of every unit at its delivery
 * where its cost is known.
 */
final class MoneyRows {
    private static final double NONE = -LinearProgram.INFINITY;

    private final TimetableModel model;
    private final PlanningCase planningCase;
    private final int weeks;
    private final double money;

    MoneyRows(TimetableModel model) {
        this.model = model;
        this.planningCase = model.planningCase;
        this.weeks = planningCase.weeks;
        this.money = model.measures.money();
    }

    void add() {
        for (StepColumns columns : model.steps) {
            columns.add(start -> discountedMinor(columns.step, start) / money, model.cost);
        }
        planningCase.decided.forEach(
                (step, start) -> model.addFixedCost(discountedMinor(planningCase.step(step), start) / money));
        for (Opened opening : planningCase.opened) {
            double cost = planningCase.openingCostMinor(opening) * planningCase.discount(opening.bucket());
            model.addFixedCost(cost / money);
        }
        addBudgets();
        addSpendMax();
        addCrew();
        planningCase.scenario.planning().cash().ifPresent(this::addCash);
    }

    /** Payments from the first bucket on and running costs within the plan, discounted. */
    private double discountedMinor(Step step, int start) {
        double sum = 0;
        for (Payment payment : step.payments()) {
            int due = start + payment.afterWeeks();
            if (due >= 0) {
                sum += step.paymentMinor(payment.afterWeeks()) * planningCase.discount(due);
            }
        }
        for (int t = Math.max(0, start + model.lead(step)); t < weeks; t++) {
            sum += step.runningCostMinorPerWeek() * planningCase.discount(t);
        }
        return sum;
    }

    /** Minor units of one-off costs due in a period. */
    private static long dueMinor(Step step, int start, int from, int to) {
        long sum = 0;
        for (Payment payment : step.payments()) {
            int due = start + payment.afterWeeks();
            sum += due >= from && due < to ? step.paymentMinor(payment.afterWeeks()) : 0;
        }
        return sum;
    }

    private void addBudgets() {
        int number = 0;
        for (Budget budget : planningCase.scenario.planning().budgets()) {
            int period = ++number;
            if (!dropsSpending(period)) {
                Terms terms = new Terms();
                for (StepColumns columns : model.steps) {
                    columns.add(
                            start -> dueMinor(columns.step, start, budget.fromBucket(), budget.toBucket()) / money,
                            terms);
                }
                long fixed = fixedMinor(budget.fromBucket(), budget.toBucket());
                model.program.row(NONE, (budget.spendMaxMinor() - fixed) / money, terms);
            }
        }
    }

    private boolean dropsSpending(int period) {
        return model.dropped.stream()
                .anyMatch(that -> that instanceof Restriction.Spending spending && spending.period() == period);
    }

    /** Minor units due in a period for what is decided already. */
    private long fixedMinor(int from, int to) {
        long fixed = 0;
        for (var step : planningCase.decided.entrySet()) {
            fixed += dueMinor(planningCase.step(step.getKey()), step.getValue(), from, to);
        }
        for (Opened opening : planningCase.opened) {
            fixed += opening.bucket() >= from && opening.bucket() < to ? planningCase.openingCostMinor(opening) : 0;
        }
        return fixed;
    }

    private void addSpendMax() {
        planningCase.terms.spendMaxMinor().ifPresent(most -> {
            if (model.dropped.stream().noneMatch(Restriction.SpendingInAll.class::isInstance)) {
                Terms terms = new Terms();
                for (StepColumns columns : model.steps) {
                    columns.addStartedBy(columns.to - 1, columns.step.costMinor() / money, terms);
                }
                long fixed = fixedMinor(0, Integer.MAX_VALUE);
                model.program.row(NONE, (most - fixed) / money, terms);
            }
        });
    }

    private void addCrew() {
        if (planningCase.scenario.planning().crew().isEmpty()
                || model.dropped.stream().anyMatch(Restriction.Crew.class::isInstance)) {
            return;
        }
        WeeklyUnits people = planningCase.scenario.planning().crew().get();
        for (int t = 0; t < weeks; t++) {
            Terms terms = new Terms();
            for (StepColumns columns : model.steps) {
                columns.addStartedBy(t - model.lead(columns.step), columns.step.crew(), terms);
            }
            long busy = 0;
            for (var step : planningCase.decided.entrySet()) {
                Step decided = planningCase.step(step.getKey());
                busy += decided.effectiveBucket(step.getValue()) <= t ? decided.crew() : 0;
            }
            if (terms.size() > 0 && people.get(t) != WeeklyUnits.UNLIMITED) {
                model.program.row(NONE, people.get(t) - (double) busy, terms);
            }
        }
    }

    private void addCash(Cash cash) {
        if (model.dropped.stream().anyMatch(Restriction.CashFloor.class::isInstance)) {
            return;
        }
        int before = -1;
        for (int t = 0; t < weeks; t++) {
            int week = t;
            int now = model.program.column(0, cash.floorMinor() / money, LinearProgram.INFINITY);
            Terms terms = new Terms().add(now, 1);
            if (before >= 0) {
                terms.add(before, -1);
            }
            for (StepColumns columns : model.steps) {
                columns.add(start -> spentMinor(columns.step, start, week) / money, terms);
            }
            addMargins(t, terms);
            double fixed = fixedMinor(t, t + 1);
            for (var step : planningCase.decided.entrySet()) {
                fixed += runningMinor(planningCase.step(step.getKey()), step.getValue(), t);
            }
            double start = before < 0 ? cash.openingMinor() : 0;
            model.program.row((start - fixed) / money, (start - fixed) / money, terms);
            before = now;
        }
    }

    private double spentMinor(Step step, int start, int week) {
        return dueMinor(step, start, week, week + 1) + runningMinor(step, start, week);
    }

    private long runningMinor(Step step, int start, int week) {
        return start + model.lead(step) <= week ? step.runningCostMinorPerWeek() : 0;
    }

    private void addMargins(int week, Terms terms) {
        for (int g = 0; g < model.builds.length; g++) {
            Customers group = planningCase.customers.get(g);
            int built = week - group.transitWeeks;
            for (int r = 0; built >= 0 && r < group.routes.size(); r++) {
                if (model.builds[g][r][built] >= 0) {
                    double margin = group.marginMinor * model.measures.units() / money;
                    terms.add(model.builds[g][r][built], -margin);
                }
            }
        }
    }
}
