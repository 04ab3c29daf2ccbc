package io.rampline.desk.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.SimulationFiles;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line builds two cars a week; sixty are ordered, and one or two more every week. */
class SimulateCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenario() {
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim\n");
        for (int i = 0; i < 40; i++) {
            orders.append("o").append(i).append(",2025-12-").append(10 + i / 4).append(",Car,Base\n");
        }
        SmallScenario.in(folder.resolve("plant"))
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 60
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        confidence = 0.8
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("demand.csv", "week,model,trim,low,mid,high\n2026-W02..2026-W30,Car,Base,0,1,2\n")
                .with("orders.csv", orders.toString())
                .with("guarantees.csv", "wait_weeks,from_week\n24,2026-W04\n")
                .with("uncertainty.toml", "[lines]\nnoise_percent = 20\n");
    }

    private int run(String directory, String... more) {
        Terminal terminal = screen.terminal();
        String[] arguments = new String[more.length + 4];
        arguments[0] = "simulate";
        arguments[1] = folder.resolve("plant").toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve(directory).toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandDesk.run(terminal, "1.2.3", List.of(new SimulateCommand(terminal)), arguments);
    }

    private JsonNode said(String directory) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(directory).resolve("simulation.json").toFile());
    }

    @Test
    void everyOrderGetsAWindowAndTheGuaranteeAProbability() throws Exception {
        int code = run("out", "--futures", "400", "--precision", "0");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("400 futures of 40 orders", "guarantee of 24 weeks");
        List<String> windows = Files.readAllLines(folder.resolve("out").resolve(SimulationFiles.WINDOWS));
        assertThat(windows).hasSize(41);
        assertThat(windows.get(1)).startsWith("o0,2026-W02,");
        JsonNode said = said("out");
        assertThat(said.path("futures").asInt()).isEqualTo(400);
        assertThat(said.path("windows_mean_probability").asDouble()).isBetween(0.75, 0.95);
        assertThat(said.path("guarantees").get(0).path("probability").asDouble())
                .isBetween(0.01, 0.99);
        assertThat(said.path("products").get(0).path("orders").asInt()).isEqualTo(40);
        assertThat(said.path("output_by_week").size()).isEqualTo(60);
        byte[] page = Files.readAllBytes(folder.resolve("out").resolve(SimulationFiles.PAGE));
        String html = new String(page, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>", "");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(html).contains("futures-output", "futures-waits", "24 weeks");
    }

    @Test
    void theSameSeedGivesTheSameFilesOnAnyNumberOfThreads() throws IOException {
        run("one", "--futures", "300", "--seed", "5", "--threads", "1", "--lang", "de");
        run("three", "--futures", "300", "--seed", "5", "--threads", "3", "--lang", "de");
        run("other", "--futures", "300", "--seed", "6", "--threads", "1");

        for (String name : SimulationFiles.NAMES) {
            assertThat(folder.resolve("three").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        assertThat(said("other").path("hash")).isNotEqualTo(said("one").path("hash"));
    }

    @Test
    void itEndsWhenTheAnswerStands() throws IOException {
        run("out", "--futures", "200000", "--precision", "0.03");

        assertThat(said("out").path("end").asText()).isEqualTo("settled");
        assertThat(said("out").path("futures").asInt()).isLessThan(20_000);
    }

    @Test
    void whoNamesANumberOfFuturesGetsThemAll() throws IOException {
        run("named", "--futures", "9000", "--lang", "de");

        assertThat(said("named").path("end").asText()).isEqualTo("all");
        assertThat(said("named").path("futures").asInt()).isEqualTo(9_000);
        assertThat(screen.out()).contains("9.000 Zukünfte; Buch: 40 Aufträge", "zugesagte Woche", "Zusage: 24 Wochen");

        run("usual");
        assertThat(said("usual").path("end").asText()).isEqualTo("settled");
        assertThat(said("usual").path("futures").asInt()).isLessThan(9_000);
    }

    @Test
    void aPlanThatIsNotThereAndAClusterThatDoesNotAnswerAreNamed() {
        assertThat(run("out", "--plan", folder.resolve("none.json").toString())).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("none.json: there is no such file. Maybe the name is mistyped.");

        assertThat(run("out", "--spark", "spark://127.0.0.1:1")).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("no Spark answers at spark://127.0.0.1:1");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThat(run("out", "--futures", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("out", "--precision", "0.7")).isEqualTo(ExitCode.USAGE);
        assertThat(run("out", "--threads", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("--futures 0", "1 to 10000000", "--precision 0.7", "--threads -1");
    }
}
