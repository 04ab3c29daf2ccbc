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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks of {@link TwoMarkets} when the one abroad can open. */
class ExportCommandTest {
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
    void theEarliestWeekOfEachQuotaIsTheFirstThatHarmsNobodyAtHome() throws IOException {
        int code = run(
                "--wait",
                "2",
                "--from",
                "2026-W12",
                "--export",
                "abroad",
                "--quotas",
                "1,3",
                "--opens",
                "2026-W10,2026-W30",
                "--plan-only");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        JsonNode export = plan().path("export");
        assertThat(export.path("market").asText()).isEqualTo("abroad");
        assertThat(export.path("points")).hasSize(4);
        assertThat(export.path("earliest")).hasSize(2);
        String one = export.at("/earliest/0/opens_week").asText();
        String three = export.at("/earliest/1/opens_week").asText();
        assertThat(one).isEqualTo("2026-W10");
        assertThat(three).isGreaterThan(one);
        assertThat(export.at("/earliest/0/verdict_week_before").asText()).isEqualTo("not_allowed");
        assertThat(export.at("/earliest/1/verdict_week_before").asText()).isIn("conflict", "harms");
        for (JsonNode earliest : export.path("earliest")) {
            JsonNode certificate = earliest.at("/point/certificate");
            assertThat(earliest.at("/point/harms_nobody").asBoolean()).isTrue();
            assertThat(certificate.path("orders_later").asInt()).isZero();
            assertThat(certificate
                            .path("order_level_longest_wait_weeks_at_home")
                            .asInt())
                    .isBetween(1, 3);
            assertThat(certificate.path("book").asText())
                    .isEqualTo(export.path("book").asText())
                    .hasSize(32);
        }
    }

    @Test
    void openingLaterNeverDeliversMoreAbroad() throws IOException {
        run("--export", "abroad", "--quotas", "1", "--opens", "2026-W10,2026-W20,2026-W30", "--plan-only");

        List<Integer> delivered = new ArrayList<>();
        plan().at("/export/points")
                .forEach(point -> delivered.add(point.path("units_delivered").asInt()));

        assertThat(delivered).hasSize(3).isSortedAccordingTo((a, b) -> b - a);
        assertThat(delivered.getFirst()).isGreaterThan(delivered.getLast());
    }

    @Test
    void whoeverHasTheScenarioMakesThePlanOfACertificateAgain() throws IOException {
        run("--export", "abroad", "--quotas", "1", "--opens", "2026-W12", "--plan-only");
        JsonNode certificate = plan().at("/export/points/0/certificate");

        List<String> words = words(certificate.path("repeat").asText());
        assertThat(words.subList(0, 3)).containsExactly("rampline", "timetable", "SCENARIO");
        int code = run(words.subList(3, words.size()).toArray(String[]::new));

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(plan().path("plan").asText())
                .isEqualTo(certificate.path("plan").asText());
        assertThat(plan().path("orders_later_than_without_plan").asInt()).isZero();
    }

    /** As a shell would split them. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }

    @Test
    void theSameBookInAnotherOrderHasTheSameFingerprintAndAnotherBookHasAnother() throws IOException {
        String[] asked = {"--export", "abroad", "--quotas", "1", "--opens", "2026-W12", "--plan-only"};
        run(asked);
        String before = plan().at("/export/book").asText();
        Path orders = folder.resolve("plant/orders.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(orders));
        String last = lines.removeLast();
        lines.add(1, last);
        Files.write(orders, lines);
        run(asked);
        String shuffled = plan().at("/export/book").asText();
        lines.removeLast();
        Files.write(orders, lines);
        run(asked);

        assertThat(shuffled).isEqualTo(before);
        assertThat(plan().at("/export/book").asText()).isNotEqualTo(before);
    }

    @Test
    void theFrontierStandsInTheTableOnThePageAndOnTheTerminal() throws IOException {
        run("--export", "abroad", "--quotas", "50%,100%", "--opens", "2026-W10", "--waits", "6,9", "--plan-only");

        List<String> rows = Files.readAllLines(folder.resolve("out/export.csv"));
        assertThat(rows.getFirst()).startsWith("market,home_wait_weeks,units_per_week,opens_week,is_earliest");
        assertThat(rows).hasSizeGreaterThan(4).anyMatch(row -> row.startsWith("abroad,6,2,2026-W10,"));
        assertThat(Files.readString(folder.resolve("out/timetable.html")))
                .contains("When abroad can open")
                .contains("Who can check this, and how");
        assertThat(screen.out()).contains("Opens at the earliest").contains("harms nobody");
    }

    @Test
    void mistakesNameWhatWasFoundAndWhatIsExpected() {
        assertThat(run("--export", "moon")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found market moon, expected one that openings.csv says could open: abroad");
        assertThat(run("--export", "abroad", "--quotas", "0%")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found a quota of 0%, expected 1% to 100%, or 1 to 3 units a week in all");
        assertThat(run("--export", "abroad", "--opens", "2026-W35")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("expected a week from 2026-W10 to 2026-W30");
        assertThat(run("--export", "abroad", "--earliest", "--wait", "6")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("together with another question than least cost");
        assertThat(run("--opens", "2026-W12")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("without --export");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
