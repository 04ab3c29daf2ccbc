package io.rampline.ramp.check;

import io.rampline.factory.Budget;
import io.rampline.factory.Cash;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.WeeklyUnits;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Whether steps start when they may, one after the other, and within money and people. */
final class StepsKept {
    /** A sum of payments may miss a limit by a solver's last digits, one part in a million of it. */
    private static final double MONEY_SHARE = 1e-6;

    private final Scenario scenario;
    private final Plan plan;
    private final int weeks;
    private final int first;
    private final Map<String, Integer> startOf = new TreeMap<>();
    private final List<String> flaws = new ArrayList<>();

    StepsKept(Scenario scenario, Plan plan, int first) {
        this.scenario = scenario;
        this.plan = plan;
        this.weeks = Math.min(plan.terms().weeks(), scenario.horizon().weeks());
        this.first = first;
    }

    List<String> flaws() {
        for (Start start : plan.decisions().starts()) {
            if (scenario.planning().findStep(start.step()).isPresent()) {
                startOf.put(start.step(), start.bucket());
            } else {
                flaws.add("found step " + start.step() + ", expected a step of the scenario");
            }
        }
        for (Step step : scenario.planning().steps()) {
            OptionalInt decided = decided(step);
            Integer start = startOf.get(step.name());
            if (decided.isPresent() && (start == null || start != decided.getAsInt())) {
                flaw(step, "starts in bucket " + start, "bucket " + decided.getAsInt() + ", as decided");
            }
            if (start != null) {
                window(step, start, decided.isPresent());
                order(step, start, decided.isPresent());
            }
        }
        choices();
        openings();
        money();
        crew();
        return flaws;
    }

    private OptionalInt decided(Step step) {
        OptionalInt anew = plan.terms().fixed().starts().stream()
                .filter(start -> start.step().equals(step.name()))
                .mapToInt(Start::bucket)
                .findFirst();
        return anew.isPresent() ? anew : step.decidedBucket();
    }

    private void window(Step step, int start, boolean decided) {
        if (decided) {
            return;
        }
        if (start < Math.max(first, step.earliestBucket()) || start > step.latestBucket() || start >= weeks) {
            flaw(step, "starts in bucket " + start, step.earliestBucket() + " to " + step.latestBucket());
        }
        if (plan.terms().without().contains(step.name())) {
            flaw(step, "is taken", "a plan without it");
        }
    }

    private void order(Step step, int start, boolean decided) {
        for (Step.After after : decided ? List.<Step.After>of() : step.after()) {
            Integer other = startOf.get(after.step());
            if (other == null || start < other + after.gapWeeks()) {
                flaw(
                        step,
                        "starts in bucket " + start + " and " + after.step() + " in " + other,
                        "at least " + after.gapWeeks() + " weeks between them");
            }
        }
    }

    private void choices() {
        Map<String, List<String>> taken = new TreeMap<>();
        for (String name : startOf.keySet()) {
            scenario.planning()
                    .findStep(name)
                    .flatMap(Step::exclusive)
                    .ifPresent(choice -> taken.computeIfAbsent(choice, _ -> new ArrayList<>())
                            .add(name));
        }
        taken.forEach((choice, names) -> {
            if (names.size() > 1
                    && names.stream().anyMatch(name -> decided(step(name)).isEmpty())) {
                flaws.add("found " + names + " of the choice " + choice + ", expected one of them");
            }
        });
    }

    private Step step(String name) {
        return scenario.planning().findStep(name).orElseThrow();
    }

    private void openings() {
        for (Opened opened : plan.decisions().openings()) {
            boolean allowed = scenario.planning()
                    .findOpening(opened.market(), opened.products())
                    .filter(opening -> mayOpen(opening, opened))
                    .isPresent();
            if (!allowed) {
                flaws.add("found " + opened + ", expected an opening of the scenario within its weeks and units");
            }
        }
    }

    private static boolean mayOpen(Opening opening, Opened opened) {
        boolean decided =
                opening.decidedBucket().isPresent() && opening.decidedBucket().getAsInt() == opened.bucket();
        boolean inTime = opened.bucket() >= opening.earliestBucket() && opened.bucket() <= opening.latestBucket();
        return (decided || inTime) && opened.unitsPerWeek() <= opening.unitsPerWeekMax();
    }

    private void money() {
        int number = 0;
        for (Budget budget : scenario.planning().budgets()) {
            number++;
            long due = 0;
            for (int t = budget.fromBucket(); t < budget.toBucket(); t++) {
                due += paymentsMinor(t);
            }
            within("spending in budget " + number, (double) due, (double) budget.spendMaxMinor());
        }
        plan.terms().spendMaxMinor().ifPresent(most -> within("spending in all", (double) inAllMinor(), (double) most));
        scenario.planning().cash().ifPresent(this::cash);
    }

    private long inAllMinor() {
        long all = 0;
        for (var start : startOf.entrySet()) {
            Step step = step(start.getKey());
            // What was paid before the horizon is spent already.
            for (int t = Math.max(0, -start.getValue()); t <= Step.LEAD_WEEKS_MAX; t++) {
                all += step.paymentMinor(t);
            }
        }
        for (Opened opened : plan.decisions().openings()) {
            all += openingMinor(opened);
        }
        return all;
    }

    private long openingMinor(Opened opened) {
        return scenario.planning()
                .findOpening(opened.market(), opened.products())
                .map(Opening::costMinor)
                .orElse(0L);
    }

    /** One-off costs due in a bucket. */
    private long paymentsMinor(int bucket) {
        long due = 0;
        for (var start : startOf.entrySet()) {
            due += bucket >= start.getValue() ? step(start.getKey()).paymentMinor(bucket - start.getValue()) : 0;
        }
        for (Opened opened : plan.decisions().openings()) {
            due += opened.bucket() == bucket ? openingMinor(opened) : 0;
        }
        return due;
    }

    private void cash(Cash cash) {
        Margins margins = new Margins(scenario);
        double now = cash.openingMinor();
        for (int t = 0; t < weeks; t++) {
            now -= paymentsMinor(t);
            for (var start : startOf.entrySet()) {
                Step step = step(start.getKey());
                now -= step.effectiveBucket(start.getValue()) <= t ? step.runningCostMinorPerWeek() : 0;
            }
            now += margins.deliveredMinor(plan, t);
            within("the lack of cash in bucket " + t, -now, -(double) cash.floorMinor());
        }
    }

    private void crew() {
        if (scenario.planning().crew().isEmpty()) {
            return;
        }
        WeeklyUnits people = scenario.planning().crew().get();
        for (int t = 0; t < weeks; t++) {
            long busy = 0;
            boolean chosen = false;
            for (var start : startOf.entrySet()) {
                Step step = step(start.getKey());
                boolean there = step.effectiveBucket(start.getValue()) <= t;
                busy += there ? step.crew() : 0;
                chosen |= there && step.crew() > 0 && decided(step).isEmpty();
            }
            if (chosen && busy > people.get(t)) {
                flaws.add("found a crew of " + busy + " in bucket " + t + ", expected at most " + people.get(t));
            }
        }
    }

    private void within(String what, double found, double most) {
        if (found > most + MONEY_SHARE * Math.max(Math.abs(most), 1_000_000)) {
            flaws.add("found " + what + " of " + found + " minor units, expected at most " + most);
        }
    }

    private void flaw(Step step, String found, String expected) {
        flaws.add("step " + step.name() + ": found that it " + found + ", expected " + expected);
    }
}
