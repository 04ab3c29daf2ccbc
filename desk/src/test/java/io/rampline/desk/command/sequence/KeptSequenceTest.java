package io.rampline.desk.command.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search has written is kept again, in each form of day. */
class KeptSequenceTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String day, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("sequence", folder.resolve(day).toString()));
        arguments.addAll(List.of(more));
        Terminal terminal = screen.terminal();
        return CommandDesk.run(
                terminal, "1.2.3", List.of(new SequenceCommand(terminal)), arguments.toArray(String[]::new));
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private JsonNode keep(String day, String earlier) throws IOException {
        String to = path("kept/sequence.txt");
        assertThat(run(day, "--keep", path(earlier), "--exchanges", "0", "--out", to))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        return new ObjectMapper()
                .readTree(folder.resolve("kept/result.json").toFile())
                .get("earlier");
    }

    private void expectFlaw(String day, String earlier) {
        screen.clear();
        assertThat(run(day, "--keep", path(earlier), "--out", path("none/sequence.txt")))
                .isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err())
                .contains("and no car of the day in any row", "Maybe --keep names the sequence of another");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void classesAreKeptAsTheyWereWritten() throws IOException {
        Files.writeString(folder.resolve("classes.txt"), "12 2 3\n1 1\n2 3\n0 4 1 0\n1 3 0 1\n2 5 0 0\n");
        assertThat(run("classes.txt", "--moves", "20000", "--out", path("first/sequence.txt")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);

        assertThat(keep("classes.txt", "first/sequence.txt")).hasToString("{\"kept\":12,\"gone\":0,\"come\":0}");
        assertThat(folder.resolve("kept/sequence.txt")).hasSameTextualContentAs(folder.resolve("first/sequence.txt"));
        assertThat(screen.out()).contains("against the earlier sequence: 12 kept, 0 gone, 0 new");
        // The table for the shop floor names each car.
        assertThat(keep("classes.txt", "first/shop-floor.csv").get("kept").asInt())
                .isEqualTo(12);
        assertThat(folder.resolve("kept/sequence.txt")).hasSameTextualContentAs(folder.resolve("first/sequence.txt"));

        Files.writeString(folder.resolve("later.txt"), "12 2 3\n1 1\n2 3\n0 4 1 0\n1 2 0 1\n2 6 0 0\n");
        assertThat(keep("later.txt", "first/sequence.txt")).hasToString("{\"kept\":11,\"gone\":1,\"come\":1}");

        Files.writeString(folder.resolve("other.txt"), "7 1 1\n8 0 1\n");
        expectFlaw("classes.txt", "other.txt");
    }

    @Test
    void rowsOfTheOfficialFormAreKeptAsTheyWereWritten() throws IOException {
        Path day = Files.createDirectory(folder.resolve("day"));
        String vehicles = """
                Date;SeqRank;Ident;Paint Color;Jürgen;
                2030 5 2;1;ü1;1;1;
                2030 5 2;2;ü2;2;1;
                2030 5 2;3;ü3;1;0;
                """;
        Files.writeString(day.resolve("ratios.txt"), "Ratio;Prio;Ident;\n1/2;1;Jürgen;\n");
        Files.writeString(day.resolve("paint_batch_limit.txt"), "limitation;\n2;\n");
        Files.writeString(day.resolve("optimization_objectives.txt"), "rank;objective name;\n1;paint_color_batches;\n");
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            Files.writeString(day.resolve("vehicles.txt"), vehicles, charset);
            assertThat(run("day", "--moves", "1000", "--out", path("first/sequence.txt")))
                    .as(screen.err())
                    .isEqualTo(ExitCode.OK);

            assertThat(keep("day", "first/sequence.txt")).hasToString("{\"kept\":3,\"gone\":0,\"come\":0}");
            assertThat(folder.resolve("kept/sequence.txt"))
                    .hasSameBinaryContentAs(folder.resolve("first/sequence.txt"));
            assertThat(Files.readAllLines(folder.resolve("kept/sequence.txt"), charset).stream()
                            .map(row -> row.split(";", -1)[2]))
                    .as("%s", charset)
                    .containsExactlyInAnyOrder("Ident", "ü1", "ü2", "ü3");
        }
        Files.writeString(folder.resolve("other.txt"), "Date;SeqRank;Ident;\n2030 5 1;1;z9;\n");
        expectFlaw("day", "other.txt");
    }

    @Test
    void aPlantsTableIsKeptAndNamesComeOutAsTheyAreWritten() throws IOException {
        Path plant = Files.createDirectory(folder.resolve("plant"));
        String cars = "car,colour,options\nJürgen,1,roof\n-7,1,\n汽车,2,roof\n";
        Files.writeString(plant.resolve("ratios.csv"), "ratio,option,most,in,priority\nroof,roof,1,2,high\n");
        Files.writeString(plant.resolve("cars.csv"), "\uFEFF" + cars);
        assertThat(run("plant", "--moves", "1000", "--out", path("first/sequence.txt")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);

        assertThat(keep("plant", "first/sequence.txt")).hasToString("{\"kept\":3,\"gone\":0,\"come\":0}");
        assertThat(folder.resolve("kept/sequence.txt"))
                .hasSameTextualContentAs(folder.resolve("first/sequence.txt"))
                .content()
                .contains(",Jürgen,", ",'-7,", ",汽车,");
        expectFlaw("plant", "plant/ratios.csv");

        // A spreadsheet of a single country's characters.
        Files.writeString(plant.resolve("cars.csv"), cars.replace("汽车", "c"), StandardCharsets.ISO_8859_1);
        JsonNode earlier = keep("plant", "first/sequence.txt");
        assertThat(earlier).hasToString("{\"kept\":2,\"gone\":1,\"come\":1}");
        assertThat(Files.readString(folder.resolve("kept/shop-floor.csv"))).contains(",Jürgen,");
    }
}
