package io.rampline.desk.command.book;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.desk.command.Columns;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adopts a plan through the desk that serves a book. */
final class AdoptionByDesk {
    private static final long BYTES_MAX = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;
    private static final int REFUSED = 422;

    private final Terminal terminal;
    private final DistantDesk desk;

    AdoptionByDesk(Terminal terminal, String address, Map<String, String> environment) {
        this.terminal = terminal;
        this.desk = new DistantDesk(address, environment);
    }

    int adopt(Path plan, String name, boolean mayDelay, boolean go) {
        ObjectNode body = body(plan);
        body.put("name", name).put("may_delay", mayDelay).put("dry_run", !go);
        Optional<JsonNode> answer = answered("/api/v1/plans", body);
        if (answer.isEmpty()) {
            return ExitCode.NO_PLAN;
        }
        JsonNode told = answer.get();
        tell(told);
        terminal.out()
                .println(
                        go
                                ? "Adopted as plan " + told.path("plan").asText() + ", entry "
                                        + told.path("position").asLong() + "."
                                : "Nothing was done. To adopt it, say --go.");
        return ExitCode.OK;
    }

    /** For somebody else to approve. */
    int propose(Path plan, String name, boolean mayDelay) {
        ObjectNode body = body(plan);
        body.put("name", name).put("may_delay", mayDelay);
        Optional<JsonNode> told = answered("/api/v1/proposals", body);
        if (told.isEmpty()) {
            return ExitCode.NO_PLAN;
        }
        tell(told.get().path("effect_now"));
        terminal.out()
                .println("Proposed as number " + told.get().path("proposal_id").asText()
                        + ". Nothing is set until somebody else approves it, on the page Levers or with POST"
                        + " /api/v1/proposals/"
                        + told.get().path("proposal_id").asText() + "/approve.");
        return ExitCode.OK;
    }

    /** What the desk answers; empty when it refuses, which has been said. */
    private Optional<JsonNode> answered(String path, ObjectNode body) {
        DistantDesk.Told answer =
                desk.ask("POST", path, body.toString(), "ended before the desk answered; it may have done it or not");
        if (answer.status() == REFUSED) {
            terminal.out()
                    .println("Refused, and nothing was done: "
                            + answer.body().path("detail").asText());
            return Optional.empty();
        }
        if (answer.status() == DistantDesk.NO_TOKEN) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    desk.name() + " knows no such token as in " + DistantDesk.TOKEN + ", expected that of a planner."
                            + " Maybe make one with rampline token");
        }
        if (answer.status() != DistantDesk.OK && answer.status() != CREATED) {
            throw desk.fault(answer);
        }
        return Optional.of(answer.body());
    }

    private static ObjectNode body(Path plan) {
        try {
            if (Files.size(plan) > BYTES_MAX) {
                throw new CommandFault(ExitCode.USAGE, "found a plan of more than " + BYTES_MAX + " bytes in " + plan);
            }
            JsonNode read = JSON.readTree(Files.readAllBytes(plan));
            if (!read.path("steps").isArray() || !read.path("verdict").asText().equals("planned")) {
                throw new CommandFault(
                        ExitCode.USAGE,
                        "found no plan in " + plan + ", expected the timetable.json of one that was found");
            }
            ObjectNode body = JSON.createObjectNode();
            ArrayNode starts = body.putArray("starts");
            for (JsonNode row : read.path("steps")) {
                starts.add(
                        row.path("step").asText() + "=" + row.path("start_week").asText());
            }
            ArrayNode openings = body.putArray("openings");
            for (JsonNode row : read.path("openings")) {
                openings.add(row.path("opening").asText() + "="
                        + row.path("opens_week").asText() + ":"
                        + row.path("units_per_week").asText());
            }
            return body;
        } catch (JacksonException broken) {
            throw new CommandFault(
                    ExitCode.USAGE, "found no sound JSON in " + plan + ": " + broken.getOriginalMessage(), broken);
        } catch (IOException unreadable) {
            throw new CommandFault(
                    ExitCode.FILES, "cannot read " + plan + ": " + Unreadable.because(unreadable), unreadable);
        }
    }

    private void tell(JsonNode told) {
        Columns columns = AdoptCommand.gainsAndLosses();
        for (JsonNode row : told.path("by_product")) {
            columns.add(List.of(
                    row.path("model").asText() + " " + row.path("trim").asText() + ", "
                            + row.path("market").asText(),
                    number(row, "orders"),
                    number(row, "earlier"),
                    number(row, "later"),
                    number(row, "most_gained_weeks"),
                    number(row, "most_lost_weeks"),
                    last(row.path("before")),
                    last(row.path("after"))));
        }
        columns.lines().forEach(terminal.out()::println);
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%,d orders earlier, %,d later.%n",
                        told.path("earlier").asInt(),
                        told.path("later").asInt());
    }

    private static String last(JsonNode waits) {
        return waits.path("beyond_horizon").asInt() > 0
                ? "beyond"
                : waits.path("last_delivery_week").asText("beyond");
    }

    private static String number(JsonNode row, String field) {
        return String.format(Locale.ROOT, "%,d", row.path(field).asInt());
    }
}
