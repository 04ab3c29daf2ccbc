package io.rampline.desk.briefing.page;

import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.Restriction;

/** Says in the reader's language what cannot hold together. */
final class Reasons {
    private final Scenario scenario;
    private final Horizon horizon;
    private final Speech speech;

    Reasons(Scenario scenario, Speech speech) {
        this.scenario = scenario;
        this.horizon = scenario.horizon();
        this.speech = speech;
    }

    String text(Restriction restriction) {
        return switch (restriction) {
            case Restriction.WaitOf of ->
                speech.say(
                        "reason.wait",
                        of.group(),
                        speech.week(horizon.week(of.guarantee().fromBucket())),
                        speech.weeks(of.guarantee().weeks()));
            case Restriction.LimitOf of -> speech.say("reason.limit", resource(of.resource()));
            case Restriction.Spending spending ->
                speech.say(
                        "reason.spending",
                        speech.week(horizon.week(spending.fromBucket())),
                        speech.week(horizon.week(spending.toBucket() - 1)),
                        money(spending.mostMinor()));
            case Restriction.SpendingInAll inAll -> speech.say("reason.spending.all", money(inAll.mostMinor()));
            case Restriction.CashFloor cash -> speech.say("reason.cash", money(cash.floorMinor()));
            case Restriction.Crew _ -> speech.say("reason.crew");
            case Restriction.LeadTimes _ -> speech.say("reason.leads");
            case Restriction.StartWeeks _ -> speech.say("reason.starts");
            case Restriction.Order order ->
                speech.say("reason.order", order.step(), speech.weeks(order.gapWeeks()), order.after());
            case Restriction.OneOf one -> speech.say("reason.one", one.choice());
            case Restriction.Barred barred -> speech.say("reason.barred", String.join(", ", barred.steps()));
        };
    }

    private String resource(String label) {
        return Network.of(scenario).resources().stream()
                .filter(resource -> resource.label().equals(label))
                .map(speech::resource)
                .findFirst()
                .orElse(label);
    }

    private String money(long minor) {
        return speech.money(minor, scenario.currency());
    }
}
