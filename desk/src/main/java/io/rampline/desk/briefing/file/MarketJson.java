package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.MarketPoint;
import io.rampline.desk.timetable.Repetition;
import io.rampline.desk.timetable.Verdict;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.ramp.plan.Plan;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The field {@code export} of a {@code timetable.json}. */
final class MarketJson {
    private final Scenario scenario;
    private final MarketFrontier market;
    private final JsonGenerator json;

    MarketJson(Scenario scenario, MarketFrontier market, JsonGenerator json) {
        this.scenario = scenario;
        this.market = market;
        this.json = json;
    }

    void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("market", market.grid().market());
        json.writeStringField("from_week", week(market.grid().fromBucket()));
        json.writeStringField("book", market.bookPrint());
        json.writeNumberField("orders_of_book", market.bookOrders());
        json.writeArrayFieldStart("closed");
        for (MarketFrontier.Closed closed : market.closed()) {
            json.writeStartObject();
            json.writeNumberField("home_wait_weeks", closed.waitWeeks());
            json.writeStringField("verdict", verdict(closed.verdict()));
            money("cost", closed.totalMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("earliest");
        for (MarketFrontier.Earliest earliest : market.earliest()) {
            json.writeStartObject();
            json.writeNumberField("home_wait_weeks", earliest.waitWeeks());
            json.writeNumberField("units_per_week", earliest.quota().unitsPerWeek());
            week("opens_week", earliest.point());
            week("week_before", earliest.before());
            json.writeStringField(
                    "verdict_week_before",
                    earliest.before()
                            .map(point -> point.found().isPresent() ? "harms" : verdict(point.verdict()))
                            .orElse("not_allowed"));
            point("point", earliest.point());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("points");
        for (MarketPoint point : market.points()) {
            json.writeStartObject();
            fields(point);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void point(String name, Optional<MarketPoint> point) throws IOException {
        if (point.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        fields(point.get());
        json.writeEndObject();
    }

    private void fields(MarketPoint point) throws IOException {
        json.writeNumberField("home_wait_weeks", point.waitWeeks());
        json.writeNumberField("units_per_week", point.quota().unitsPerWeek());
        json.writeStringField("opens_week", week(point.bucket()));
        json.writeStringField("verdict", verdict(point.verdict()));
        json.writeBooleanField("harms_nobody", point.harmsNobody());
        if (point.found().isPresent()) {
            found(point, point.found().get());
        }
    }

    private void found(MarketPoint point, MarketPoint.Found found) throws IOException {
        Plan plan = found.plan();
        money("cost", OptionalLong.of(plan.costs().totalMinor()));
        money("bound", OptionalLong.of(plan.boundMinor()));
        json.writeNumberField("gap", ShareText.number(plan.gap()));
        money("one_off", OptionalLong.of(plan.costs().oneOffMinor()));
        money("costs_more_than_closed", market.costMoreMinor(point));
        json.writeNumberField("units_delivered", found.delivered());
        weeks("order_level_longest_wait_weeks_abroad", found.abroadLongestWeeks());
        json.writeArrayFieldStart("steps");
        for (Start start : plan.decisions().starts()) {
            json.writeStartObject();
            json.writeStringField("step", start.step());
            json.writeStringField("start_week", week(start.bucket()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("openings");
        for (Opened opened : plan.decisions().openings()) {
            json.writeStartObject();
            json.writeStringField("opening", opened.resourceName());
            json.writeStringField("opens_week", week(opened.bucket()));
            json.writeNumberField("units_per_week", opened.unitsPerWeek());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("certificate");
        json.writeBooleanField("guarantee_holds_for_single_orders_at_home", MarketPoint.isKeptAtHome(found));
        weeks("order_level_longest_wait_weeks_at_home", found.homeLongestWeeks());
        json.writeNumberField("orders_judged", found.judged());
        json.writeNumberField("orders_later", found.later());
        json.writeStringField("plan", found.print());
        json.writeStringField("book", market.bookPrint());
        json.writeStringField("repeat", Repetition.of(scenario, plan));
        json.writeEndObject();
    }

    private static String verdict(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private String week(int bucket) {
        return scenario.horizon().week(bucket).toString();
    }

    private void week(String name, Optional<MarketPoint> point) throws IOException {
        if (point.isPresent()) {
            json.writeStringField(name, week(point.get().bucket()));
        } else {
            json.writeNullField(name);
        }
    }

    /** Nothing is said of a wait that ends beyond the horizon. */
    private void weeks(String name, int weeks) throws IOException {
        if (weeks >= scenario.horizon().weeks()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, weeks);
        }
    }

    private void money(String name, OptionalLong minor) throws IOException {
        if (minor.isPresent()) {
            json.writeNumberField(
                    name,
                    BigDecimal.valueOf(minor.getAsLong(), scenario.currency().minorUnits()));
        } else {
            json.writeNullField(name);
        }
    }
}
