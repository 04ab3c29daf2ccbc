package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.Restriction;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Why there is no plan, in {@code timetable.json}: sentences for people who read English, and the same as a kind with
 * values, for whoever says it in other words.
 */
final class ConflictJson {
    private final Scenario scenario;
    private final JsonGenerator json;

    ConflictJson(Scenario scenario, JsonGenerator json) {
        this.scenario = scenario;
        this.json = json;
    }

    void write(List<Restriction> restrictions) throws IOException {
        JsonText.texts(
                json, "conflict", restrictions.stream().map(Restriction::text).toList());
        json.writeArrayFieldStart("conflict_reasons");
        for (Restriction restriction : restrictions) {
            json.writeStartObject();
            write(restriction);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(Restriction restriction) throws IOException {
        switch (restriction) {
            case Restriction.WaitOf of -> {
                kind("wait");
                json.writeStringField("group", of.group());
                week("from_week", of.guarantee().fromBucket());
                json.writeNumberField("wait_weeks", of.guarantee().weeks());
            }
            case Restriction.LimitOf of -> {
                kind("limit");
                json.writeStringField("resource", of.resource());
            }
            case Restriction.Spending spending -> {
                kind("spending");
                week("from_week", spending.fromBucket());
                week("to_week", spending.toBucket() - 1);
                money("amount", spending.mostMinor());
            }
            case Restriction.SpendingInAll inAll -> {
                kind("spending_in_all");
                money("amount", inAll.mostMinor());
            }
            case Restriction.CashFloor cash -> {
                kind("cash_floor");
                money("amount", cash.floorMinor());
            }
            case Restriction.Crew _ -> kind("crew");
            case Restriction.LeadTimes _ -> kind("lead_times");
            case Restriction.StartWeeks _ -> kind("start_weeks");
            case Restriction.Order order -> {
                kind("order");
                json.writeStringField("step", order.step());
                json.writeStringField("after", order.after());
                json.writeNumberField("gap_weeks", order.gapWeeks());
            }
            case Restriction.OneOf one -> {
                kind("one_of");
                json.writeStringField("choice", one.choice());
            }
            case Restriction.Barred barred -> {
                kind("barred");
                json.writeArrayFieldStart("steps");
                for (String step : barred.steps()) {
                    json.writeString(step);
                }
                json.writeEndArray();
            }
        }
    }

    private void kind(String kind) throws IOException {
        json.writeStringField("kind", kind);
    }

    private void week(String name, int bucket) throws IOException {
        json.writeStringField(name, scenario.horizon().week(bucket).toString());
    }

    private void money(String name, long minor) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(minor, scenario.currency().minorUnits()));
    }
}
