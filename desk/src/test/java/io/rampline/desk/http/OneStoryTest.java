package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.Role;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.money.MoneyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages are told of a book is what the briefing and the money of the same folder say. */
class OneStoryTest {
    @TempDir
    Path folder;

    private JsonNode written(String command, String example, String file) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, false, false, false);
        String scenario = SmallScenario.example(example).toString();
        int code = CommandDesk.run(
                terminal,
                "1.2.3",
                List.of(new MoneyCommand(terminal)),
                command,
                scenario,
                "--out",
                folder.resolve(command).toString());
        assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        return new ObjectMapper().readTree(folder.resolve(command).resolve(file).toFile());
    }

    private static Map<String, JsonNode> byTrim(JsonNode lines) {
        Map<String, JsonNode> byTrim = new TreeMap<>();
        for (JsonNode line : lines) {
            byTrim.put(
                    line.path("market").asText() + " " + line.path("model").asText() + " "
                            + line.path("trim").asText(),
                    line);
        }
        return byTrim;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void theBoardAndTheBriefingHaveTheSameWaits(String example) throws IOException {
        JsonNode summary = written("brief", example, "summary.json");
        JsonNode board;
        try (OpenDesk desk = OpenDesk.of(SmallScenario.example(example))) {
            board = desk.as(Role.PLANNER).get("/api/v1/board").body();
        }

        assertThat(board.path("open")).isEqualTo(summary.path("orders"));
        assertThat(board.path("beyond_horizon")).isEqualTo(summary.path("beyond_horizon"));
        assertThat(board.path("wait").path("median_weeks")).isEqualTo(summary.path("median_weeks"));
        assertThat(board.path("wait").path("longest_weeks")).isEqualTo(summary.path("longest_weeks"));
        Map<String, JsonNode> shown = byTrim(board.path("lines"));
        Map<String, JsonNode> briefed = byTrim(summary.path("waits"));
        assertThat(shown.keySet()).containsAll(briefed.keySet());
        briefed.forEach((trim, wait) -> {
            JsonNode line = shown.get(trim);
            for (String figure : List.of("orders", "median_weeks", "longest_weeks", "quoted_weeks")) {
                assertThat(line.path(figure)).as(trim + " " + figure).isEqualTo(wait.path(figure));
            }
            assertThat(line.path("without_date")).as(trim).isEqualTo(wait.path("beyond_horizon"));
            if (wait.path("orders").asInt() > 0) {
                assertThat(wait.path("binding").asText())
                        .as(trim)
                        .startsWith(line.path("binding").asText());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void thePageOfMoneyAndTheMoneyOfTheFolderHaveTheSameBalances(String example) throws IOException {
        JsonNode folded = written("money", example, "money.json");
        JsonNode shown;
        try (OpenDesk desk = OpenDesk.of(SmallScenario.example(example))) {
            shown = desk.as(Role.PLANNER).get("/api/v1/money").body();
        }

        List<String> balances = "tiny".equals(example)
                ? List.of("as_of", "trial_balance_total", "contract_liability", "refund_liability", "trial_balance")
                // A book begins with the open orders: what is owed to those who had left before is not in it.
                : List.of("as_of", "trial_balance_total", "contract_liability");
        for (String figure : balances) {
            assertThat(shown.path(figure)).as(figure).isEqualTo(folded.path(figure));
        }
        for (String figure : List.of("open_orders", "deposits_held", "prepayments_held", "claimable_if_default")) {
            assertThat(shown.path("now").path(figure)).as(figure).isEqualTo(folded.path(figure));
        }
    }
}
