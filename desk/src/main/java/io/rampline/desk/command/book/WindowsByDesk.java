package io.rampline.desk.command.book;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Has windows counted by the desk that serves a book. */
public final class WindowsByDesk {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "/api/v1/windows";
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int NO_TOKEN = 401;
    private static final int NOT_ALLOWED = 403;

    private final String address;
    private final Map<String, String> environment;

    /** @param environment where the token stands, as {@code RAMPLINE_TOKEN} */
    public WindowsByDesk(String address, Map<String, String> environment) {
        this.address = address;
        this.environment = environment;
    }

    /**
     * Begins a count, or joins one, and waits for it.
     *
     * @return as {@code GET /api/v1/windows}
     * @throws CommandFault when the desk cannot be reached, refuses, or does not count
     */
    public JsonNode count(Steps steps) {
        steps.begin("Asking " + address);
        ask("POST", ACCEPTED);
        while (true) {
            JsonNode told = ask("GET", OK);
            String state = told.path("state").asText();
            if (state.equals("counted")) {
                return told;
            }
            if (!state.equals("counting")) {
                throw new CommandFault(
                        ExitCode.FILES,
                        "the desk at " + address + " counted nothing: "
                                + told.path("why").asText());
            }
            steps.report(told.path("done").asLong(), told.path("most").asLong());
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CommandFault(ExitCode.FILES, "ended before the desk had counted", ended);
        }
    }

    private JsonNode ask(String method, int expected) {
        HttpResponse<String> answer = send(method);
        if (answer.statusCode() == NO_TOKEN || answer.statusCode() == NOT_ALLOWED) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "the desk at " + address + " does not let this token count windows, expected in "
                            + AdoptionByDesk.TOKEN + " that of finance, plant, a planner or an admin."
                            + " Maybe make one with rampline token");
        }
        try {
            JsonNode told = JSON.readTree(answer.body());
            if (answer.statusCode() != expected) {
                throw new CommandFault(
                        ExitCode.FILES,
                        "the desk at " + address + " answered " + answer.statusCode() + ": "
                                + told.path("detail").asText(told.path("title").asText()));
            }
            return told;
        } catch (JacksonException broken) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "the desk at " + address + " answered " + answer.statusCode()
                            + " without JSON. Maybe it is another program",
                    broken);
        }
    }

    private HttpResponse<String> send(String method) {
        String token = environment.getOrDefault(AdoptionByDesk.TOKEN, "");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.replaceFirst("/+$", "") + PLACE))
                    .timeout(LONGEST)
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFault(
                    ExitCode.USAGE, "found address " + address + ", expected one such as http://localhost:8787", wrong);
        } catch (IOException unreachable) {
            throw new CommandFault(
                    ExitCode.FILES, "cannot reach the desk at " + address + ": " + unreachable, unreachable);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CommandFault(ExitCode.FILES, "ended before the desk answered", ended);
        }
    }
}
