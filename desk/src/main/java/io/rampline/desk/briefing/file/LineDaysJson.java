package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.lineday.DayChange;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineCar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.desk.lineday.LineDaysReport.OrderedWeek;
import io.rampline.intake.LineRules.Spacing;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.shop.WindowsOver;
import java.io.IOException;
import java.util.Locale;

/** Days of lines for programs. Described in {@code docs/operating/sequence.md}. */
public final class LineDaysJson {
    private static final int VERSION = 1;

    private LineDaysJson() {}

    /** {@code line-days.json}. */
    public static String of(LineDaysReport report) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("scenario", report.scenario().name());
            json.writeNumberField("seed", report.seed());
            json.writeBooleanField("colours_dealt_by_share", report.colours().isDealt());
            json.writeArrayFieldStart("weeks");
            for (OrderedWeek week : report.weeks()) {
                json.writeStartObject();
                json.writeStringField("line", week.week().line());
                json.writeStringField("week", week.week().week().toString());
                json.writeBooleanField("frozen", week.week().isFrozen());
                json.writeNumberField("cars", week.week().cars().size());
                json.writeBooleanField("kept", week.isKept());
                json.writeArrayFieldStart("days");
                for (DayPlan day : week.days()) {
                    json.writeStartObject();
                    write(json, day);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** The days of a summary: what their orders are worth, and the orders. */
    static void summary(JsonGenerator json, LineDaysReport report) throws IOException {
        json.writeArrayFieldStart("line_days");
        for (DayPlan day : report.days()) {
            json.writeStartObject();
            json.writeStringField("line", day.line());
            json.writeStringField("date", day.date().toString());
            json.writeStringField("week", day.week().toString());
            json.writeNumberField("cars", day.cars().size());
            json.writeNumberField("units", day.units());
            counts(json, "counts", day.verdict().counts());
            counts(json, "lower_bounds", day.found().bounds());
            json.writeBooleanField("proven_optimal", day.found().isProvenOptimal());
            json.writeStringField("fingerprint", day.fingerprint());
            JsonText.texts(
                    json,
                    "orders",
                    day.sequence().stream().map(LineCar::orderId).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The fields of one day. */
    public static void write(JsonGenerator json, DayPlan day) throws IOException {
        head(json, day);
        rules(json, day);
        if (day.change().isPresent()) {
            change(json, day.change().orElseThrow());
        }
        sequence(json, day);
    }

    /** Which day it is, and what its order is worth. */
    public static void head(JsonGenerator json, DayPlan day) throws IOException {
        json.writeStringField("line", day.line());
        json.writeStringField("date", day.date().toString());
        json.writeStringField("week", day.week().toString());
        json.writeNumberField("day", day.number());
        json.writeBooleanField("frozen", day.isFrozen());
        json.writeNumberField("cars", day.cars().size());
        json.writeNumberField("units", day.units());
        json.writeStringField("fingerprint", day.fingerprint());
        worth(json, day);
        json.writeBooleanField("rules_assumed", day.rules().isAssumed());
        if (day.rules().colourRun().isPresent()) {
            json.writeNumberField("colour_run", day.rules().colourRun().getAsInt());
        }
    }

    private static void worth(JsonGenerator json, DayPlan day) throws IOException {
        json.writeNumberField("mark", day.mark());
        json.writeArrayFieldStart("aims");
        for (Aim aim : day.day().aims()) {
            json.writeString(aim.name().toLowerCase(Locale.ROOT));
        }
        json.writeEndArray();
        counts(json, "counts", day.verdict().counts());
        counts(json, "lower_bounds", day.found().bounds());
        json.writeBooleanField("proven_optimal", day.found().isProvenOptimal());
        JsonText.texts(json, "warnings", day.verdict().warnings());
        json.writeNumberField("cars_before", day.day().before().size());
    }

    private static void counts(JsonGenerator json, String name, Counts counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Aim aim : Aim.values()) {
            json.writeNumberField(aim.name().toLowerCase(Locale.ROOT), counts.of(aim));
        }
        json.writeEndObject();
    }

    private static void rules(JsonGenerator json, DayPlan day) throws IOException {
        json.writeArrayFieldStart("rules");
        for (int r = 0; r < day.rules().spacings().size(); r++) {
            int ratio = r;
            json.writeStartObject();
            rule(
                    json,
                    day.rules().spacings().get(r),
                    day.day().ratios().get(r),
                    day.verdict().violations().get(r));
            json.writeNumberField(
                    "cars",
                    day.day().cars().stream().filter(car -> car.carries(ratio)).count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A rule of a day and how often it is violated, weighted. */
    public static void rule(JsonGenerator json, Spacing spacing, Ratio ratio, long violations) throws IOException {
        json.writeStringField("rule", spacing.name());
        json.writeNumberField("most", ratio.most());
        json.writeNumberField("in", spacing.in());
        json.writeBooleanField("even", spacing.most().isEmpty());
        json.writeStringField("priority", spacing.priority().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("weight", spacing.weight());
        json.writeNumberField("violations", violations);
    }

    private static void change(JsonGenerator json, DayChange change) throws IOException {
        json.writeObjectFieldStart("change");
        JsonText.texts(json, "gone", change.gone());
        JsonText.texts(json, "come", change.come());
        JsonText.texts(json, "moved", change.moved());
        json.writeEndObject();
    }

    private static void sequence(JsonGenerator json, DayPlan day) throws IOException {
        WindowsOver windows = new WindowsOver(day.day(), day.found().order());
        json.writeArrayFieldStart("sequence");
        for (int place = 0; place < day.cars().size(); place++) {
            LineCar car = day.at(place);
            json.writeStartObject();
            json.writeNumberField("place", place + 1);
            json.writeStringField("order_id", car.orderId());
            json.writeStringField("market", car.configuration().market());
            json.writeStringField("model", car.model());
            json.writeStringField("trim", car.trim());
            json.writeStringField("colour", car.colour());
            JsonText.texts(json, "options", car.options());
            JsonText.texts(json, "violates", day.violated(windows, place));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
