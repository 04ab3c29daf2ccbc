package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.money.MoneyCommand;
import io.rampline.desk.command.sequence.SequenceCommand;
import io.rampline.desk.command.simulate.SimulateCommand;
import io.rampline.desk.command.timetable.TimetableCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts out of the input that mean something to a browser, a spreadsheet or a terminal, through the whole command. */
class UntrustedInputTest {
    private static final String MARKUP = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final Pattern FORMULA_CELL = Pattern.compile("(?m)(^|,)\"?[=+@\\-\\t\\r]");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Path scenario = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeTheScenario() {
        scenario = folder.resolve("scenario");
        out = folder.resolve("out");
        SmallScenario.in(scenario)
                .with("scenario.toml", """
                        name = "NAME"
                        start_week = "2026-W02"
                        horizon_weeks = 8
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "-market"
                        """.replace("NAME", MARKUP))
                .with("markets.csv", "market,note\n-market," + MARKUP + "\n")
                .with("products.csv", "model,trim,price,note\nCar,+Base,10000," + MARKUP + "\n")
                .with("lines.csv", "plant,line,models,source\n-North,-L+1,Car,web\n")
                .with("capacity.csv", "line,week,units\n-L+1,2026-W02..,2\n")
                .with("sources.csv", "source,url,published\nweb,javascript:alert(1)//" + MARKUP + "," + MARKUP + "\n")
                .with(
                        "outturn/posted_waits.csv",
                        "date,model,trim,weeks_low,weeks_high,source\n2026-01-04,Car,+Base,30,40,web\n")
                .with(
                        "outturn/explanations.csv",
                        "model,trim,text_en,text_de\n*,*," + MARKUP + "," + MARKUP + "\nCar,+Base," + MARKUP + ","
                                + MARKUP + "\n")
                .with("orders.csv", """
                        order_id,locked_at,model,trim
                        =HYPERLINK("x"),2025-12-01,Car,+Base
                        @SUM(A1),2025-12-02,Car,+Base
                        +49,2025-12-03,Car,+Base
                        -1,2025-12-04,Car,+Base
                        <script>alert(1)</script>,2026-01-03,Car,+Base
                        """);
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, false, false, false);
        return CommandDesk.run(
                terminal,
                "1.2.3",
                List.of(
                        new MoneyCommand(terminal),
                        new SequenceCommand(terminal),
                        new SimulateCommand(terminal),
                        new TimetableCommand(terminal)),
                arguments);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void noTextOfTheInputIsMarkupInTheBriefing() throws IOException {
        for (String language : new String[] {"en", "de"}) {
            assertThat(run("brief", scenario.toString(), "--out", out.toString(), "--lang", language))
                    .as(told.toString(StandardCharsets.UTF_8))
                    .isEqualTo(ExitCode.OK);
            assertThat(Files.readString(out.resolve("briefing.html")))
                    .contains("&lt;script")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img")
                    .doesNotContain("href=\"javascript:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "money", "sequence", "timetable"})
    void noTextOfTheInputIsMarkupInAnyPage(String command) throws IOException {
        Files.writeString(
                scenario.resolve("steps.csv"),
                "step,lead_weeks,one_off_cost,running_cost_per_week,note\n+more,1,4000,900," + MARKUP + "\n");
        Files.writeString(scenario.resolve("gains.csv"), "step,kind,resource,units_per_week\n+more,line,-L+1,1\n");
        Files.writeString(scenario.resolve("guarantees.csv"), "from_week,market,wait_weeks\n2026-W03,-market,6\n");
        assertThat(run(command, scenario.toString(), "--out", out.toString()))
                .as(told.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.OK);
        Map<String, String> pages = files(out);
        pages.keySet().removeIf(file -> !file.endsWith(".html") && !file.endsWith(".svg"));
        assertThat(pages)
                .isNotEmpty()
                .allSatisfy((_, text) -> assertThat(text)
                        .contains("&lt;script")
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img")
                        .doesNotContain("href=\"javascript:"));
    }

    @Test
    void noCellOfTheTablesIsAFormula() throws IOException {
        assertThat(run("brief", scenario.toString(), "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(out.resolve("promises.csv")))
                .contains("'@SUM(A1)", "'+49", "'-1", "'-L+1", "\"'=HYPERLINK(\"\"x\"\")\"")
                .doesNotContainPattern(FORMULA_CELL);
        assertThat(Files.readString(out.resolve("buckets.csv")))
                .contains("line -L+1")
                .doesNotContainPattern(FORMULA_CELL);
    }

    @Test
    void nothingIsWrittenButTheOutputFolder() throws IOException {
        Map<String, String> before = files(folder);

        assertThat(run("check", scenario.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("why", scenario.toString(), "@SUM(A1)")).isEqualTo(ExitCode.OK);
        assertThat(files(folder)).isEqualTo(before);
        assertThat(run("brief", scenario.toString(), "--out", out.toString())).isEqualTo(ExitCode.OK);
        Map<String, String> after = files(folder);
        after.keySet().removeIf(file -> file.startsWith("out/"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aFlawThatQuotesTheInputMovesNoCursor() {
        SmallScenario.in(scenario).with("products.csv", "model,trim,price\nCar,Base,\u001b[2J\u0007cheap\n");

        assertThat(run("check", scenario.toString())).isEqualTo(ExitCode.FLAWS);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("cheap")
                .doesNotContain("\u001b")
                .doesNotContain("\u0007");
    }
}
