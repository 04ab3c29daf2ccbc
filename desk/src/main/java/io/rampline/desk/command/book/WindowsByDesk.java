package io.rampline.desk.command.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import java.time.Duration;
import java.util.Map;

/** Has windows counted by the desk that serves a book. */
public final class WindowsByDesk {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String PLACE = "/api/v1/windows";
    private static final int ACCEPTED = 202;
    private static final int NOT_ALLOWED = 403;

    private final String address;
    private final DistantDesk desk;

    /** @param environment where the token stands, as {@code RAMPLINE_TOKEN} */
    public WindowsByDesk(String address, Map<String, String> environment) {
        this.address = address;
        this.desk = new DistantDesk(address, environment);
    }

    /**
     * Begins a count, or joins one, and waits for it.
     *
     * @return as {@code GET /api/v1/windows}
     * @throws CommandFault when the desk cannot be reached, refuses, or does not count
     */
    public JsonNode count(Steps steps, Speech speech) {
        steps.begin(speech.say("progress.desk", address));
        ask("POST", ACCEPTED);
        while (true) {
            JsonNode told = ask("GET", DistantDesk.OK);
            String state = told.path("state").asText();
            if (state.equals("counted")) {
                return told;
            }
            if (!state.equals("counting")) {
                throw new CommandFault(
                        ExitCode.FILES,
                        desk.name() + " counted nothing: " + told.path("why").asText());
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
        DistantDesk.Told answer = desk.ask(method, PLACE, "", "ended before the desk answered");
        if (answer.status() == DistantDesk.NO_TOKEN || answer.status() == NOT_ALLOWED) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    desk.name() + " does not let this token count windows, expected in " + DistantDesk.TOKEN
                            + " that of finance, plant, a planner or an admin. Maybe make one with rampline token");
        }
        if (answer.status() != expected) {
            throw desk.fault(answer);
        }
        return answer.body();
    }
}
