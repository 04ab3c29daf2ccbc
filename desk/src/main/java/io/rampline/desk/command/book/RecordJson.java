package io.rampline.desk.command.book;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.orderbook.credibility.Cohort;
import io.rampline.orderbook.credibility.CohortRecord;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;

/** The record of promises for programs: all counts and sums, and the shares that follow from them. */
final class RecordJson {
    private final JsonGenerator to;

    private RecordJson(JsonGenerator to) {
        this.to = to;
    }

    static String of(RecordCommand.Told told) {
        return JsonText.of(to -> {
            new RecordJson(to).write(told);
        });
    }

    private void write(RecordCommand.Told told) throws IOException {
        to.writeStartObject();
        to.writeStringField("as_of", told.asOf().toString());
        to.writeNumberField("grace_weeks", told.graceWeeks());
        to.writeArrayFieldStart("cohorts");
        for (CohortRecord cohort : told.cohorts()) {
            cohort(cohort);
        }
        to.writeEndArray();
        if (told.all().isPresent()) {
            to.writeFieldName("all");
            cohort(told.all().get());
        }
        to.writeArrayFieldStart("commitments");
        for (Judgement judgement : told.commitments()) {
            commitment(judgement);
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private void cohort(CohortRecord record) throws IOException {
        Cohort cohort = record.cohort();
        to.writeStartObject();
        if (cohort.lockWeek().isPresent()) {
            to.writeStringField("lock_week", cohort.lockWeek().get().toString());
        }
        if (cohort.market().isPresent()) {
            to.writeStringField("market", cohort.market().get());
        }
        if (cohort.model().isPresent()) {
            to.writeStringField("model", cohort.model().get());
        }
        if (cohort.trim().isPresent()) {
            to.writeStringField("trim", cohort.trim().get());
        }
        counts(record);
        share("kept_share", record.keptShare());
        share("kept_share_now", record.keptShareNow());
        share("mean_absolute_slip_weeks", record.meanAbsoluteSlipWeeks());
        share("bias_weeks", record.biasWeeks());
        share("mean_drift_weeks", record.meanDriftWeeks());
        share("nervousness", record.nervousness());
        share("revisions_per_order_quarter", record.revisionsPerOrderQuarter());
        share("mean_warning_days", record.meanWarningDays());
        share("coverage", record.coverage());
        share("mean_window_weeks", record.meanRangeWeeks());
        to.writeEndObject();
    }

    private void counts(CohortRecord record) throws IOException {
        CohortRecord.Verdicts verdicts = record.verdicts();
        to.writeNumberField("orders", verdicts.orders());
        to.writeNumberField("kept", verdicts.kept());
        to.writeNumberField("broken", verdicts.broken());
        to.writeNumberField("open", verdicts.open());
        to.writeNumberField("impossible", verdicts.impossible());
        to.writeNumberField("undated", verdicts.undated());
        to.writeNumberField("cancelled", verdicts.cancelled());
        to.writeNumberField("cancelled_late", verdicts.cancelledLate());
        to.writeNumberField("delivered", record.slips().delivered());
        to.writeNumberField("slip_weeks", record.slips().weeks());
        to.writeNumberField("absolute_slip_weeks", record.slips().absoluteWeeks());
        to.writeNumberField("dated", record.moves().dated());
        to.writeNumberField("drift_weeks", record.moves().driftWeeks());
        to.writeNumberField("moved_more_than_a_week", record.moves().nervous());
        to.writeNumberField("revisions", record.moves().revisions());
        to.writeNumberField("order_days", record.moves().orderDays());
        to.writeNumberField("warned", record.warnings().warned());
        to.writeNumberField("warning_days", record.warnings().days());
        to.writeNumberField("windows_given", record.ranges().given());
        to.writeNumberField("window_weeks", record.ranges().weeks());
        to.writeNumberField("windows_decided", record.ranges().decided());
        to.writeNumberField("windows_held", record.ranges().inside());
    }

    private void commitment(Judgement judgement) throws IOException {
        to.writeStartObject();
        to.writeStringField("issuer", judgement.commitment().issuer());
        to.writeStringField("made", judgement.commitment().made().toString());
        to.writeStringField("metric", judgement.commitment().metric());
        to.writeNumberField("target", judgement.commitment().target().atLeast());
        if (judgement.commitment().target().atMost().isPresent()) {
            to.writeNumberField(
                    "target_most", judgement.commitment().target().atMost().get());
        }
        to.writeStringField("due", judgement.commitment().due().toString());
        to.writeStringField("outcome", judgement.outcome().name().toLowerCase(Locale.ROOT));
        if (judgement.slipDays().isPresent()) {
            to.writeNumberField("slip_days", judgement.slipDays().getAsLong());
        }
        share("deviation", judgement.deviation());
        to.writeEndObject();
    }

    private void share(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            to.writeNumberField(name, value.getAsDouble());
        }
    }
}
