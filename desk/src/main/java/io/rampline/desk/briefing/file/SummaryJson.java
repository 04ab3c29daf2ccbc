package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.CountedWindows;
import io.rampline.desk.briefing.Deposits;
import io.rampline.desk.briefing.LockWeeks;
import io.rampline.desk.briefing.MoneyOutlook;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.desk.briefing.Timeline;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.desk.briefing.WeekBinding;
import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code summary.json}: the figures for programs. Described in {@code docs/summary-schema.json}. */
public final class SummaryJson {
    private static final int VERSION = 1;
    private static final List<String> COURSES = List.of("low", "mid", "high");

    private final Briefing briefing;
    private final JsonGenerator json;

    private SummaryJson(Briefing briefing, JsonGenerator json) {
        this.briefing = briefing;
        this.json = json;
    }

    /** The summary as text, ending in a line break. */
    public static String of(Briefing briefing) {
        return JsonText.of(json -> new SummaryJson(briefing, json).write());
    }

    static void write(Briefing briefing, OutputStream out) throws IOException {
        out.write(of(briefing).getBytes(StandardCharsets.UTF_8));
    }

    private void write() throws IOException {
        Scenario scenario = briefing.scenario();
        Horizon horizon = scenario.horizon();
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", scenario.name());
        json.writeStringField("as_of", scenario.asOf().toString());
        json.writeStringField("as_of_week", briefing.asOfWeek().toString());
        json.writeStringField("start_week", horizon.start().toString());
        json.writeStringField("end_week", horizon.week(horizon.weeks() - 1).toString());
        json.writeStringField("home_market", scenario.homeMarket());
        json.writeNumberField("orders", briefing.totals().open());
        json.writeNumberField("promised", briefing.totals().promised());
        json.writeNumberField("beyond_horizon", briefing.totals().beyondHorizon());
        json.writeNumberField("locked", briefing.totals().locked());
        json.writeNumberField("delivered", briefing.totals().delivered());
        json.writeNumberField("cancelled", briefing.totals().cancelled());
        number("longest_weeks", briefing.totals().fromNow().longest());
        number("median_weeks", briefing.totals().fromNow().median());
        waits();
        causes();
        waitBelow();
        outlook();
        backlog();
        bindings();
        lockWeeks();
        deposits();
        window();
        LineDaysJson.summary(json, briefing.lineDays());
        json.writeEndObject();
    }

