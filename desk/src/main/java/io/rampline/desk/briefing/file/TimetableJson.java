package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.timetable.Fingerprint;
import io.rampline.desk.timetable.FrontierPoint;
import io.rampline.desk.timetable.PlanInFutures;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Verdict;
import io.rampline.desk.timetable.WithoutStep;
import io.rampline.factory.Decisions;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Costs;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Wait;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code timetable.json}: a timetable for programs. Described in {@code docs/operating/timetable.md}. */
public final class TimetableJson {
    private static final int VERSION = 1;

    private final TimetableReport report;
    private final JsonGenerator json;

    private TimetableJson(TimetableReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** The timetable as text, ending in a line break. */
    public static String of(TimetableReport report) {
        return JsonText.of(json -> new TimetableJson(report, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", report.scenario().name());
        json.writeStringField("as_of", report.scenario().asOf().toString());
        json.writeStringField("currency", report.scenario().currency().code());
        json.writeStringField("question", asked(report.question()));
        json.writeStringField("verdict", verdict(Verdict.of(report.answer())));
        json.writeBooleanField("ended_early", report.endedEarly());
        wait(report.headlineWait());
        holds();
        switch (report.answer()) {
            case Answer.Planned planned -> plan(planned);
            case Answer.Branched branched -> {
                if (report.question() instanceof Question.SeveralFutures asked) {
                    new FuturesJson(report.scenario(), asked.robust(), branched.plan(), json).write();
                }
            }
            case Answer.Conflict conflict -> new ConflictJson(report.scenario(), json).write(conflict.restrictions());
            case Answer.Rejected rejected -> JsonText.texts(json, "flaws", rejected.flaws());
            case Answer.Undecided _ -> {}
        }
        frontier();
        if (report.market().isPresent()) {
            json.writeFieldName("export");
            new MarketJson(report.scenario(), report.market().get(), json).write();
        }
        json.writeEndObject();
    }

    private static String asked(Question question) {
        return switch (question) {
            case Question.LeastCost _ -> "least_cost";
            case Question.ShortestWait _ -> "shortest_wait";
            case Question.EarliestGuarantee _ -> "earliest_guarantee";
            case Question.FewestChanges _ -> "fewest_changes";
            case Question.SeveralFutures _ -> "several_futures";
            case Question.EarliestOpening _ -> "earliest_opening";
        };
    }

    private static String verdict(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private void wait(Optional<Wait> wait) throws IOException {
        number("wait_weeks", wait.map(Wait::weeks));
        text("from_week", wait.map(Wait::fromBucket).map(this::week));
    }

    private void holds() throws IOException {
        if (report.planned().filter(planned -> planned.orders().judged() > 0).isPresent()) {
            json.writeBooleanField("guarantee_holds_for_single_orders", report.holdsForSingleOrders());
        } else {
            json.writeNullField("guarantee_holds_for_single_orders");
        }
    }

    private String week(int bucket) {
        return report.scenario().horizon().week(bucket).toString();
    }

    private void plan(Answer.Planned planned) throws IOException {
        Plan plan = planned.plan();
        json.writeStringField("plan", Fingerprint.of(report.scenario().horizon(), plan.decisions()));
        json.writeNumberField("gap", ShareText.number(plan.gap()));
        money("bound", plan.boundMinor());
        money("bound_out_of_turn", planned.outOfTurnBoundMinor());
        costs(plan.costs());
        weeks("order_level_longest_wait_weeks", report.longest(planned.orders()));
        json.writeNumberField("orders_judged", planned.orders().judged());
        json.writeNumberField("orders_later_than_without_plan", planned.orders().later());
        if (report.today().isPresent()) {
            weeks(
                    "longest_wait_weeks_without_plan",
                    report.longest(report.today().get()));
        }
        sureness();
        groups(planned);
        json.writeFieldName("steps");
        StepsJson.write(report.scenario(), plan.steps(), json);
        openings(plan);
        without();
    }

    private void sureness() throws IOException {
        if (report.sureness().isPresent()) {
            PlanInFutures futures = report.sureness().get();
            json.writeNumberField("holds_probability", ShareText.number(futures.share()));
            json.writeNumberField("futures", futures.futures());
            json.writeNumberField("futures_seed", futures.seed());
        } else {
            json.writeNullField("holds_probability");
        }
    }

    private void costs(Costs costs) throws IOException {
        money("cost", costs.totalMinor());
        json.writeObjectFieldStart("costs_undiscounted");
        money("one_off", costs.oneOffMinor());
        money("running", costs.runningMinor());
        money("waiting", costs.waitMinor());
        money("lost_margin", costs.lostMinor());
        json.writeEndObject();
    }

    private void groups(Answer.Planned planned) throws IOException {
        json.writeArrayFieldStart("groups");
        for (GroupFlow flow : planned.plan().flows()) {
            json.writeStartObject();
            json.writeStringField("group", flow.name());
            wait(flow.guarantee());
            if (flow.guarantee().isPresent()) {
                number(
                        "longest_wait_weeks",
                        Optional.ofNullable(
                                planned.findings().longestWaitWeeks().get(flow.name())));
                number(
                        "order_level_longest_wait_weeks",
                        Optional.ofNullable(planned.orders().longestByGroup().get(flow.name())));
                json.writeNumberField("margin_weeks", planned.marginWeeks().getOrDefault(flow.name(), 0));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void openings(Plan plan) throws IOException {
        json.writeArrayFieldStart("openings");
        for (Decisions.Opened opened : plan.decisions().openings()) {
            json.writeStartObject();
            json.writeStringField("opening", opened.resourceName());
            json.writeStringField("opens_week", week(opened.bucket()));
            json.writeNumberField("units_per_week", opened.unitsPerWeek());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void without() throws IOException {
        json.writeArrayFieldStart("without_step");
        for (WithoutStep row : report.without()) {
            json.writeStartObject();
            json.writeStringField("step", row.step());
            weeks("longest_wait_weeks", row.longestWaitWeeks());
            json.writeBooleanField("beyond_horizon", row.longestWaitWeeks().isEmpty());
            if (row.costMoreMinor().isPresent()) {
                money("best_other_plan_costs_more", row.costMoreMinor().getAsLong());
            } else {
                json.writeNullField("best_other_plan_costs_more");
            }
            weeks("shortest_wait_weeks", row.shortestWaitWeeks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void frontier() throws IOException {
        json.writeArrayFieldStart("frontier");
        for (FrontierPoint point : report.frontier()) {
            json.writeStartObject();
            json.writeNumberField("wait_weeks", point.waitWeeks());
            json.writeStringField("verdict", verdict(point.verdict()));
            if (point.plan().isPresent()) {
                Plan plan = point.plan().get();
                money("cost", plan.costs().totalMinor());
                money("bound", plan.boundMinor());
                json.writeNumberField("gap", ShareText.number(plan.gap()));
                money("one_off", plan.costs().oneOffMinor());
                weeks("order_level_longest_wait_weeks", point.longestWaitWeeks());
                JsonText.texts(
                        json, "steps", plan.steps().stream().map(StepRow::step).toList());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void money(String name, long minor) throws IOException {
        json.writeNumberField(
                name, BigDecimal.valueOf(minor, report.scenario().currency().minorUnits()));
    }

    private void weeks(String name, OptionalInt weeks) throws IOException {
        number(name, weeks.isPresent() ? Optional.of(weeks.getAsInt()) : Optional.empty());
    }

    private void number(String name, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
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
