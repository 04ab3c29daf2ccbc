package io.rampline.ramp.check;

import io.rampline.factory.Configuration;
import io.rampline.factory.Expansion;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds a plan against every rule: the demand it is made for, when steps may start, money and people, what each
 * resource has once the steps are taken, who is served when, what it costs.
 */
public final class PlanCheck {
    private PlanCheck() {}

    /**
     * What was found.
     *
     * @param flaws rules that are broken, for people; empty when all are kept
     * @param longestWaitWeeks longest wait from lock to delivery by group, of those for whom one is guaranteed
     */
    public record Findings(List<String> flaws, SortedMap<String, Integer> longestWaitWeeks) {
        public Findings {
            flaws = List.copyOf(flaws);
            longestWaitWeeks = new TreeMap<>(longestWaitWeeks);
        }
    }

    /** Looks at all of it. */
    public static Findings of(Scenario scenario, OrderTable book, Plan plan) {
        return of(scenario, book, plan, false);
    }

    /**
     * Looks at all of it, a broken guarantee aside where that is allowed at a price.
     *
     * @param waitMayBreak whether a longer wait than guaranteed is no flaw
     */
    public static Findings of(Scenario scenario, OrderTable book, Plan plan, boolean waitMayBreak) {
        int first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        int weeks = Math.min(plan.terms().weeks(), scenario.horizon().weeks());
        List<String> flaws = new ArrayList<>(new StepsKept(scenario, plan, first).flaws());
        if (!flaws.isEmpty()) {
            return new Findings(flaws, new TreeMap<>());
        }
        Network network = Network.of(Expansion.of(scenario, plan.decisions()));
        flaws.addAll(new Demanded(scenario, network, first, plan).flaws(book));
        flaws.addAll(new FlowsKept(network, plan, first, weeks).flaws());
        flaws.addAll(new CostsKept(scenario, plan, first, weeks).flaws());
        SortedMap<String, Integer> waits = new TreeMap<>();
        for (GroupFlow flow : plan.flows()) {
            served(scenario, flow, first, waitMayBreak, flaws, waits);
            if (!flow.guarantee().equals(guaranteed(scenario, plan, flow))) {
                flaws.add(flow.name() + ": found " + flow.guarantee() + " guaranteed, expected "
                        + guaranteed(scenario, plan, flow));
            }
        }
        return new Findings(flaws, waits);
    }

    /** Looks at the steps alone: when they start, one after the other, money and people; flows as the plan has them. */
    public static List<String> stepFlaws(Scenario scenario, Plan plan) {
        int first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        return new StepsKept(scenario, plan, first).flaws();
    }

    private static Optional<Wait> guaranteed(Scenario scenario, Plan plan, GroupFlow flow) {
        Configuration any = flow.configurations().getFirst();
        boolean opened = plan.decisions().openings().stream()
                .anyMatch(opening -> opening.market().equals(any.market()));
        Optional<Guarantee> own = scenario.planning().findGuarantee(any.market(), any.model());
        if (!opened) {
            return plan.terms().guarantee().or(() -> own.map(PlanCheck::asWait));
        }
        return own.filter(guarantee -> guarantee.market().isPresent()).map(PlanCheck::asWait);
    }

    private static Wait asWait(Guarantee guarantee) {
        return new Wait(Math.max(1, guarantee.waitWeeks()), guarantee.fromBucket());
    }

    private static void served(
            Scenario scenario,
            GroupFlow flow,
            int first,
            boolean waitMayBreak,
            List<String> flaws,
            SortedMap<String, Integer> waits) {
        String model = flow.configurations().getFirst().model();
        double leaving = scenario.planning().cancellations().weeklyShare(model);
        Queue queue = new Queue(flow, leaving, first);
        flaws.addAll(queue.flaws);
        for (int t = first; t < queue.backlog.length; t++) {
            double told = flow.backlog().get(t);
            if (Math.abs(queue.backlog[t] - told) > Queue.NOTHING * (1 + t - first)) {
                flaws.add(flow.name() + ": found a backlog of " + told + " in bucket " + t + ", expected "
                        + queue.backlog[t]);
                break;
            }
        }
        if (flow.guarantee().isPresent()) {
            Wait guarantee = flow.guarantee().get();
            int within = guarantee.weeks() - flow.transitWeeks();
            int longest = queue.longestWait(flow, guarantee.fromBucket(), within);
            waits.put(flow.name(), longest);
            if (longest > guarantee.weeks() && !waitMayBreak) {
                flaws.add(flow.name() + ": found a wait of " + longest + " weeks, expected at most " + guarantee.weeks()
                        + " for those who order from bucket " + guarantee.fromBucket() + " on");
            }
        }
    }
}
