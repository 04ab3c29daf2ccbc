package io.rampline.desk.briefing.page;

import io.rampline.desk.flowline.FlowlineReport.OfLine;
import io.rampline.simulation.flowline.Change;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult.AtStation;
import io.rampline.simulation.flowline.Mean;
import java.util.List;

/** What is said of a flow line, on a page and on a terminal. */
public final class FlowlineWords {
    private final Speech speech;

    public FlowlineWords(Speech speech) {
        this.speech = speech;
    }

    /** What a line lets through, and what holds it back most. */
    public String headline(OfLine line) {
        return speech.say(
                "flow.headline",
                line.line().name(),
                speech.decimal(line.result().jobsPerHour().value()),
                station(line, line.result().bottleneck()));
    }

    /** Heads of {@link #shares}. */
    public List<String> shareHeads() {
        return List.of(
                speech.say("flow.head.station"),
                speech.say("flow.working"),
                speech.say("flow.down"),
                speech.say("flow.blocked"),
                speech.say("flow.starved"),
                speech.say("flow.head.buffer"),
                speech.say("flow.head.sole"),
                speech.say("flow.head.shifting"));
    }

    /** How a station spent its time, how full the buffer before it was, and how often it was the bottleneck. */
    public List<String> shares(OfLine line, int station) {
        AtStation found = line.result().stations().get(station);
        return List.of(
                percent(found.working().value()),
                percent(found.down().value()),
                percent(found.blocked().value()),
                percent(found.starved().value()),
                station == 0 ? "–" : speech.decimal(found.buffer().value()),
                percent(found.sole().value()),
                percent(found.shifting().value()));
    }

    /** Without limits of buffers, and by estimate. */
    public String limits(OfLine line) {
        return speech.say(
                "flow.lines.limits",
                speech.decimal(line.unlimited()),
                speech.decimal(line.estimate()),
                speech.decimal(line.result().hoursInLine()));
    }

    /** The OEE that the stations give beside the stated one; empty where the scenario states none. */
    public List<String> oee(OfLine line) {
        return line.oee().stream()
                .map(oee -> speech.say(
                                "flow.lines.oee",
                                percent(oee.simulated().value()),
                                speech.range(
                                        100 * oee.simulated().low(),
                                        100 * oee.simulated().high()),
                                percent(oee.stated().oee()),
                                speech.number(Math.round(oee.weekSimulated().value())),
                                speech.number(Math.round(oee.weekStated())))
                        + (oee.simulated().value() > 1 ? speech.say("flow.lines.oee.above") : ""))
                .toList();
    }

    /** How much a week strays for reasons of the line; empty where too few weeks were run. */
    public List<String> noise(OfLine line) {
        return line.result().noise().weeks() > 0
                ? List.of(speech.say(
                        "flow.lines.noise", speech.decimal(line.result().noise().percent())))
                : List.of();
    }

    /** What a change at a station is worth. */
    public String help(OfLine line, Effect effect) {
        return speech.say(
                "flow.lines.help",
                station(line, effect.change().station()),
                change(effect.change()),
                hundredths(effect.jobsPerHour().value()),
                hundredths(effect.jobsPerHour().low()) + "–"
                        + hundredths(effect.jobsPerHour().high()));
    }

    String change(Change change) {
        return switch (change) {
            case Change.ShorterCycle shorter -> speech.say("flow.change.cycle", speech.decimal(shorter.seconds()));
            case Change.ShorterRepairs shorter -> speech.say("flow.change.repairs", percent(shorter.share()));
            case Change.LargerBuffer larger -> speech.say("flow.change.buffer", speech.number(larger.places()));
        };
    }

    static String station(OfLine line, int position) {
        return line.line().stations().get(position).name();
    }

    /** Within which the true mean lies. */
    public String interval(Mean mean) {
        return speech.range(mean.low(), mean.high());
    }

    String hundredths(double value) {
        return (value > -0.005 ? "" : "−") + speech.hundredths(Math.abs(value));
    }

    String percent(double share) {
        return speech.say("percent", speech.decimal(100 * share));
    }
}
