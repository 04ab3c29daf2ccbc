package io.rampline.desk.briefing.page;

import io.rampline.desk.futures.FuturesReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What many futures of a book came to, in a sentence and some lines. */
public final class SimulationWords {
    private final FuturesReport report;
    private final Speech speech;

    public SimulationWords(FuturesReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
    }

    /** A figure and what it is. */
    public record Line(String name, String value) {}

    /** How many futures there were, and why no more. */
    public String title() {
        return speech.say(
                switch (report.outcome().end()) {
                    case ALL -> "simulated.all";
                    case SETTLED -> "simulated.settled";
                    case ENDED -> "simulated.ended";
                },
                speech.count("simulated.futures", report.tally().futures()),
                speech.orders(report.book().size()));
    }

    /** What came of them. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                speech.say("simulated.promised"),
                speech.say("simulated.promised.value", speech.decimal(100 * report.promiseKept()))));
        lines.add(new Line(
                speech.say("simulated.windows"),
                speech.say(
                        "simulated.windows.value",
                        speech.decimal(100 * report.windows().meanProbability()),
                        speech.weeks(report.windows().medianWeeks()))));
        lines.add(new Line(speech.say("simulated.calibrated"), speech.say("simulated.calibrated.value")));
        var guarantees = report.tally().guarantees().list();
        for (int i = 0; i < guarantees.size(); i++) {
            var kept = report.kept(i);
            lines.add(new Line(
                    speech.say(
                            "simulated.guarantee",
                            speech.weeks(guarantees.get(i).waitWeeks())),
                    kept.isEmpty()
                            ? speech.say("simulated.guarantee.nobody")
                            : speech.say("simulated.guarantee.kept", speech.decimal(100 * kept.getAsDouble()))));
        }
        lines.add(new Line(
                speech.say("simulated.hash"),
                String.format(Locale.ROOT, "%016x", report.tally().hash())));
        return lines;
    }
}
