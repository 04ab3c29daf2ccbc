package io.rampline.desk.command.simulate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Terminal;
import io.rampline.factory.Week;
import io.rampline.simulation.window.RevisionTest;
import java.util.Locale;

/** What a count of a book in use says, for people: from the same fields that programs get. */
final class LiveBookLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PERCENT = 100;

    private final Terminal terminal;
    private final Speech speech;

    LiveBookLines(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    /** @param json as {@code windows.json} */
    void print(String json) {
        try {
            JsonNode told = JSON.readTree(json);
            print(told, told);
        } catch (JacksonException broken) {
            throw new IllegalStateException("found no JSON in what was just written", broken);
        }
    }

    /** @param told as {@code GET /api/v1/windows} */
    void print(JsonNode told) {
        print(told, told.path("summary"));
        line("live.age", speech.say("live.age.value", number(told, "age_seconds"), number(told, "entries_since")));
    }

    private void print(JsonNode told, JsonNode summary) {
        terminal.out()
                .println(terminal.outBold(speech.say(
                        "live.title",
                        speech.count("simulated.futures", told.path("futures").asLong()),
                        speech.orders(summary.path("orders_in_line").asLong()),
                        week(summary.path("as_of_week").asText()),
                        number(told, "as_of_entry"))));
        line("simulated.promised", kept(summary.path("promised_week_kept_probability")));
        line("simulated.windows", windows(summary));
        line("live.level", level(told.path("calibration")));
        line("live.revisions", revisions(told.path("revision")));
        line("simulated.hash", summary.path("hash").asText());
    }

    private String kept(JsonNode share) {
        return share.isNull() ? speech.say("live.promised.none") : speech.say("live.promised", percent(share));
    }

    private String windows(JsonNode summary) {
        String hold = percent(summary.path("mean_probability"));
        long half = (summary.path("orders_in_line").asLong() + 1) / 2;
        long sum = 0;
        for (JsonNode width : summary.path("orders_by_width")) {
            if (!width.path("weeks").isNull()) {
                sum += width.path("orders").asLong();
                if (sum >= half) {
                    return speech.say(
                            "simulated.windows.value",
                            hold,
                            speech.weeks(width.path("weeks").asLong()));
                }
            }
        }
        return speech.say("live.windows.endless", hold);
    }

    /** What kept and missed windows of this book have taught. */
    private String level(JsonNode learnt) {
        long cohorts = learnt.path("cohorts").asLong();
        String counted = speech.count("live.cohorts", cohorts);
        if (learnt.path("calibrated").asBoolean()) {
            return speech.say("live.level.calibrated", counted);
        }
        String told = cohorts == 0
                ? speech.say("live.level.none")
                : speech.say("live.level.few", counted, number(learnt, "cohorts_least"));
        return learnt.path("changes_of_plan").asLong() > 0 ? speech.say("live.level.changed", told) : told;
    }

    /** Whether stated probabilities move as honest ones do. */
    private String revisions(JsonNode test) {
        if (test.isNull()) {
            return speech.say("live.revisions.none");
        }
        int weeks = test.path("weeks").asInt();
        if (weeks < RevisionTest.WEEKS_LEAST) {
            return speech.say(
                    "live.revisions.few", speech.weeks((long) weeks), speech.number(RevisionTest.WEEKS_LEAST));
        }
        String drift = speech.signed(PERCENT * test.path("mean_drift").asDouble());
        return test.path("warns").asBoolean()
                ? speech.say("live.revisions.falling", drift, speech.number(weeks), percent(test.path("falling_p")))
                : speech.say("live.revisions.steady", drift, speech.number(weeks));
    }

    private void line(String name, String value) {
        terminal.out().printf(Locale.ROOT, "  %-24s %s%n", speech.say(name), value);
    }

    private String number(JsonNode node, String name) {
        return speech.number(node.path(name).asLong());
    }

    private String week(String text) {
        return Week.find(text).map(speech::week).orElse(text);
    }

    private String percent(JsonNode share) {
        return speech.decimal(PERCENT * share.asDouble());
    }
}
