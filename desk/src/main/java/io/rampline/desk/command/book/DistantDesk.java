package io.rampline.desk.command.book;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A desk that serves a book at an address, asked with the token of the environment. */
final class DistantDesk {
    static final String TOKEN = "RAMPLINE_TOKEN";
    static final int OK = 200;
    static final int NO_TOKEN = 401;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final Map<String, String> environment;

    /** @param environment where the token stands, as {@value #TOKEN} */
    DistantDesk(String address, Map<String, String> environment) {
        this.address = address;
        this.environment = environment;
    }

    /** What a desk answered. */
    record Told(int status, JsonNode body) {}

    /** {@code the desk at http://localhost:8787}. */
    String name() {
        return "the desk at " + address;
    }

    /**
     * Asks and waits for the answer.
     *
     * @param body JSON; empty sends none
     * @param ended what is said when somebody ends the waiting
     * @throws CommandFault when the desk cannot be reached or answers something else than JSON
     */
    Told ask(String method, String path, String body, String ended) {
        HttpResponse<String> answer = send(method, path, body, ended);
        try {
            return new Told(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JacksonException broken) {
            throw new CommandFault(
                    ExitCode.FILES,
                    name() + " answered " + answer.statusCode() + " without JSON. Maybe it is another program",
                    broken);
        }
    }

    /** That it answered with something that was not to be expected. */
    CommandFault fault(Told told) {
        return new CommandFault(
                ExitCode.FILES,
                name() + " answered " + told.status() + ": "
                        + told.body()
                                .path("detail")
                                .asText(told.body().path("title").asText()));
    }

    private HttpResponse<String> send(String method, String path, String body, String ended) {
        String token = environment.getOrDefault(TOKEN, "");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.replaceFirst("/+$", "") + path))
                    .timeout(LONGEST)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFault(
                    ExitCode.USAGE, "found address " + address + ", expected one such as http://localhost:8787", wrong);
        } catch (IOException unreachable) {
            throw new CommandFault(ExitCode.FILES, "cannot reach " + name() + ": " + unreachable, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFault(ExitCode.FILES, ended, interrupted);
        }
    }
}
