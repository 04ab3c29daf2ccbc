package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.chart.Wording;
import io.rampline.factory.Scenario;

/** What charts say. */
final class Wordings {
    private Wordings() {}

    static Wording of(Briefing briefing, Speech speech) {
        return of(briefing.scenario(), speech);
    }

    static Wording of(Scenario scenario, Speech speech) {
        return new Wording(
                speech.shortMonths(),
                speech::decimal,
                speech.say("chart.past"),
                speech.shortDate(scenario.asOf()),
                speech.say("chart.future"));
    }
}
