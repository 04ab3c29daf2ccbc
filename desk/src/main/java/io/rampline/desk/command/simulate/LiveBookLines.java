package io.rampline.desk.command.simulate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.Terminal;
import java.util.Locale;

/** What a count of a book in use says, for people: from the same fields that programs get. */
final class LiveBookLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;

    LiveBookLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param json as {@code windows.json} */
    void print(String json) {
        try {
            JsonNode told = JSON.readTree(json);
            print(told, told, told.path("futures").asLong());
        } catch (JacksonException broken) {
            throw new IllegalStateException("found no JSON in what was just written", broken);
        }
    }

    /** @param told as {@code GET /api/v1/windows} */
    void print(JsonNode told) {
        print(told, told.path("summary"), told.path("futures").asLong());
        line(
                "age",
                told.path("age_seconds").asLong() + " s, "
                        + told.path("entries_since").asLong() + " entries since");
    }

    private void print(JsonNode told, JsonNode summary, long futures) {
        terminal.out()
                .println(terminal.outBold(String.format(
                        Locale.ROOT,
                        "%,d futures of %,d orders in line, as of %s and entry %,d",
                        futures,
                        summary.path("orders_in_line").asLong(),
                        summary.path("as_of_week").asText(),
                        told.path("as_of_entry").asLong())));
        JsonNode kept = summary.path("promised_week_kept_probability");
        line("promised week kept", kept.isNull() ? "nobody is promised one" : percent(kept) + " of the futures");
        line("windows hold", percent(summary.path("mean_probability")) + ", half of them " + median(summary));
        line("level", told.at("/calibration/says").asText());
        JsonNode revision = told.path("revision");
        line(
                "revisions",
                revision.isNull()
                        ? "nothing stated before"
                        : revision.path("says").asText());
        line("hash", summary.path("hash").asText());
    }

    private static String median(JsonNode summary) {
        long half = (summary.path("orders_in_line").asLong() + 1) / 2;
        long sum = 0;
        String widest = "without an end within the plan";
        for (JsonNode width : summary.path("orders_by_width")) {
            if (!width.path("weeks").isNull()) {
                sum += width.path("orders").asLong();
                if (sum >= half) {
                    return Counted.of(width.path("weeks").asInt(), "week") + " wide at most";
                }
            }
        }
        return widest;
    }

    private void line(String name, String value) {
        terminal.out().printf(Locale.ROOT, "  %-24s %s%n", name, value);
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
    }
}
