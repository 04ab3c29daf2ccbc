package io.rampline.desk.briefing.page;

import io.rampline.desk.timetable.Branches;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.Future;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.StepRow;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a plan for several futures, on a page and on a terminal. */
public final class FuturesWords {
    private final Scenario scenario;
    private final RobustTerms asked;
    private final RobustPlan robust;
    private final Speech speech;

    public FuturesWords(Scenario scenario, RobustTerms asked, RobustPlan robust, Speech speech) {
        this.scenario = scenario;
        this.asked = asked;
        this.robust = robust;
        this.speech = speech;
    }

    /** What the gate means. */
    public String lead() {
        return speech.say("futures.lead", speech.week(scenario.horizon().week(asked.gateBucket())));
    }

    /** Heads of {@link #now}; those of numbers begin with {@code >}. */
    public List<String> nowHeads() {
        return List.of(
                speech.say("plan.step"),
                speech.say("plan.start"),
                speech.say("plan.effect"),
                ">" + speech.say("plan.cost"));
    }

    /** What starts now, whatever demand does. */
    public List<List<String>> now() {
        return Branches.now(robust).stream()
                .map(row -> List.of(
                        row.step(),
                        week(row.startBucket()),
                        week(row.effectiveBucket()),
                        speech.money(row.costMinor(), scenario.currency())))
                .toList();
    }

    /** Heads of {@link #futures}; those of numbers begin with {@code >}. */
    public List<String> futureHeads() {
        return List.of(
                speech.say("futures.future"),
                ">" + speech.say("futures.share"),
                ">" + speech.say("futures.cost"),
                ">" + speech.say("futures.late"),
                speech.say("futures.later"));
    }

    /** The futures in their order: how likely, what it costs, who waits too long, what starts later. */
    public List<List<String>> futures() {
        double all = robust.branches().stream()
                .mapToDouble(branch -> branch.future().weight())
                .sum();
        return robust.branches().stream()
                .map(branch -> List.of(
                        name(branch.future()),
                        speech.say(
                                "percent", speech.decimal(100 * branch.future().weight() / all)),
                        speech.money(branch.costMinor(), scenario.currency()),
                        speech.number(Math.round(branch.lateOrderWeeks())),
                        later(branch)))
                .toList();
    }

    private String later(RobustPlan.Branch branch) {
        List<StepRow> rows = Branches.later(robust, branch);
        return rows.isEmpty()
                ? speech.say("futures.nothing")
                : rows.stream()
                        .map(row -> speech.say("futures.start", row.step(), week(row.startBucket())))
                        .collect(Collectors.joining(", "));
    }

    String name(Future future) {
        return switch (future.name()) {
            case "low" -> speech.say("future.low");
            case "mid" -> speech.say("future.mid");
            case "high" -> speech.say("future.high");
            default -> speech.say("future.level", future.name());
        };
    }

    private String week(int bucket) {
        return speech.week(scenario.horizon().week(bucket));
    }
}
