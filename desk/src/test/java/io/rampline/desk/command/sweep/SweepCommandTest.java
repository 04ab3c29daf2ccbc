package io.rampline.desk.command.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.SweepFiles;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.command.simulate.SimulateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plants with one line each: twenty cars are ordered of one, and thirty of the other. */
class SweepCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    @BeforeEach
    void writeScenarios() {
        plant("small", 20);
        plant("large", 30);
    }

    private void plant(String name, int size) {
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim\n");
        for (int i = 0; i < size; i++) {
            orders.append("o").append(i).append(",2025-12-").append(10 + i / 4).append(",Car,Base\n");
        }
        SmallScenario.in(folder.resolve(name))
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
                .with("orders.csv", orders.toString())
                .with("uncertainty.toml", "[lines]\nnoise_percent = 20\n");
    }

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(
                terminal, "1.2.3", List.of(new SweepCommand(terminal), new SimulateCommand(terminal)), arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int sweep(String to, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("sweep", at("small"), at("large"), "--futures", "150", "--out", at(to)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void everyScenarioAndSeedGetsARowAndEveryGroupItsWindow() throws IOException {
        int code = sweep("out", "--seeds", "1..2,7");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("6 cases of 150 futures");
        List<String> summary = Files.readAllLines(folder.resolve("out").resolve(SweepFiles.SUMMARY));
        assertThat(summary).hasSize(7);
        assertThat(summary.get(1)).startsWith(at("small") + ",1,150,20,");
        assertThat(summary.get(6)).startsWith(at("large") + ",7,150,30,");
        List<Map<String, Object>> groups = groups("out");
        assertThat(groups).hasSize(3 * 20 + 3 * 30);
        assertThat(groups.getFirst())
                .containsEntry("scenario", at("small"))
                .containsEntry("seed", 1L)
                .containsEntry("group", 0L)
                .containsEntry("market", "home")
                .containsEntry("model", "Car")
                .containsEntry("lock_week", "2025-W50")
                .containsEntry("orders", 1L)
                .containsEntry("window_early", "2026-W02");
        assertThat((double) groups.getFirst().get("window_probability")).isBetween(0.8, 1.0);
    }

    @Test
    void theFilesAreTheSameOnAnyNumberOfThreadsAndTheHashIsThatOfSimulate() throws IOException {
        sweep("one", "--seeds", "3..6", "--threads", "1");
        sweep("three", "--seeds", "3..6", "--threads", "3");
        run("simulate", at("large"), "--seed", "5", "--futures", "150", "--precision", "0", "--out", at("alone"));

        for (String name : List.of(SweepFiles.GROUPS, SweepFiles.SUMMARY)) {
            assertThat(folder.resolve("three").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        String hash = new ObjectMapper()
                .readTree(folder.resolve("alone/simulation.json").toFile())
                .path("hash")
                .asText();
        assertThat(Files.readAllLines(folder.resolve("one").resolve(SweepFiles.SUMMARY)))
                .filteredOn(row -> row.startsWith(at("large") + ",5,"))
                .singleElement()
                .asString()
                .contains("," + hash + ",");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(sweep("out", "--seeds", "5..1")).isEqualTo(ExitCode.USAGE);
        assertThat(sweep("out", "--seeds", "1..99999")).isEqualTo(ExitCode.USAGE);
        assertThat(sweep("out", "--futures", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("sweep", at("small"), at("small"), "--out", at("out"))).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("--seeds 5..1", "a scenario twice");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutSparkBesideItTheAnswerSaysHowToGetIt() {
        assertThat(sweep("out", "--spark", "local[2]")).isEqualTo(ExitCode.FILES);
        assertThat(run("simulate", at("small"), "--spark", "local[2]", "--out", at("out")))
                .isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no Spark beside this Rampline. Maybe");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void windowsStandInParquetAsTheyDoInTheCsv() throws IOException {
        run("simulate", at("large"), "--futures", "100", "--precision", "0", "--out", at("alone"));

        List<String> csv = Files.readAllLines(folder.resolve("alone/windows.csv"));
        List<Map<String, Object>> rows = rows(folder.resolve("alone/windows.parquet"));
        assertThat(rows).hasSize(csv.size() - 1);
        List<String> columns = List.of(csv.getFirst().split(","));
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = csv.get(row + 1).split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                Object value = rows.get(row).get(columns.get(column));
                assertThat(value instanceof Double share ? String.format("%.4f", share) : String.valueOf(value))
                        .as("%s of row %d", columns.get(column), row)
                        .isEqualTo(cells[column].isEmpty() ? "null" : cells[column]);
            }
        }
    }

    private List<Map<String, Object>> groups(String out) throws IOException {
        return rows(folder.resolve(out).resolve(SweepFiles.GROUPS));
    }

    private static List<Map<String, Object>> rows(Path file) throws IOException {
        try (Stream<Map<String, Object>> rows = ParquetReader.streamContent(file.toFile(), new Rows())) {
            return rows.toList();
        }
    }

    private static final class Rows implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
        @Override
        public Map<String, Object> start() {
            return new TreeMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String[] path, Object value) {
            if (value != null) {
                row.put(path[0], value);
            }
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
