package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.intake.ScenarioContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code new} writes, and where it writes nothing. */
class NewCommandTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String... arguments) {
        return CommandDesk.run(screen.terminal(), "1.2.3", List.of(), arguments);
    }

    @Test
    void aNewScenarioIsSoundAndRuns() throws IOException {
        String scenario = folder.resolve("mine").toString();

        assertThat(run("new", scenario)).isEqualTo(ExitCode.OK);
        assertThat(run("check", scenario)).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("no flaws").doesNotContain("note:");
        assertThat(run("brief", scenario, "--out", folder.resolve("out").toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
        assertThat(summary.get("orders").asInt()).isGreaterThan(1000);
        assertThat(summary.get("beyond_horizon").asInt()).isZero();
    }

    @Test
    void everyOrderOfItsCountsIsReadAsOpenOrAsPast() {
        Path scenario = folder.resolve("above").resolve("mine");

        assertThat(run("new", scenario.toString())).isEqualTo(ExitCode.OK);

        ScenarioContents contents = SmallScenario.bookOf(scenario).contents();
        assertThat(contents.openOrders().size() + contents.history().size())
                .isEqualTo(900 + 350 + 150 + 180 + 120 + 60);
        assertThat(contents.history().size()).isPositive();
    }

    @Test
    void anEmptyFolderIsTaken() {
        assertThat(run("new", folder.toString())).isEqualTo(ExitCode.OK);

        assertThat(NewCommand.FILES)
                .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(run("new", folder.toString())).isEqualTo(ExitCode.FILES);

        assertThat(screen.err()).contains("a folder with files in it").contains("Maybe");
        assertThat(folder).isDirectoryContaining("glob:**/mine.txt").isDirectoryNotContaining("glob:**.toml");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("new", file.toString())).isEqualTo(ExitCode.FILES);

        assertThat(screen.err()).contains("found a file").contains("expected an empty or a new folder");
        assertThat(file).isEmptyFile();
    }
}
