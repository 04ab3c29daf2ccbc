package io.rampline.desk.timetable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decisions of a {@code timetable.json} of before. */
public final class KeptPlan {
    /** A plan of a thousand steps is far smaller. */
    private static final long BYTES_MAX = 16 << 20;

    private KeptPlan() {}

    /**
     * Reads the decisions.
     *
     * @throws MistakenQuestion when the file is no timetable, or names what the scenario has not
     * @throws UnreadablePlan when there is no such file, or it may not be read
     */
    public static Decisions read(Path file, Scenario scenario) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new MistakenQuestion("found " + Files.size(file) + " bytes in " + file + ", expected at most "
                        + BYTES_MAX + ". Maybe name the timetable.json of an earlier run.");
            }
            return decisions(new ObjectMapper().readTree(Files.readAllBytes(file)), file, scenario);
        } catch (JacksonException broken) {
            throw new MistakenQuestion(
                    "found no sound JSON in " + file + ": " + broken.getOriginalMessage()
                            + ". Maybe name the timetable.json of an earlier run.",
                    broken);
        } catch (IOException unreadable) {
            throw new UnreadablePlan(file, unreadable);
        }
    }

    private static Decisions decisions(JsonNode plan, Path file, Scenario scenario) {
        if (!plan.path("steps").isArray()) {
            throw new MistakenQuestion("found no steps in " + file
                    + ", expected a plan. Maybe name the timetable.json of an earlier run that found one.");
        }
        List<Start> starts = new ArrayList<>();
        for (JsonNode row : plan.path("steps")) {
            String step = Decided.step(scenario, row.path("step").asText("")).name();
            starts.add(new Start(step, bucket(row.path("start_week"), file, scenario)));
        }
        List<Opened> openings = new ArrayList<>();
        for (JsonNode row : plan.path("openings")) {
            openings.add(Decided.opened(
                    scenario,
                    row.path("opening").asText("") + "="
                            + row.path("opens_week").asText("") + ":"
                            + row.path("units_per_week").asText("")));
        }
        return new Decisions(starts, openings);
    }

    /** Work may have begun before the horizon. */
    private static int bucket(JsonNode week, Path file, Scenario scenario) {
        Optional<Week> found = Week.find(week.asText(""));
        return scenario.horizon()
                .bucket(found.orElseThrow(() -> new MistakenQuestion(
                        "found start_week " + week + " in " + file + ", expected an ISO week such as 2026-W14")));
    }
}
