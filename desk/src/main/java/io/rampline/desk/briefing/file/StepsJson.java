package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.StepRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** The steps of a plan as a list. */
final class StepsJson {
    private StepsJson() {}

    static void write(Scenario scenario, List<StepRow> rows, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (StepRow row : rows) {
            json.writeStartObject();
            json.writeStringField("step", row.step());
            json.writeStringField(
                    "start_week", scenario.horizon().week(row.startBucket()).toString());
            json.writeStringField(
                    "effective_week",
                    scenario.horizon().week(row.effectiveBucket()).toString());
            json.writeNumberField("cost", major(scenario, row.costMinor()));
            json.writeNumberField("running_cost", major(scenario, row.runningCostMinor()));
            json.writeBooleanField("decided_before", row.decided());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static BigDecimal major(Scenario scenario, long minor) {
        return BigDecimal.valueOf(minor, scenario.currency().minorUnits());
    }
}
