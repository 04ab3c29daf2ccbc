package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.timetable.Branches;
import io.rampline.desk.timetable.Fingerprint;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import java.io.IOException;

/** The fields of a plan for several futures. Its costs are those of all futures, lateness among them. */
final class FuturesJson {
    private final Scenario scenario;
    private final RobustTerms asked;
    private final RobustPlan robust;
    private final JsonGenerator json;

    FuturesJson(Scenario scenario, RobustTerms asked, RobustPlan robust, JsonGenerator json) {
        this.scenario = scenario;
        this.asked = asked;
        this.robust = robust;
        this.json = json;
    }

    void write() throws IOException {
        json.writeStringField("plan", Fingerprint.of(scenario.horizon(), robust.now()));
        json.writeStringField(
                "gate_week", scenario.horizon().week(asked.gateBucket()).toString());
        json.writeNumberField("tail_weight", ShareText.number(asked.tailWeight()));
        json.writeNumberField("tail_share", ShareText.number(asked.tailShare()));
        money("late_price", asked.lateMinor());
        money("expected_cost", robust.meanMinor());
        money("cvar", robust.tailMinor());
        money("cost", Branches.mixtureMinor(asked, robust));
        money("bound", robust.boundMinor());
        json.writeNumberField("gap", ShareText.number(robust.gap()));
        json.writeNumberField("holds_share", ShareText.number(robust.holdsShare()));
        json.writeFieldName("steps");
        StepsJson.write(scenario, Branches.now(robust), json);
        json.writeArrayFieldStart("branches");
        for (RobustPlan.Branch branch : robust.branches()) {
            json.writeStartObject();
            json.writeStringField("future", branch.future().name());
            json.writeNumberField("weight", ShareText.number(branch.future().weight()));
            json.writeNumberField("level", ShareText.number(branch.future().level()));
            money("cost", branch.costMinor());
            json.writeNumberField("late_order_weeks", Math.round(branch.lateOrderWeeks()));
            json.writeFieldName("steps");
            StepsJson.write(scenario, branch.plan().steps(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void money(String name, long minor) throws IOException {
        json.writeNumberField(name, StepsJson.major(scenario, minor));
    }
}
