package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts and strategies on the ten orders of examples/tiny. */
class WhatIfCommandTest {
    private final TestTerminal screen = new TestTerminal();

    @Test
    void aCutMovesTheLastInLineAndNobodyElse() {
        assertThat(run("--set", "line:S1@2026-W13=0")).isZero();
        assertThat(printed()).contains("0 orders earlier, 1 order later, 9 orders as before.");
        assertThat(printed()).containsPattern("Tour Base, HOME +2 +0 +1 +- +1 wk +2026-W13 +2026-W14");
    }

    @Test
    void whatCannotBeMovedStaysShortAndIsSaid() {
        assertThat(run("--set", "line:N1@2026-W10=0", "--json")).isZero();
        assertThat(printed()).contains("\"later\":").contains("\"open_shortages\":");
    }

    @Test
    void moreCapacityMovesNobodyUnlessAStrategySaysSo() {
        assertThat(run("--set", "part:BATTERY-L@2026-W13=3", "--json")).isZero();
        assertThat(printed()).contains("\"earlier\":0,\"later\":0");
        screen.clear();
        assertThat(run("--set", "part:BATTERY-L@2026-W13=3", "--strategy", "gain", "--json"))
                .isZero();
        assertThat(printed()).contains("\"earlier\":1,\"later\":0");
    }

    @Test
    void aWinnerPassesTheLineAndTheSkippedStay() {
        assertThat(run(
                        "--strategy",
                        "skip",
                        "--assign",
                        "lose:order=T-04",
                        "--assign",
                        "redistribute:model=Tour,trim=Base"))
                .isZero();
        assertThat(printed()).contains("1 order later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set      | line:S9@2026-W13=0            | expected one of the scenario's lines, maybe N1, S1",
                "--set      | lime:S1@2026-W13=0            | expected a kind: line, open-pool, mix, option, quota, transport, part",
                "--set      | line:S1@2026-W99=0            | expected an ISO week",
                "--set      | line:S1@KW13=0                | expected an ISO week such as 2026-W10, maybe 2026-W13",
                "--set      | line:S1@2026-W10..w12=0       | expected an ISO week such as 2026-W10, maybe 2026-W12",
                "--set      | line:S1@2026-KW13=0           | maybe 2026-W13",
                "--set      | line:S1@13/2026=0             | maybe 2026-W13",
                "--set      | line:S1@KW52=0                | maybe 2026-W10",
                "--set      | line:S1@soon=0                | maybe 2026-W10",
                "--set      | line:S1@2026-W14..2026-W13=0  | the first one first",
                "--set      | line:S1@2030-W13=0            | expected weeks from 2026-W10 to 2026-W21",
                "--set      | line:S1                       | expected KIND:NAME@WEEK=UNITS",
                "--strategy | best                          | expected a strategy, maybe skip, win, gain",
                "--assign   | win:colour=red                | a field of market, model, trim, priority, order",
                "--assign   | win:priority=gold             | expected a priority class, maybe fleet, retail"
            })
    void whatCannotBeUnderstoodIsMetWithAdvice(String option, String value, String advice) {
        assertThat(run(option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains(advice);
        assertThat(printed()).isEmpty();
    }

    private String printed() {
        return screen.out();
    }

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        String[] all = Stream.concat(
                        Stream.of("what-if", home().resolve("examples/tiny").toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        return CommandDesk.run(terminal, "test", List.of(), all);
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
