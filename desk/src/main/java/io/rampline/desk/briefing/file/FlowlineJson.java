package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.factory.Station;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult.AtStation;
import io.rampline.simulation.flowline.Mean;
import io.rampline.simulation.flowline.PlainRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code flowline.json}: flow lines for programs. Described in {@code docs/operating/flow-line.md}. */
public final class FlowlineJson {
    private static final int VERSION = 1;
    private static final int DECIMALS = 6;

    private final FlowlineReport report;
    private final JsonGenerator json;

    private FlowlineJson(FlowlineReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** The lines as text, ending in a line break. */
    public static String of(FlowlineReport report) {
        return JsonText.of(json -> new FlowlineJson(report, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("name", report.name());
        json.writeNumberField("seed", report.seed());
        number("confidence", Mean.CONFIDENCE);
        json.writeArrayFieldStart("lines");
        for (OfLine line : report.lines()) {
            line(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void line(OfLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", line.line().name());
        json.writeNumberField("replications", line.result().replications());
        json.writeNumberField("warm_up_hours", line.result().span().warmUpHours());
        json.writeNumberField("hours", line.result().span().hours());
        json.writeNumberField("events", line.result().events());
        mean("jobs_per_hour", line.result().jobsPerHour());
        number("jobs_per_hour_unlimited_buffers", line.unlimited());
        number("jobs_per_hour_decomposition", line.estimate());
        mean("jobs_in_line", line.result().inLine());
        number("hours_in_line", line.result().hoursInLine());
        json.writeStringField(
                "bottleneck",
                line.line().stations().get(line.result().bottleneck()).name());
        if (line.oee().isPresent()) {
            FlowlineReport.Oee oee = line.oee().get();
            number("oee_stated", oee.stated().oee());
            mean("oee_simulated", oee.simulated());
            number("units_per_week_stated", oee.weekStated());
            mean("units_per_week_simulated", oee.weekSimulated());
        }
        number("week_noise_percent", line.result().noise().percent());
        number("week_noise_carry", line.result().noise().carry());
        json.writeNumberField("week_noise_weeks", line.result().noise().weeks());
        stations(line);
        effects(line);
        json.writeEndObject();
    }

    private void stations(OfLine line) throws IOException {
        json.writeArrayFieldStart("stations");
        for (int i = 0; i < line.line().stations().size(); i++) {
            Station station = line.line().stations().get(i);
            AtStation found = line.result().stations().get(i);
            json.writeStartObject();
            json.writeStringField("station", station.name());
            mean("working", found.working());
            mean("down", found.down());
            mean("blocked", found.blocked());
            mean("starved", found.starved());
            if (i > 0) {
                json.writeNumberField("buffer_room", station.bufferBefore());
                mean("buffer_mean", found.buffer());
            }
            mean("bottleneck_sole", found.sole());
            mean("bottleneck_shifting", found.shifting());
            number("jobs_per_hour_alone", PlainRate.of(line.line(), i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void effects(OfLine line) throws IOException {
        json.writeArrayFieldStart("effects");
        for (Effect effect : line.effects()) {
            json.writeStartObject();
            json.writeStringField(
                    "station",
                    line.line().stations().get(effect.change().station()).name());
            json.writeStringField("change", FlowlineTables.kind(effect.change()));
            json.writeFieldName("size");
            json.writeNumber(new BigDecimal(FlowlineTables.size(effect.change())));
            json.writeStringField("unit", FlowlineTables.unit(effect.change()));
            mean("more_jobs_per_hour", effect.jobsPerHour());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void mean(String name, Mean mean) throws IOException {
        json.writeObjectFieldStart(name);
        number("mean", mean.value());
        number("low", mean.low());
        number("high", mean.high());
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNullField(name);
            return;
        }
        BigDecimal exact = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        json.writeNumberField(name, exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
