package io.rampline.desk.command.flowline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.FlowlineFiles;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowlineCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(terminal, "1.2.3", List.of(new FlowlineCommand(terminal)), arguments);
    }

    private String example() {
        return SmallScenario.example("flow-line").toString();
    }

    @Test
    void theExampleSaysWhatItsStationsLetThrough() throws Exception {
        Path to = folder.resolve("out");

        int code = run("flowline", example(), "--hours", "160", "--replications", "4", "--out", to.toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("jobs an hour", "the scenario says 90 %", "lines.csv");
        JsonNode line = new ObjectMapper()
                .readTree(to.resolve(FlowlineFiles.JSON).toFile())
                .path("lines")
                .get(0);
        double rate = line.path("jobs_per_hour").path("mean").asDouble();
        assertThat(rate)
                .isBetween(30.0, line.path("jobs_per_hour_unlimited_buffers").asDouble());
        assertThat(line.path("oee_simulated").path("mean").asDouble()).isBetween(rate / 50 - 1e-5, rate / 50 + 1e-5);
        assertThat(line.path("week_noise_weeks").asInt()).isEqualTo(8);
        assertThat(line.path("stations").size()).isEqualTo(8);
        assertThat(Files.readAllLines(to.resolve(FlowlineFiles.STATIONS))).hasSize(9);
        assertThat(Files.readAllLines(to.resolve(FlowlineFiles.EFFECTS)))
                .hasSize(1 + line.path("effects").size());
        assertThat(Files.readString(to.resolve(FlowlineFiles.NOISE))).contains("[line.L1]", "noise_percent");
        assertThat(Files.readString(to.resolve(FlowlineFiles.LINES)))
                .contains("# What the plant says of itself", "East,L1,Sedan|Wagon,50,7.5,2,5,0.")
                .doesNotContain("0.9,72 s");
        page(to);
    }

    private static void page(Path to) throws Exception {
        String html = Files.readString(to.resolve(FlowlineFiles.PAGE)).replaceFirst("<!DOCTYPE html>", "");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(html).contains("flow-0-shares", "flow-0-story", "end of line");
    }

    @Test
    void theSameSeedGivesTheSameFilesOnAnyNumberOfThreads() throws IOException {
        for (String threads : List.of("1", "3")) {
            run(
                    "flowline",
                    example(),
                    "--hours",
                    "40",
                    "--replications",
                    "3",
                    "--lang",
                    "de",
                    "--threads",
                    threads,
                    "--seed",
                    "8",
                    "--out",
                    folder.resolve(threads).toString());
        }

        assertThat(screen.out())
                .contains("Aufträge je Stunde", "das Szenario sagt 90 %", "in Arbeit")
                .doesNotContain("jobs an hour", "starved");
        for (String name : List.of(
                FlowlineFiles.PAGE,
                FlowlineFiles.JSON,
                FlowlineFiles.STATIONS,
                FlowlineFiles.EFFECTS,
                FlowlineFiles.OEE,
                FlowlineFiles.LINES,
                FlowlineFiles.NOISE)) {
            assertThat(folder.resolve("3").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("1").resolve(name));
        }
    }

    @Test
    void aFileOfItsOwnNeedsNoScenarioAndGivesNoOee() throws Exception {
        Path file = Files.writeString(
                folder.resolve("shop.csv"),
                "line,station,cycle_seconds,buffer_before\nA,press,30,\nA,end of line,40,4\nB,weld,60,\n");
        Path to = folder.resolve("out");

        int code = run("flowline", file.toString(), "--hours", "20", "--replications", "2", "--out", to.toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("Line A lets 90 jobs an hour through", "Line B lets 60 jobs an hour through");
        assertThat(to.resolve(FlowlineFiles.LINES)).doesNotExist();
        assertThat(Files.readAllLines(to.resolve(FlowlineFiles.OEE))).hasSize(1);
        page(to);
    }

    @Test
    void whatCannotBeRunIsSaid() throws IOException {
        Path flawed = Files.writeString(folder.resolve("flawed.csv"), "line,station,cycle_seconds\nA,press,fast\n");

        assertThat(run("flowline", flawed.toString())).isEqualTo(ExitCode.FLAWS);
        assertThat(run("flowline", example(), "--line", "L9")).isEqualTo(ExitCode.USAGE);
        assertThat(run("flowline", SmallScenario.example("tiny").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("flowline", example(), "--hours", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("flowline", folder.resolve("nowhere").toString())).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("flawed.csv:2:3:", "no stations of line L9", "--hours 0", "found no folder");
    }
}
