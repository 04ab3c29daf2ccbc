package io.rampline.desk.command.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public case, on days of its past. */
class BacktestCommandTest {
    private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern FIGURE = Pattern.compile(",(\\d{1,6})(?=,)");
    private static final Path EXAMPLE = Path.of("..", "examples", "xiaomi-2025");

    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(terminal, "1.2.3", List.of(new BacktestCommand(terminal)), arguments);
    }

    @Test
    void inJune2024TheMonthsOfOctoberAndDecemberAreForecastWithinTheirRanges() throws IOException {
        Path to = folder.resolve("june");

        int code = run(
                "backtest",
                EXAMPLE.toString(),
                "--as-of",
                "2024-06-16",
                "--out",
                to.toString(),
                "--futures",
                "500",
                "--no-rolling");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        JsonNode rows = new ObjectMapper()
                .readTree(to.resolve("score.json").toFile())
                .path("outturn")
                .path("rows");
        assertThat(row(rows, "2024-10-31").path("actual").asDouble()).isEqualTo(20_731);
        assertInRange(row(rows, "2024-10-31"));
        assertThat(row(rows, "2024-12-31").path("actual").asDouble()).isEqualTo(25_815);
        assertInRange(row(rows, "2024-12-31"));
        assertThat(Files.readString(to.resolve("backtest.html")))
                .contains("<svg")
                .contains("2024");
    }

    @Test
    void aRowThatIsDatedOrWasPublishedLaterChangesNoByteOfTheForecast() throws IOException {
        Path planted = copy();
        append(planted, "outturn/deliveries.csv", "2025-08-01,2025-08-31,YU7,*,90000,rambler-2025-08,planted");
        append(planted, "outturn/deliveries.csv", "2025-06-01,2025-06-30,YU7,*,90000,rambler-2025-08,planted");
        append(planted, "order_counts.csv", "2025-07-01,2025-07-06,YU7,Max,90000,0,,rambler-2025-08,planted");
        append(planted, "outturn/posted_waits.csv", "2025-08-20,YU7,Max,1,2,A,,planted");
        append(planted, "outturn/posted_waits.csv", "2025-07-20,YU7,Max,1,2,D,,planted");
        append(
                planted,
                "outturn/capacity_facts.csv",
                "2025-08-01,F2,shift 9,YU7,2025-08-01,2025-08-01,90000,100,50,5,,planted");
        append(planted, "sources.csv", "planted-2025-08,https://example.org/planted,2025-08-05,A");

        assertThat(forecast(planted, "planted")).isEqualTo(forecast(EXAMPLE, "as-it-is"));
    }

    @Test
    void whateverFigureStandsInARowOfALaterDateTheForecastHasTheSameBytes() throws IOException {
        Path changed = copy();
        int rows = 0;
        for (String file : List.of("order_counts.csv", "outturn/deliveries.csv", "outturn/posted_waits.csv")) {
            rows += raiseLaterFigures(changed.resolve(file), 2);
        }
        // What is told of a later day was known on the day it was told, which stands first.
        for (String file : List.of("outturn/commitments.csv", "outturn/capacity_facts.csv")) {
            rows += raiseLaterFigures(changed.resolve(file), 1);
        }

        assertThat(rows).isGreaterThan(70);
        assertThat(forecast(changed, "2024-10-31", "changed")).isEqualTo(forecast(EXAMPLE, "2024-10-31", "as-it-is"));
    }

    @Test
    void aRowThatWasKnownInTimeChangesTheForecast() throws IOException {
        Path planted = copy();
        append(
                planted,
                "outturn/capacity_facts.csv",
                "2025-07-30,F2,shift 9,YU7,2025-08-01,2025-08-01,9000,100,50,5,,planted");

        assertThat(forecast(planted, "planted")).isNotEqualTo(forecast(EXAMPLE, "as-it-is"));
    }

    @Test
    void whatCameLaterScoresTheForecastAndNeverMakesIt() throws IOException {
        Path later = folder.resolve("later.csv");
        Files.writeString(later, """
                kind,date,model,trim,value
                deliveries,2025-08-31,*,*,33000
                deliveries,2025-08-31,YU7,*,14000
                posted_wait,2025-08-06,YU7,Max,46
                """);
        Path to = folder.resolve("scored");

        score(later, to);

        JsonNode outturn =
                new ObjectMapper().readTree(to.resolve("score.json").toFile()).path("outturn");
        assertThat(outturn.path("compared").asInt()).isEqualTo(3);
        assertThat(outturn.path("by_model")
                        .path("posted_wait YU7")
                        .path("compared")
                        .asInt())
                .isEqualTo(1);
        assertThat(Files.readString(to.resolve("forecast.csv"))).isEqualTo(forecast(EXAMPLE, "unscored"));
    }

    @Test
    void rowsThatNothingIsHeldAgainstAreCountedAndNamedWithTheirReason() throws IOException {
        Path later = folder.resolve("later.csv");
        Files.writeString(later, """
                kind,date,model,trim,value
                deliveries,2025-08-31,YU7,*,14000
                deliveries,2025-08-31,YU8,*,100
                deliveries,2025-08-31,YU7,Max,100
                deliveries,2025-06-30,YU7,*,100
                posted_wait,2025-08-03,YU7,Max,46
                posted_wait,2025-08-06,yu7,Max,46
                posted_wait,2025-08-06,YU7,Max,46
                """);
        Path to = folder.resolve("scored");

        score(later, to);

        assertThat(screen.out())
                .contains("2 of 7 rows of what came were compared.")
                .contains("line 3, YU8, 2025-08-31 (no such model or trim)")
                .contains("line 4, YU7 Max, 2025-08-31 (not a whole month of a model)")
                .contains("1 more, named in score.json")
                .contains("It speaks of SU7, ")
                .contains("50 futures are few: below 500")
                .contains("2025-08")
                .contains("beside it: forecast.csv, score.json");
        JsonNode outturn =
                new ObjectMapper().readTree(to.resolve("score.json").toFile()).path("outturn");
        assertThat(outturn.path("compared").asInt()).isEqualTo(2);
        assertThat(outturn.path("rows_given").asInt()).isEqualTo(7);
        List<String> left = new ArrayList<>();
        outturn.path("not_compared")
                .forEach(row -> left.add(
                        row.path("line").asInt() + " " + row.path("reason").asText()));
        assertThat(left)
                .containsExactly("3 not_forecast", "4 no_whole_month", "5 before", "6 before", "7 not_forecast");
        assertThat(Files.readString(to.resolve("backtest.html"))).contains("2 of 7 rows");
    }

    @Test
    void aForecastFromOldFiguresSaysHowOldTheyAreInTheLanguageAskedFor() throws IOException {
        int code = run(
                "backtest",
                EXAMPLE.toString(),
                "--as-of",
                "2026-06-30",
                "--out",
                folder.toString(),
                "--futures",
                "500",
                "--months",
                "1",
                "--no-rolling",
                "--lang",
                "de");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("Die neueste bekannte Zahl ist vom")
                .contains("Auslieferungen im")
                .doesNotContain("futures")
                .doesNotContain("sind wenige");
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlace() throws IOException {
        Path later = folder.resolve("later.csv");
        Files.writeString(later, "kind,date,model,value\nsales,2025-08-31,YU7,many\n");

        int code = run("backtest", EXAMPLE.toString(), "--as-of", "2025-07-31", "--outturn", later.toString());

        assertThat(code).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains("later.csv:2").contains("sales");
    }

    @Test
    void aDayThatIsNoneIsToldWithoutNamesOfClasses() {
        assertThat(run("backtest", EXAMPLE.toString(), "--as-of", "2025-13-01")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err())
                .contains("found --as-of 2025-13-01, expected a date such as 2026-03-31")
                .doesNotContain("java");
    }

    @Test
    void aDayBeforeTheHistoryIsRefused() {
        int code = run("backtest", EXAMPLE.toString(), "--as-of", "2020-01-01", "--out", folder.toString());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found no orders that were counted by 2020-01-01");
    }

    private void score(Path later, Path to) {
        int code = run(
                "backtest",
                EXAMPLE.toString(),
                "--as-of",
                "2025-07-31",
                "--out",
                to.toString(),
                "--futures",
                "50",
                "--no-rolling",
                "--outturn",
                later.toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
    }

    private String forecast(Path scenario, String name) throws IOException {
        return forecast(scenario, "2025-07-31", name);
    }

    private String forecast(Path scenario, String asOf, String name) throws IOException {
        Path to = folder.resolve(name);
        int code = run(
                "backtest",
                scenario.toString(),
                "--as-of",
                asOf,
                "--out",
                to.toString(),
                "--futures",
                "50",
                "--no-rolling");
        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        return Files.readString(to.resolve("forecast.csv"));
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy/outturn")).getParent();
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(EXAMPLE.relativize(file).toString()));
            }
        }
        return copy;
    }

    /**
     * One more in each figure of every row that begins after October 2024, or ends or was told after it.
     *
     * @param dates how many of a row's dates count, from the left
     * @return rows changed
     */
    private static int raiseLaterFigures(Path file, int dates) throws IOException {
        List<String> lines = new ArrayList<>();
        int changed = 0;
        for (String line : Files.readAllLines(file)) {
            String last = DATE.matcher(line)
                    .results()
                    .limit(dates)
                    .map(MatchResult::group)
                    .max(String::compareTo)
                    .orElse("");
            boolean isLater = !line.startsWith("#") && last.compareTo("2024-10-31") > 0;
            changed += isLater ? 1 : 0;
            lines.add(isLater ? FIGURE.matcher(line).replaceAll(figure -> "," + raised(figure.group(1))) : line);
        }
        Files.write(file, lines);
        return changed;
    }

    private static String raised(String figure) {
        return String.valueOf(Integer.parseInt(figure) + (figure.equals("100") ? -1 : 1));
    }

    private static void append(Path scenario, String file, String row) throws IOException {
        Files.writeString(scenario.resolve(file), row + "\n", StandardOpenOption.APPEND);
    }

    private static JsonNode row(JsonNode rows, String date) {
        for (JsonNode row : rows) {
            if (row.path("date").asText().equals(date)
                    && row.path("kind").asText().equals("deliveries")) {
                return row;
            }
        }
        throw new AssertionError("no row of " + date + " in " + rows);
    }

    private static void assertInRange(JsonNode row) {
        assertThat(row.path("actual").asDouble())
                .isBetween(row.path("p10").asDouble(), row.path("p90").asDouble());
    }
}
