package io.rampline.desk.command.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Two cars, two plants, ten orders, three steps; somebody said something in public. */
class BoardPackTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @Test
    void everyFigureOfTheFrontPageStandsWhereItSaysItDoes() throws Exception {
        writeCase();

        assertThat(run("--futures", "50")).as(screen.err()).isEqualTo(ExitCode.OK);

        List<String> chapters = new ArrayList<>();
        NodeList figures = page().getElementsByTagName("data");
        for (int i = 0; i < figures.getLength(); i++) {
            Element figure = (Element) figures.item(i);
            String[] from = figure.getAttribute("data-from").split("#", -1);
            JsonNode there = json(from[0]).at(from[1]);
            assertThat(there.isMissingNode())
                    .as(figure.getAttribute("data-from"))
                    .isFalse();
            if (there.isNumber()) {
                assertThat(there.decimalValue()).isEqualByComparingTo(new BigDecimal(figure.getAttribute("value")));
            } else {
                assertThat(there.asText()).isEqualTo(figure.getAttribute("value"));
            }
            chapters.add(from[0]);
        }
        assertThat(chapters)
                .contains(
                        "summary.json",
                        "timetable/timetable.json",
                        "money/money.json",
                        "line/line-days.json",
                        "pack.json");
        assertThat(json("timetable/timetable.json").at("/export/market").asText())
                .isEqualTo("ABROAD");
    }

    @Test
    void theFilesOfAllPartsTellTheSame() throws Exception {
        writeCase();
        assertThat(run("--futures", "50")).isEqualTo(ExitCode.OK);

        JsonNode summary = json("summary.json");
        JsonNode money = json("money/money.json");
        JsonNode timetable = json("timetable/timetable.json");
        JsonNode line = json("line/line-days.json");
        assertThat(money.at("/open_orders").asLong())
                .isEqualTo(summary.at("/orders").asLong());
        assertThat(money.at("/orders").asLong()).isEqualTo(summary.at("/locked").asLong());
        assertThat(money.at("/deposits_held").decimalValue())
                .isEqualByComparingTo(summary.at("/deposits/held").decimalValue());
        assertThat(money.at("/claimable_cooling_off").decimalValue())
                .isEqualByComparingTo(summary.at("/deposits/refundable").decimalValue());
        assertThat(timetable.at("/export/orders_of_book").asLong())
                .isEqualTo(summary.at("/orders").asLong());
        for (JsonNode part : List.of(money, timetable, line)) {
            assertThat(part.at("/scenario").asText())
                    .isEqualTo(summary.at("/scenario").asText());
        }
        assertThat(json("pack.json").at("/figures"))
                .extracting(figure -> figure.path("question").asText())
                .as("whose wait it is")
                .anyMatch(question ->
                        question.matches("Longest wait with the timetable, ordered in W\\d+ 20\\d\\d or later"));
        List<String[]> promises = rows("promises.csv");
        List<String> heads = List.of(promises.getFirst());
        for (JsonNode week : line.at("/weeks")) {
            long built = promises.stream()
                    .filter(row ->
                            row[heads.indexOf("line")].equals(week.at("/line").asText())
                                    && row[heads.indexOf("build_week")].equals(
                                            week.at("/week").asText()))
                    .count();
            assertThat(week.at("/cars").asLong()).isEqualTo(built);
        }
    }

    @Test
    void whatAScenarioDoesNotHaveIsLeftOut() throws Exception {
        copyTiny();
        Files.delete(scenario().resolve("steps.csv"));
        Files.delete(scenario().resolve("gains.csv"));
        Files.delete(scenario().resolve("deposits.toml"));
        Files.delete(scenario().resolve("line_rules.csv"));

        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(folder.resolve("pack/index.html")).exists();
        assertThat(folder.resolve("pack/briefing.html")).exists();
        for (String part : List.of("timetable", "money", "line")) {
            assertThat(folder.resolve("pack").resolve(part)).doesNotExist();
        }
        assertThat(page().getElementsByTagName("data").getLength()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierPackLeftOfAPartThatIsNoMoreIsTakenAwayAndNothingElse() throws Exception {
        writeCase();
        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);
        for (String part : List.of("timetable", "money", "line")) {
            assertThat(folder.resolve("pack").resolve(part)).isNotEmptyDirectory();
        }
        Path notes = Files.writeString(folder.resolve("pack/money/notes.txt"), "mine");
        for (String file : List.of(
                "steps.csv",
                "gains.csv",
                "guarantees.csv",
                "openings.csv",
                "deposits.toml",
                "line_rules.csv",
                "paint.csv")) {
            Files.delete(scenario().resolve(file));
        }

        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(folder.resolve("pack/timetable")).doesNotExist();
        assertThat(folder.resolve("pack/line")).doesNotExist();
        try (Stream<Path> files = Files.list(folder.resolve("pack/money"))) {
            assertThat(files).containsExactly(notes);
        }
    }

    @Test
    void aMarketThatCanOpenNoMoreMakesRoomForTheNext() throws Exception {
        writeCase();
        write("markets.csv", read("markets.csv") + "FAR,2,never,closed until it is opened\n");
        write("openings.csv", read("openings.csv") + "FAR,City,2026-W14,2026-W40,1,100\n");
        write("scenario.toml", read("scenario.toml").replace("as_of = 2026-03-01", "as_of = 2026-06-07"));

        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(json("timetable/timetable.json").at("/export/market").asText())
                .isEqualTo("FAR");
    }

    @Test
    void whoAsksForNoFuturesIsNotToldHowSureATimetableIs() throws Exception {
        writeCase();

        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(json("timetable/timetable.json").at("/holds_probability").isNull())
                .isTrue();

        assertThat(run("--futures", "50")).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(json("timetable/timetable.json").at("/holds_probability").isNumber())
                .isTrue();
    }

    @Test
    void onTheLastDayOfThePlanNothingIsLeftToDecide() throws Exception {
        writeCase();
        write("scenario.toml", read("scenario.toml").replace("as_of = 2026-03-01", "as_of = 2026-12-06"));

        assertThat(run("--futures", "0")).as(screen.err()).isEqualTo(ExitCode.OK);

        assertThat(folder.resolve("pack/index.html")).exists();
        assertThat(folder.resolve("pack/timetable")).doesNotExist();
    }

    @Test
    void theTerminalTellsTheSameFiguresInEitherLanguage() throws Exception {
        writeCase();
        assertThat(run("--futures", "50", "--lang", "de")).isEqualTo(ExitCode.OK);

        String said = screen.out();
        for (JsonNode figure : json("pack.json").at("/figures")) {
            assertThat(said)
                    .contains(figure.at("/question").asText())
                    .contains(figure.at("/shown").asText());
        }
        assertThat(said).contains("index.html");
        assertThat(page().getDocumentElement().getAttribute("lang")).isEqualTo("de");
    }

    private Path scenario() {
        return folder.resolve("case");
    }

    private void copyTiny() throws IOException {
        Path tiny = Path.of("..", "examples", "tiny");
        Files.createDirectories(scenario());
        try (Stream<Path> files = Files.list(tiny)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scenario().resolve(file.getFileName()));
            }
        }
    }

    private void writeCase() throws IOException {
        copyTiny();
        write(
                "scenario.toml",
                read("scenario.toml")
                        .replace("horizon_weeks = 12", "horizon_weeks = 40")
                        .replace("[rules]", "frozen_weeks = 2\n[rules]"));
        write("markets.csv", read("markets.csv") + "ABROAD,1,never,closed until it is opened\n");
        write("guarantees.csv", "market,model,wait_weeks,from_week\n,,12,2026-W14\n");
        write("demand.csv", "week,model,trim,low,mid,high\n2026-W12..2026-W20,City,Base,0,1,1\n");
        write(
                "openings.csv",
                "market,model,earliest,latest,units_per_week,one_off_cost\nABROAD,City,2026-W14,2026-W20,1,100\n");
        write("outturn/commitments.csv", """
                issuer,made,metric,target,due,actual,actual_date,source
                Maker,2025-10-01,deliveries 2025,10,2025-12-31,12,2025-12-31,
                Maker,2025-11-01,deliveries 2026,100,2026-12-31,,,
                """);
    }

    private String read(String file) throws IOException {
        return Files.readString(scenario().resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Path path = scenario().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private JsonNode json(String file) throws IOException {
        return JSON.readTree(folder.resolve("pack").resolve(file).toFile());
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve("pack").resolve(file)).stream()
                .map(row -> row.split(",", -1))
                .toList();
    }

    private Document page() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        byte[] page = Files.readAllBytes(folder.resolve("pack/index.html"));
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }

    private int run(String... more) {
        Terminal terminal = screen.terminal();
        String[] arguments = Stream.concat(
                        Stream.of(
                                "board-pack",
                                scenario().toString(),
                                "--out",
                                folder.resolve("pack").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return CommandDesk.run(terminal, "test", List.of(new BoardPackCommand(terminal)), arguments);
    }
}
