package io.rampline.desk.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.TwoMarkets;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks of {@link TwoMarkets} what should start now, whatever demand does. */
class FuturesCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenario() {
        TwoMarkets.in(folder.resolve("plant"));
    }

    private int run(String... more) {
        Terminal terminal = screen.terminal();
        List<String> arguments = new ArrayList<>(List.of(
                "timetable",
                folder.resolve("plant").toString(),
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return CommandDesk.run(
                terminal, "1.2.3", List.of(new TimetableCommand(terminal)), arguments.toArray(String[]::new));
    }

    private JsonNode plan() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/timetable.json").toFile());
    }

    @Test
    void whatStartsBeforeTheGateIsTheSameInEveryFuture() throws IOException {
        int code = run("--futures", "low,mid:2,high", "--gate", "2026-W12", "--late-price", "50");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        JsonNode plan = plan();
        assertThat(plan.path("verdict").asText()).isEqualTo("branched");
        assertThat(plan.path("gate_week").asText()).isEqualTo("2026-W12");
        assertThat(plan.path("branches")).hasSize(3);
        assertThat(plan.at("/branches/1/weight").asInt()).isEqualTo(2);
        for (JsonNode branch : plan.path("branches")) {
            for (JsonNode step : plan.path("steps")) {
                assertThat(branch.path("steps"))
                        .anyMatch(row -> row.path("step").equals(step.path("step"))
                                && row.path("start_week").equals(step.path("start_week")));
            }
            assertThat(branch.path("late_order_weeks").asInt(-1)).isNotNegative();
        }
        assertThat(plan.at("/branches/0/cost").asDouble())
                .isLessThanOrEqualTo(plan.at("/branches/2/cost").asDouble());
        assertThat(plan.path("cvar").asDouble())
                .isGreaterThanOrEqualTo(plan.path("expected_cost").asDouble());
        assertThat(plan.path("cost").asDouble())
                .isBetween(
                        plan.path("expected_cost").asDouble(), plan.path("cvar").asDouble());
    }

    @Test
    void theExpectedCostIsTheWeighedMeanOfTheFutures() throws IOException {
        run("--futures", "low,0.5:3", "--gate", "2026-W12", "--late-price", "50", "--risk", "0");

        JsonNode plan = plan();
        double mean = (plan.at("/branches/0/cost").asDouble()
                        + 3 * plan.at("/branches/1/cost").asDouble())
                / 4;
        assertThat(plan.path("expected_cost").asDouble()).isCloseTo(mean, org.assertj.core.api.Assertions.within(0.02));
        assertThat(plan.path("cost")).isEqualTo(plan.path("expected_cost"));
    }

    @Test
    void pageTableAndTerminalTellEachFuture() throws IOException {
        run("--futures", "low,high", "--gate", "2026-W12", "--late-price", "50");

        assertThat(screen.out())
                .contains("To start now, whatever demand does")
                .contains("Starts before W12 2026 are the same in every future")
                .contains("high demand");
        assertThat(Files.readString(folder.resolve("out/timetable.html")))
                .contains("What starts now, and what later")
                .contains("low demand");
        assertThat(Files.readAllLines(folder.resolve("out/timetable.csv"))).hasSizeGreaterThan(1);
    }

    @Test
    void mistakesNameWhatWasFoundAndWhatIsExpected() {
        assertThat(run("--futures", "low,high", "--late-price", "5")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("without a gate");
        assertThat(run("--futures", "low,high", "--gate", "2026-W12")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("without a late price");
        assertThat(run("--futures", "boom", "--gate", "2026-W12", "--late-price", "5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found future boom, expected low, mid, high or a level from -1 to 1");
        assertThat(run("--futures", "low,low", "--gate", "2026-W12", "--late-price", "5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found future low twice");
        assertThat(run("--futures", "low", "--gate", "2026-W12", "--late-price", "5", "--tail", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("a tail above 0 to 1");
        assertThat(run("--gate", "2026-W12")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("without --futures");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
