package io.rampline.desk.command.sequence;

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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four cars of two colours, two of them with a sun roof, which may not follow each other. */
class SequenceCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeDay() throws IOException {
        Path day = Files.createDirectory(folder.resolve("day"));
        Files.writeString(day.resolve("vehicles.txt"), """
                Date;SeqRank;Ident;Paint Color;sun;
                2030 5 1;9;before;1;1;
                2030 5 2;1;a;1;1;
                2030 5 2;2;b;2;1;
                2030 5 2;3;c;1;0;
                2030 5 2;4;d;2;0;
                """);
        Files.writeString(day.resolve("ratios.txt"), "Ratio;Prio;Ident;\n1/2;1;sun;\n");
        Files.writeString(day.resolve("paint_batch_limit.txt"), "limitation;\n2;\n");
        Files.writeString(day.resolve("optimization_objectives.txt"), """
                rank;objective name;
                1;high_priority_level_and_easy_to_satisfy_ratio_constraints;
                2;paint_color_batches;
                """);
        Files.writeString(folder.resolve("classes.txt"), "4 1 2\n1\n2\n0 2 1\n1 2 0\n");
    }

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(terminal, "1.2.3", List.of(new SequenceCommand(terminal)), arguments);
    }

    private String day() {
        return folder.resolve("day").toString();
    }

    @Test
    void aDayIsPutInOrderAndItsWorthIsToldInAFile() throws IOException {
        Path file = folder.resolve("plan/order.txt");

        int code = run("sequence", day(), "--format", "roadef2005", "--moves", "50000", "--out", file.toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        // c a | d b keeps every ratio with one change of colour; nothing else does.
        assertThat(Files.readString(file)).isEqualTo("""
                        Date;SeqRank;Ident;Paint Color;sun;
                        2030 5 2;1;c;1;0;
                        2030 5 2;2;a;1;1;
                        2030 5 2;3;d;2;0;
                        2030 5 2;4;b;2;1;
                        """);
        JsonNode result =
                new ObjectMapper().readTree(file.resolveSibling("result.json").toFile());
        assertThat(result.get("mark").asLong()).isEqualTo(1_000);
        assertThat(result.get("counts").get("high_ratios").asInt()).isZero();
        assertThat(result.get("counts").get("colour_changes").asInt()).isEqualTo(1);
        assertThat(result.get("lower_bounds").get("colour_changes").asInt()).isEqualTo(1);
        assertThat(result.get("proven_optimal").asBoolean()).isTrue();
        assertThat(result.get("moves").asLong()).isPositive().isLessThan(50_000);
        assertThat(result.has("seconds_to_best")).isTrue();
        assertThat(result.has("moves_per_s")).isTrue();
        assertThat(screen.out()).contains("day: 4 cars, mark 1,000, proven to be the best");
    }

    @Test
    void germanIsSpokenOfADayToo() throws IOException {
        Files.writeString(folder.resolve("order.txt"), """
                Date;SeqRank;Ident;Paint Color;sun;
                2030 5 2;1;a;1;1;
                2030 5 2;2;c;1;0;
                2030 5 2;3;b;2;1;
                2030 5 2;4;d;2;0;
                """);

        int code = run(
                "sequence",
                day(),
                "--keep",
                folder.resolve("order.txt").toString(),
                "--exchanges",
                "0",
                "--why",
                "b",
                "--why",
                "z",
                "--lang",
                "de",
                "--out",
                folder.resolve("plan/order.txt").toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        // The car of the day before has a sun roof and the colour of the first two, and the run may be two.
        assertThat(screen.out())
                .contains("day: 4 Fahrzeuge, Bewertung 1.001.000")
                .contains("Verletzungen hoher Priorität", "Farbwechsel", "keine Reihenfolge hat weniger")
                .contains("verletzt: sun 1/2: 1")
                .contains("folgen einander mehr Fahrzeuge einer Farbe als die 2,")
                .contains("Fahrzeug b steht auf Platz 3 von 4.", "Seine Farbe ist 2; hier beginnt ein Block.")
                .contains("Fahrzeug z ist nicht unter den Fahrzeugen des Tages.")
                .doesNotContain("cars", "no order", "stands", "exchanges");
    }

    @Test
    void whatASearchTookIsToldInTheSameLanguage() {
        int code = run(
                "sequence",
                folder.resolve("classes.txt").toString(),
                "--format",
                "csplib",
                "--moves",
                "1000",
                "--lang",
                "de",
                "--out",
                folder.resolve("plan/order.txt").toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("4 Fahrzeuge, jede Verhältnisregel eingehalten, bewiesen die beste Reihenfolge")
                .contains(" Züge in ", " Millionen je Sekunde", "Startwert 1")
                .doesNotContain("moves", "seed");
    }

    @Test
    void classesAreWrittenAsClasses() throws IOException {
        Path file = folder.resolve("plan/order.txt");
        String classes = folder.resolve("classes.txt").toString();

        int code = run("sequence", classes, "--format", "csplib", "--seconds", "5", "--out", file.toString(), "--json");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(file)).hasSize(4).containsOnly("0 1", "1 0");
        JsonNode result = new ObjectMapper().readTree(screen.out());
        assertThat(result.get("violations").asInt()).isZero();
        assertThat(result.get("proven_optimal").asBoolean()).isTrue();
    }

    @Test
    void aSearchByMovesTriesAsManyAndNotOneMore() throws IOException {
        // Cars of class 0 want every second place, and those of class 1, which are of that kind too, every third.
        Files.writeString(folder.resolve("torn.txt"), "60 2 3\n1 1\n2 3\n0 10 1 0\n1 20 1 1\n2 30 0 0\n");
        String out = folder.resolve("plan/order.txt").toString();

        for (String moves : List.of("7", "1000", "20000")) {
            screen.clear();
            int code = run("sequence", folder.resolve("torn.txt").toString(), "--moves", moves, "--out", out, "--json");

            assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
            assertThat(new ObjectMapper().readTree(screen.out()).get("moves").asText())
                    .isEqualTo(moves);
        }
    }

    @Test
    void aNameThatEndsInASlashIsAFolder() {
        String out = folder.resolve("sk") + "/";

        int code = run("sequence", day(), "--format", "roadef2005", "--moves", "1000", "--out", out);

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("sk/sequence.txt")).isNotEmptyFile();
        assertThat(folder.resolve("sk/result.json")).isNotEmptyFile();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    @Test
    void aFormThatDoesNotFitAndANumberThatIsNoneAreTold() {
        String classes = folder.resolve("classes.txt").toString();
        assertThat(run("sequence", classes, "--format", "roadef2005")).isEqualTo(ExitCode.FILES);
        assertThat(run("sequence", day(), "--format", "csplib")).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).containsSubsequence("Maybe --format is another", "Maybe --format is another");

        screen.clear();
        assertThat(run("sequence", day(), "--seconds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("sequence", day(), "--seed", "xyz")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err())
                .contains("found --seconds 0.0, expected a number above 0")
                .contains("found --seed xyz, expected a whole number")
                .doesNotContain("null", "long");
    }

    @Test
    void flawsNameTheirPlaceAndTheExitCodeTheirKind() throws IOException {
        assertThat(run("sequence", day() + "-none", "--format", "roadef2005")).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("vehicles.txt: there is no such file");

        Files.writeString(folder.resolve("day/paint_batch_limit.txt"), "limitation;\nmany;\n");
        assertThat(run("sequence", day(), "--format", "roadef2005")).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains("paint_batch_limit.txt:2:1: found \"many\"");

        Files.writeString(folder.resolve("day/paint_batch_limit.txt"), "limitation;\n1;\n");
        Files.writeString(
                folder.resolve("day/vehicles.txt"),
                "Date;SeqRank;Ident;Paint Color;sun;\n2030 5 2;1;a;1;1;\n2030 5 2;2;b;1;1;\n");
        assertThat(run("sequence", day(), "--format", "roadef2005", "--moves", "10"))
                .isEqualTo(ExitCode.NO_PLAN);

        assertThat(run("sequence", day(), "--format", "roadef2005", "--seconds", "0"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aCarThatDropsOutIsMadeUpForByFewExchangesAndAPlaceIsExplained() throws IOException {
        Path plant = Files.createDirectory(folder.resolve("plant"));
        Files.writeString(plant.resolve("cars.csv"), "car,colour,options\na,1,roof\nb,1,\nc,1,roof\nd,1,\ne,1,\n");
        Files.writeString(plant.resolve("ratios.csv"), "ratio,option,most,in,priority\nroof,roof,1,2,high\n");
        Files.writeString(folder.resolve("old.csv"), "place,car\n1,a\n2,gone\n3,c\n4,b\n5,d\n6,e\n");
        Path file = folder.resolve("plan/order.csv");

        int code = run(
                "sequence",
                plant.toString(),
                "--format",
                "plant",
                "--keep",
                folder.resolve("old.csv").toString(),
                "--why",
                "c",
                "--out",
                file.toString());

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        // a c b d e: a and c are too close; the first exchange that parts them is a with d.
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "place,car,colour,options,violates",
                        "1,d,1,,",
                        "2,c,1,roof,",
                        "3,b,1,,",
                        "4,a,1,roof,",
                        "5,e,1,,");
        assertThat(screen.out()).contains("Car c stands at place 2 of 5");
        assertThat(Files.readString(file.resolveSibling("sequence.svg"))).startsWith("<svg ");
        assertThat(Files.readString(file.resolveSibling("shop-floor.csv")))
                .startsWith("place,car,colour,options,violates");
    }
}
