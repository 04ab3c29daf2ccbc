package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.credibility.Cohort;
import io.rampline.orderbook.credibility.CohortRecord;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import io.rampline.orderbook.credibility.PromiseRecord;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;

/** How promises fared. The record follows the book: see {@link EntryReading}. */
final class RecordDesk {
    private static final int GRACE_WEEKS_MAX = 52;
    private static final Set<String> GROUPS = Set.of("lock_week", "market", "model", "trim");

    private final Book book;
    private final PromiseRecord record;
    private final EntryReading reading;

    RecordDesk(Book book, LongSupplier clockNanos) {
        this.book = book;
        Scenario scenario = book.network().scenario();
        this.record = new PromiseRecord(scenario.horizon(), scenario.windowRule());
        this.reading = new EntryReading(book, clockNanos, record::add);
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/promise-record", Permission.SEE_RECORD, this::cohorts)
                .asking("group", "grace_weeks")
                .costing(Route.Cost.COSTLY));
    }

    private Reply cohorts(Call call) {
        Call.Query query = call.query();
        Cohort.Grouping grouping = grouping(query.find("group").orElse(""));
        int grace = query.whole("grace_weeks", 0, 0, GRACE_WEEKS_MAX);
        synchronized (this) {
            reading.follow();
            long position = reading.position();
            PromiseRecord.Bar bar = new PromiseRecord.Bar(book.now(), grace);
            List<CohortRecord> cohorts = record.cohorts(grouping, _ -> true, bar);
            CohortRecord whole = record.whole(bar);
            LocalDate today = TimeOfBook.day(book.now());
            List<Judgement> commitments =
                    Commitments.judge(CommitmentLedger.of(book.notices().all(), today), today);
            return Reply.ok(json -> {
                json.writeNumberField("position", position);
                json.writeNumberField("grace_weeks", grace);
                json.writeObjectFieldStart("whole");
                counts(json, whole);
                json.writeEndObject();
                json.writeArrayFieldStart("cohorts");
                for (CohortRecord cohort : cohorts) {
                    json.writeStartObject();
                    names(json, cohort.cohort());
                    counts(json, cohort);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeArrayFieldStart("commitments");
                for (Judgement judgement : commitments) {
                    PublicCommitmentJson.write(json, judgement);
                }
                json.writeEndArray();
            });
        }
    }

    private static Cohort.Grouping grouping(String text) {
        List<String> names = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
        if (!GROUPS.containsAll(names)) {
            throw Problem.parameter("group", text, "some of lock_week, market, model, trim, with commas between");
        }
        return new Cohort.Grouping(
                names.contains("lock_week"), names.contains("market"), names.contains("model"), names.contains("trim"));
    }

    private static void names(JsonGenerator json, Cohort cohort) throws IOException {
        json.writeStringField(
                "lock_week", cohort.lockWeek().map(Object::toString).orElse(null));
        json.writeStringField("market", cohort.market().orElse(null));
        json.writeStringField("model", cohort.model().orElse(null));
        json.writeStringField("trim", cohort.trim().orElse(null));
    }

    private static void counts(JsonGenerator json, CohortRecord cohort) throws IOException {
        CohortRecord.Verdicts verdicts = cohort.verdicts();
        json.writeNumberField("orders", verdicts.orders());
        json.writeNumberField("kept", verdicts.kept());
        json.writeNumberField("broken", verdicts.broken());
        json.writeNumberField("open", verdicts.open());
        json.writeNumberField("impossible", verdicts.impossible());
        json.writeNumberField("undated", verdicts.undated());
        json.writeNumberField("cancelled", verdicts.cancelled());
        json.writeNumberField("cancelled_late", verdicts.cancelledLate());
        share(json, "kept_share", cohort.keptShare());
        share(json, "kept_share_now", cohort.keptShareNow());
        share(json, "mean_absolute_slip_weeks", cohort.meanAbsoluteSlipWeeks());
        share(json, "bias_weeks", cohort.biasWeeks());
        share(json, "mean_drift_weeks", cohort.meanDriftWeeks());
        share(json, "nervousness", cohort.nervousness());
        share(json, "revisions_per_order_quarter", cohort.revisionsPerOrderQuarter());
        share(json, "mean_warning_days", cohort.meanWarningDays());
        share(json, "coverage", cohort.coverage());
        share(json, "mean_range_weeks", cohort.meanRangeWeeks());
    }

    /** Four decimals; null when there is nothing to divide by. */
    private static void share(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, BigDecimal.valueOf(value.getAsDouble()).setScale(4, RoundingMode.HALF_EVEN));
        }
    }
}
