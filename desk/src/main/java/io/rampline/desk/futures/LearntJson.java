package io.rampline.desk.futures;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.simulation.window.Levels;
import io.rampline.simulation.window.RevisionTest;
import io.rampline.simulation.window.StatedHistory.Learnt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the record of stated windows has taught: the levels, and whether stated probabilities drift. */
public final class LearntJson {
    private LearntJson() {}

    /** Two members: {@code calibration} and {@code revision}, each null while there is nothing to tell. */
    public static void write(JsonGenerator json, Optional<Learnt> learnt) throws IOException {
        json.writeFieldName("calibration");
        if (learnt.isEmpty()) {
            json.writeNull();
        } else {
            calibration(json, learnt.get());
        }
        json.writeFieldName("revision");
        RevisionTest test = RevisionTest.of(learnt.map(Learnt::movements).orElse(List.of()));
        if (test.weeks() == 0) {
            json.writeNull();
        } else {
            revision(json, test);
        }
    }

    private static void calibration(JsonGenerator json, Learnt learnt) throws IOException {
        Levels levels = learnt.levels();
        json.writeStartObject();
        json.writeBooleanField("calibrated", levels.isCalibrated());
        json.writeNumberField("cohorts", levels.cohorts());
        json.writeNumberField("cohorts_least", Levels.COHORTS_LEAST);
        json.writeNumberField("changes_of_plan", learnt.plans());
        json.writeStringField("says", says(learnt));
        json.writeArrayFieldStart("levels");
        for (int i = 0; i < Levels.LEADS.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("weeks_ahead", Levels.LEADS.get(i));
            json.writeNumberField(
                    "level", LiveCountJson.share(levels.byLead().get(i).level()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** In a sentence. */
    public static String says(Learnt learnt) {
        long cohorts = learnt.levels().cohorts();
        if (learnt.levels().isCalibrated()) {
            return "calibrated on " + cohorts + " cohorts of deliveries";
        }
        String since = learnt.plans() > 0 ? " since the plan changed; windows are wider until there is" : "";
        return cohorts == 0
                ? "not calibrated: no history" + since
                : "not calibrated: " + cohorts + " cohorts of deliveries, fewer than " + Levels.COHORTS_LEAST + since;
    }

    private static void revision(JsonGenerator json, RevisionTest test) throws IOException {
        json.writeStartObject();
        json.writeNumberField("weeks", test.weeks());
        json.writeNumberField("mean_drift", LiveCountJson.share(test.meanDrift()));
        json.writeNumberField("falling_p", LiveCountJson.share(test.fallingP()));
        json.writeNumberField("rising_p", LiveCountJson.share(test.risingP()));
        json.writeNumberField("following_p", LiveCountJson.share(test.followingP()));
        json.writeNumberField("excess_p", LiveCountJson.share(test.excessP()));
        json.writeBooleanField("warns", test.warns());
        json.writeStringField("says", RevisionWords.of(test));
        json.writeEndObject();
    }
}
