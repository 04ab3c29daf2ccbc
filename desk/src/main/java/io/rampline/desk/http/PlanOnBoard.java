package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Decisions;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The timetable of a board: when each step starts and each market opens, because the scenario has decided it or because
 * the plan in force does.
 *
 * @param decisions of the plan in force: none without a plan, empty when they are not known
 */
record PlanOnBoard(Scenario scenario, Optional<Decisions> decisions, PromiseText text) {
    void write(JsonGenerator json) throws IOException {
        json.writeBooleanField("plan_noted", decisions.isPresent());
        json.writeArrayFieldStart("steps");
        for (Step step : scenario.planning().steps()) {
            json.writeStartObject();
            write(json, step);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("openings");
        for (Opening opening : scenario.planning().openings()) {
            json.writeStartObject();
            write(json, opening);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Step step) throws IOException {
        json.writeStringField("step", step.name());
        json.writeStringField("earliest_week", text.week(step.earliestBucket()));
        json.writeStringField("latest_week", text.week(step.latestBucket()));
        json.writeNumberField("lead_weeks", step.leadWeeks());
        json.writeNumberField("cost_minor", step.costMinor());
        json.writeBooleanField("decided", step.decidedBucket().isPresent());
        OptionalInt start = start(step);
        json.writeStringField("start_week", start.isPresent() ? text.week(start.getAsInt()) : null);
        json.writeStringField(
                "effect_week", start.isPresent() ? text.week(step.effectiveBucket(start.getAsInt())) : null);
    }

    /** A plan may say again what the scenario has decided, and it is the plan that capacity follows. */
    private OptionalInt start(Step step) {
        OptionalInt planned = decisions.stream()
                .flatMap(known -> known.starts().stream())
                .filter(start -> start.step().equals(step.name()))
                .mapToInt(Decisions.Start::bucket)
                .findFirst();
        return planned.isPresent() ? planned : step.decidedBucket();
    }

    private void write(JsonGenerator json, Opening opening) throws IOException {
        json.writeStringField("opening", opening.resourceName());
        json.writeStringField("market", opening.market());
        json.writeStringField("earliest_week", text.week(opening.earliestBucket()));
        json.writeStringField("latest_week", text.week(opening.latestBucket()));
        json.writeNumberField("units_per_week_most", opening.unitsPerWeekMax());
        json.writeNumberField("cost_minor", opening.costMinor());
        Optional<Decisions.Opened> opened = opened(opening);
        json.writeStringField(
                "opens_week", opened.map(one -> text.week(one.bucket())).orElse(null));
        if (opened.isPresent()) {
            json.writeNumberField("units_per_week", opened.get().unitsPerWeek());
        } else {
            json.writeNullField("units_per_week");
        }
    }

    private Optional<Decisions.Opened> opened(Opening opening) {
        Optional<Decisions.Opened> planned = decisions.stream()
                .flatMap(known -> known.openings().stream())
                .filter(one -> one.resourceName().equals(opening.resourceName()))
                .findFirst();
        return planned.isPresent() || opening.decidedBucket().isEmpty()
                ? planned
                : Optional.of(new Decisions.Opened(
                        opening.market(),
                        opening.products(),
                        opening.decidedBucket().getAsInt(),
                        opening.unitsPerWeekMax()));
    }
}
