package io.rampline.desk.lineday;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@code line-days.json} of before. */
public final class EarlierDays {
    private static final long BYTES_MAX = 256L << 20;
    private static final int DAYS_MAX = 7;

    private final Path file;
    private final JsonNode weeks;

    private EarlierDays(Path file, JsonNode weeks) {
        this.file = file;
        this.weeks = weeks;
    }

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read
     * @throws CannotKeep when it holds something else
     */
    public static EarlierDays read(Path file) throws IOException, CannotKeep {
        if (Files.size(file) > BYTES_MAX) {
            throw new CannotKeep("found " + Files.size(file) + " bytes in " + file + ", expected at most " + BYTES_MAX);
        }
        try {
            JsonNode weeks =
                    new ObjectMapper().readTree(Files.readAllBytes(file)).path("weeks");
            if (!weeks.isArray()) {
                throw new CannotKeep("found no weeks in " + file + ", expected the line-days.json of an earlier run");
            }
            return new EarlierDays(file, weeks);
        } catch (JacksonException broken) {
            throw new CannotKeep("found no sound JSON in " + file + ": " + broken.getOriginalMessage()
                    + ". Maybe name the line-days.json of an earlier run.");
        }
    }

    /**
     * The orders of each day of a week on a line, in the order of the line.
     *
     * @throws CannotKeep when the file has none of that line and week
     */
    public List<List<String>> orders(String line, Week week) throws CannotKeep {
        List<List<String>> days = new ArrayList<>();
        for (JsonNode found : weeks) {
            boolean isIt = found.path("line").asText("").equals(line)
                    && found.path("week").asText("").equals(week.toString());
            for (JsonNode day : isIt ? found.path("days") : List.<JsonNode>of()) {
                int number = Math.clamp(day.path("day").asInt(1), 1, DAYS_MAX);
                while (days.size() < number) {
                    days.add(new ArrayList<>());
                }
                for (JsonNode car : day.path("sequence")) {
                    days.get(number - 1).add(car.path("order_id").asText(""));
                }
            }
        }
        if (days.isEmpty()) {
            throw new CannotKeep("found no days of line " + line + " in " + week + " in " + file
                    + ". Maybe it was written for another line or week.");
        }
        return days;
    }

    /** The cars of the last day on a line, in the order of the line; empty when the file has none. */
    public List<LineCar> last(String line) {
        List<LineCar> cars = new ArrayList<>();
        for (JsonNode week : weeks) {
            for (JsonNode day : week.path("days")) {
                if (day.path("line").asText("").equals(line)) {
                    cars.clear();
                    day.path("sequence").forEach(car -> cars.add(car(car)));
                }
            }
        }
        return cars;
    }

    private static LineCar car(JsonNode car) {
        List<String> options = new ArrayList<>();
        car.path("options").forEach(option -> options.add(option.asText("")));
        Configuration configuration = new Configuration(
                car.path("market").asText(""),
                car.path("model").asText(""),
                car.path("trim").asText(""),
                options);
        return new LineCar(
                car.path("order_id").asText(""),
                configuration,
                car.path("colour").asText(""));
    }
}
