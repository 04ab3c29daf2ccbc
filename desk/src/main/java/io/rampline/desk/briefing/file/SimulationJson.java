package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.desk.futures.FuturesReport.KindRow;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code simulation.json}: the futures for programs. Described in {@code docs/operating/simulate.md}. */
public final class SimulationJson {
    private static final int VERSION = 1;

    private final FuturesReport report;
    private final JsonGenerator json;

    private SimulationJson(FuturesReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** The futures as text, ending in a line break. */
    public static String of(FuturesReport report) {
        return JsonText.of(json -> new SimulationJson(report, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", report.scenario().name());
        json.writeStringField("as_of", report.scenario().asOf().toString());
        json.writeNumberField("seed", report.seed());
        json.writeNumberField("futures", report.tally().futures());
        json.writeStringField("end", report.outcome().end().name().toLowerCase(Locale.ROOT));
        json.writeStringField(
                "hash", String.format(Locale.ROOT, "%016x", report.tally().hash()));
        json.writeNumberField("orders", report.book().size());
        json.writeNumberField("groups", report.line().bookGroups());
        share("confidence", report.windows().confidence());
        share("windows_mean_probability", report.windows().meanProbability());
        json.writeNumberField("windows_median_weeks", report.windows().medianWeeks());
        // A scenario holds no windows stated before; only a book that is served has some to learn from.
        json.writeBooleanField("windows_calibrated", false);
        share("promised_week_kept_probability", report.promiseKept());
        guarantees();
        kinds();
        output();
        json.writeEndObject();
    }

    private void guarantees() throws IOException {
        List<Guarantee> guarantees = report.tally().guarantees().list();
        if (!guarantees.isEmpty()) {
            share("all_guarantees_probability", report.allKept());
        }
        json.writeArrayFieldStart("guarantees");
        for (int i = 0; i < guarantees.size(); i++) {
            Guarantee guarantee = guarantees.get(i);
            json.writeStartObject();
            json.writeStringField("market", guarantee.market().orElse("*"));
            json.writeStringField("model", guarantee.model().orElse("*"));
            json.writeNumberField("wait_weeks", guarantee.waitWeeks());
            json.writeStringField("from_week", week(guarantee.fromBucket()));
            if (report.kept(i).isPresent()) {
                share("probability", report.kept(i).getAsDouble());
            } else {
                json.writeNullField("probability");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void kinds() throws IOException {
        json.writeArrayFieldStart("products");
        for (KindRow row : report.kinds()) {
            Window last = report.windows().ofRow(row.lastRow());
            json.writeStartObject();
            json.writeStringField("market", row.kind().market());
            json.writeStringField("model", row.kind().model());
            json.writeStringField("trim", row.kind().trim());
            json.writeNumberField("orders", row.orders());
            share("promised_week_kept_probability", row.promiseKept());
            json.writeObjectFieldStart("last_order");
            json.writeStringField("order_id", report.book().orders().id(row.lastRow()));
            json.writeStringField("window_early", week(last.earlyBucket()));
            weekOrNull("window_late", last.lateBucket());
            weekOrNull("median_week", last.middleBucket());
            share("window_probability", last.probability());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void output() throws IOException {
        double[] shares = report.outputShares();
        json.writeArrayFieldStart("output_by_week");
        for (int bucket = report.line().firstBucket();
                bucket < report.scenario().horizon().weeks();
                bucket++) {
            json.writeStartObject();
            json.writeStringField("week", week(bucket));
            for (double share : shares) {
                json.writeNumberField(
                        "p" + Math.round(share * 100), Math.round(report.tally().outputQuantile(bucket, share)));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void weekOrNull(String name, int bucket) throws IOException {
        if (bucket == Window.BEYOND_HORIZON) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, week(bucket));
        }
    }

    private String week(int bucket) {
        Horizon horizon = report.scenario().horizon();
        return horizon.week(bucket).toString();
    }

    private void share(String name, double share) throws IOException {
        json.writeNumberField(name, ShareText.number(share));
    }
}
