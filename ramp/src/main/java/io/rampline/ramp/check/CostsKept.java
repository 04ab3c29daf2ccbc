package io.rampline.ramp.check;

import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Whether a plan costs what it says. */
final class CostsKept {
    /** Share by which a sum of rounded flows may differ. */
    private static final double SHARE = 1e-5;

    private final Scenario scenario;
    private final Plan plan;
    private final int first;
    private final int weeks;
    private final List<String> flaws = new ArrayList<>();

    CostsKept(Scenario scenario, Plan plan, int first, int weeks) {
        this.scenario = scenario;
        this.plan = plan;
        this.first = first;
        this.weeks = weeks;
    }

    List<String> flaws() {
        long oneOff = 0;
        long running = 0;
        double total = 0;
        for (Start start : plan.decisions().starts()) {
            Step step = scenario.planning().findStep(start.step()).orElseThrow();
            oneOff += step.costMinor();
            for (int age = 0; age <= Step.LEAD_WEEKS_MAX; age++) {
                int t = start.bucket() + age;
                total += t < 0 ? 0 : worthNow((double) step.paymentMinor(age), t);
            }
            for (int t = Math.max(0, step.effectiveBucket(start.bucket())); t < weeks; t++) {
                running += step.runningCostMinorPerWeek();
                total += worthNow((double) step.runningCostMinorPerWeek(), t);
            }
        }
        for (Opened opened : plan.decisions().openings()) {
            long cost = scenario.planning()
                    .findOpening(opened.market(), opened.products())
                    .map(Opening::costMinor)
                    .orElse(0L);
            oneOff += cost;
            total += worthNow((double) cost, opened.bucket());
        }
        equal("one-off costs", (double) plan.costs().oneOffMinor(), (double) oneOff);
        equal("running costs", (double) plan.costs().runningMinor(), (double) running);
        equal("costs in all", (double) plan.costs().totalMinor(), total + waiting());
        if (plan.boundMinor()
                > plan.costs().totalMinor() + SHARE * Math.abs(plan.costs().totalMinor())) {
            flaws.add("found a bound of " + plan.boundMinor() + " above the cost of "
                    + plan.costs().totalMinor());
        }
        return flaws;
    }

    private double waiting() {
        Margins margins = new Margins(scenario);
        double sum = 0;
        for (GroupFlow flow : plan.flows()) {
            String model = flow.configurations().getFirst().model();
            double leaving = scenario.planning().cancellations().weeklyShare(model);
            double weekly = scenario.planning().waitCost().minorPerWeek(model);
            for (int t = first; t < weeks; t++) {
                double backlog = flow.backlog().get(t);
                sum += worthNow(weekly * backlog, t) + worthNow(margins.minor(flow) * leaving * backlog, t + 1);
            }
        }
        return sum;
    }

    private double worthNow(double minor, int bucket) {
        double years = bucket * 7 / 365.25;
        return minor / Math.pow(1 + scenario.planning().discountPercentPerYear() / 100, years);
    }

    private void equal(String what, double found, double expected) {
        if (Math.abs(found - expected) > SHARE * Math.max(Math.abs(expected), 100_000)) {
            flaws.add("found " + what + " of " + found + " minor units, expected " + expected);
        }
    }
}