    private void waits() throws IOException {
        json.writeArrayFieldStart("waits");
        for (TrimWait wait : briefing.waits()) {
            json.writeStartObject();
            json.writeStringField("model", wait.trim().model());
            json.writeStringField("trim", wait.trim().name());
            json.writeStringField("market", wait.trim().market());
            json.writeNumberField("orders", wait.fromNow().all());
            json.writeNumberField("promised", wait.fromNow().dated());
            json.writeNumberField("beyond_horizon", wait.fromNow().beyondHorizon());
            number("longest_weeks", wait.fromNow().longest());
            number("median_weeks", wait.fromNow().median());
            number("longest_since_lock_weeks", wait.sinceLock().longest());
            number("median_since_lock_weeks", wait.sinceLock().median());
            number("quoted_weeks", wait.quote().weeks());
            text("quoted_delivery_week", wait.quote().delivery().map(Object::toString));
            json.writeStringField("quoted_binding", wait.quote().cause().label());
            text("binding", wait.cause().map(cause -> cause.label()));
            posted(wait);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void posted(TrimWait wait) throws IOException {
        if (wait.posted().isEmpty()) {
            json.writeNullField("posted");
        } else {
            TrimWait.Posted posted = wait.posted().get();
            json.writeObjectFieldStart("posted");
            json.writeStringField("date", posted.date().toString());
            decimal("low_weeks", posted.low());
            decimal("high_weeks", posted.high());
            text("grade", posted.grade().map(Enum::name));
            json.writeEndObject();
        }
        decimal("difference_weeks", wait.difference().orElse(Double.NaN));
        json.writeBooleanField("differs_notably", wait.differsNotably());
        text("explanation_en", wait.explanation().map(words -> words.english()));
        text("explanation_de", wait.explanation().map(words -> words.german()));
    }

    private void causes() throws IOException {
        json.writeArrayFieldStart("bindings");
        for (Briefing.CauseCount count : briefing.causes()) {
            json.writeStartObject();
            json.writeStringField("binding", count.cause().label());
            json.writeNumberField("orders", count.orders());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void waitBelow() throws IOException {
        json.writeArrayFieldStart("wait_below");
        for (int limit : Briefing.WAIT_LIMITS_WEEKS) {
            json.writeStartObject();
            json.writeNumberField("weeks", limit);
            text("without_new_orders", week(briefing.outlook().unordered().firstBelow(limit)));
            for (int i = 0; i < briefing.outlook().expected().size(); i++) {
                text(
                        "with_" + COURSES.get(i) + "_orders",
                        week(briefing.outlook().expected().get(i).firstBelow(limit)));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private Optional<String> week(Optional<Integer> index) {
        return index.map(i -> briefing.outlook().first().plus(i).toString());
    }

    private void outlook() throws IOException {
        json.writeArrayFieldStart("outlook_by_week");
        Outlook outlook = briefing.outlook();
        for (int i = 0; i < outlook.unordered().longest().weeks(); i++) {
            json.writeStartObject();
            json.writeStringField("week", outlook.first().plus(i).toString());
            course("without_new_orders", outlook.unordered(), i);
            for (int c = 0; c < outlook.expected().size(); c++) {
                course("with_" + COURSES.get(c) + "_orders", outlook.expected().get(c), i);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void course(String name, Course course, int index) throws IOException {
        json.writeObjectFieldStart(name);
        int longest = course.longest().whole(index);
        number("quoted_weeks", longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest));
        json.writeBooleanField("beyond_horizon", longest == Outlook.BEYOND_HORIZON);
        json.writeNumberField("backlog", course.bank().whole(index));
        json.writeEndObject();
    }

    private void backlog() throws IOException {
        json.writeArrayFieldStart("backlog_by_week");
        Timeline timeline = briefing.timeline();
        for (int i = 0; i < timeline.weeks(); i++) {
            json.writeStartObject();
            json.writeStringField("week", timeline.week(i).toString());
            json.writeBooleanField("past", i < timeline.pastWeeks());
            json.writeNumberField("locked", timeline.locked(i));
            json.writeNumberField("cancelled", timeline.cancelled(i));
            json.writeNumberField("delivered", timeline.delivered(i));
            json.writeNumberField("backlog", timeline.bank(i));
            json.writeObjectFieldStart("backlog_by_model");
            for (Timeline.ModelWeeks model : timeline.models()) {
                json.writeNumberField(model.model(), model.bank().whole(i));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bindings() throws IOException {
        json.writeArrayFieldStart("binding_by_week");
        for (WeekBinding binding : briefing.bindings()) {
            json.writeStartObject();
            json.writeStringField(
                    "week", briefing.scenario().horizon().week(binding.bucket()).toString());
            json.writeStringField("binding", binding.cause().label());
            json.writeNumberField("orders", binding.orders());
            json.writeNumberField("built", binding.built());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void lockWeeks() throws IOException {
        json.writeArrayFieldStart("waits_by_lock_week");
        for (LockWeeks trim : briefing.lockWeeks()) {
            for (int i = 0; i < trim.weeks(); i++) {
                boolean any = trim.delivered().has(i) || trim.promised().has(i);
                if (any || trim.postedLow().has(i)) {
                    json.writeStartObject();
                    json.writeStringField("model", trim.model());
                    json.writeStringField("trim", trim.trim());
                    json.writeStringField("week", trim.first().plus(i).toString());
                    decimal("delivered_median_weeks", trim.delivered().get(i));
                    decimal("promised_median_weeks", trim.promised().get(i));
                    decimal("posted_low_weeks", trim.postedLow().get(i));
                    decimal("posted_high_weeks", trim.postedHigh().get(i));
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private void deposits() throws IOException {
        json.writeObjectFieldStart("deposits");
        json.writeStringField("currency", briefing.scenario().currency().code());
        money("held", briefing.deposits().heldMinor());
        money("refundable", briefing.deposits().refundableMinor());
        if (briefing.money().isPresent()) {
            outlook(briefing.money().get());
        }
        json.writeArrayFieldStart("by_model");
        for (Deposits.OfModel model : briefing.deposits().byModel()) {
            json.writeStartObject();
            json.writeStringField("model", model.model());
            json.writeNumberField("orders", model.orders());
            money("held", model.heldMinor());
            money("refundable", model.refundableMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void outlook(MoneyOutlook outlook) throws IOException {
        money("claimable_today", outlook.exposure().all().claimMinor());
        money("claimable_tomorrow", outlook.tomorrow().claimMinor());
        money("contract_liability", outlook.contractLiabilityMinor());
        money("refund_liability", outlook.refundLiabilityMinor());
        money("refund_at_risk_95", outlook.risk().at95Minor());
        money("refund_at_risk_99", outlook.risk().at99Minor());
    }

    private void window() throws IOException {
        json.writeObjectFieldStart("planning_window");
        json.writeNumberField("early_weeks", briefing.scenario().windowRule().earlyWeeks());
        json.writeNumberField("late_weeks", briefing.scenario().windowRule().lateWeeks());
        decimal("late_share", briefing.scenario().windowRule().lateShare());
        json.writeBooleanField("calibrated", false);
        if (briefing.counted().isEmpty()) {
            json.writeNullField("futures");
        } else {
            CountedWindows counted = briefing.counted().get();
            json.writeObjectFieldStart("futures");
            json.writeNumberField("futures", counted.futures());
            json.writeNumberField("seed", counted.seed());
            decimal("confidence", counted.windows().confidence());
            decimal("mean_probability", counted.windows().meanProbability());
            json.writeNumberField("median_weeks", counted.windows().medianWeeks());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void money(String name, long minor) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(minor, briefing.scenario().currency().minorUnits()));
    }

    private void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }

    /** At most three decimals, without needless zeros; null for {@code NaN}. */
    private void decimal(String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            BigDecimal exact = BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros();
            json.writeNumberField(name, exact.scale() < 0 ? exact.setScale(0) : exact);
        }
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
