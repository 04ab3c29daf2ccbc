package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.LineDaysJson;
import io.rampline.desk.briefing.page.DayStrip;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineCalendar;
import io.rampline.desk.lineday.LineCar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.intake.LineRules.Spacing;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.search.Standing;
import io.rampline.sequence.shop.PlaceReasons;
import io.rampline.sequence.shop.WindowsOver;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Days of lines as the pages draw them. The fields are described in {@code openapi.yaml}; places count from 1. */
final class LineStripJson {
    private LineStripJson() {}

    static void calendar(JsonGenerator json, LineCalendar calendar) throws IOException {
        json.writeArrayFieldStart("lines");
        for (LineCalendar.OfLine line : calendar.lines()) {
            json.writeStartObject();
            json.writeStringField("line", line.line());
            json.writeArrayFieldStart("models");
            for (String model : line.models()) {
                json.writeString(model);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("weeks");
            for (LineCalendar.WorkWeek week : line.weeks()) {
                json.writeStartObject();
                json.writeStringField("week", week.week().toString());
                json.writeBooleanField("frozen", week.isFrozen());
                numbers(json, "cars_of_days", week.carsOfDays());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    static void strip(JsonGenerator json, LineDaysReport report) throws IOException {
        DayPlan day = report.days().getFirst();
        LineDaysJson.head(json, day);
        json.writeBooleanField("colours_dealt", report.colours().isDealt());
        json.writeArrayFieldStart("colours");
        List<String> names = report.colours().names();
        for (int number = 0; number <= names.size(); number++) {
            json.writeStartObject();
            json.writeStringField("name", number < names.size() ? names.get(number) : "");
            json.writeStringField("fill", DayStrip.fill(report.colours(), number));
            json.writeEndObject();
        }
        json.writeEndArray();
        WindowsOver windows = new WindowsOver(day.day(), day.found().order());
        json.writeArrayFieldStart("rules");
        for (int r = 0; r < day.day().ratios().size(); r++) {
            rule(json, day, windows, r);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("cars_in_order");
        for (int place = 0; place < day.cars().size(); place++) {
            LineCar car = day.at(place);
            json.writeStartObject();
            json.writeStringField("order_id", car.orderId());
            json.writeStringField("market", car.configuration().market());
            json.writeStringField("model", car.model());
            json.writeStringField("trim", car.trim());
            json.writeArrayFieldStart("options");
            for (String option : car.options()) {
                json.writeString(option);
            }
            json.writeEndArray();
            json.writeNumberField("colour", counted(day, place).colour());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Car counted(DayPlan day, int place) {
        return day.day().cars().get(day.found().order().get(place));
    }

    private static void rule(JsonGenerator json, DayPlan day, WindowsOver windows, int r) throws IOException {
        Spacing spacing = day.rules().spacings().get(r);
        Ratio ratio = day.day().ratios().get(r);
        json.writeStartObject();
        LineDaysJson.rule(json, spacing, ratio, day.verdict().violations().get(r));
        json.writeArrayFieldStart("carriers");
        for (int place = 0; place < day.cars().size(); place++) {
            if (counted(day, place).carries(r)) {
                json.writeNumber(place + 1);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("held");
        for (int place = 0; place < day.cars().size(); place++) {
            json.writeNumber(windows.held(r, place));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("violated");
        for (int start = 1 - ratio.in(); start < day.cars().size(); start++) {
            if (windows.excess(r, start) > 0) {
                json.writeStartObject();
                json.writeNumberField("from", start + 1);
                json.writeNumberField("cars", windows.held(r, start));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void why(JsonGenerator json, DayPlan day, int place) throws IOException {
        PlaceReasons reasons = PlaceReasons.of(day.day(), day.found().order(), place);
        json.writeStringField("order_id", day.at(place).orderId());
        json.writeNumberField("place", place + 1);
        json.writeStringField("week", day.week().toString());
        json.writeStringField("in_run", reasons.run().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("windows");
        for (PlaceReasons.OfRatio windows : reasons.windows()) {
            Ratio ratio = day.day().ratios().get(windows.ratio());
            json.writeStartObject();
            json.writeStringField("rule", ratio.name());
            json.writeNumberField("most", ratio.most());
            json.writeNumberField("in", ratio.in());
            json.writeNumberField("full", windows.full());
            json.writeNumberField("over", windows.over());
            json.writeEndObject();
        }
        json.writeEndArray();
        Standing standing = reasons.standing();
        json.writeObjectFieldStart("exchanges");
        json.writeNumberField("better", standing.better());
        json.writeNumberField("equal", standing.equal());
        json.writeNumberField("worse", standing.worse());
        json.writeNumberField("forbidden", standing.forbidden());
        if (standing.nextBest() >= 0) {
            json.writeNumberField("cheapest_place", standing.nextBest() + 1);
            json.writeStringField("cheapest_order", day.at(standing.nextBest()).orderId());
            json.writeNumberField("cheapest_mark", standing.nextCost());
        }
        json.writeEndObject();
    }
}
