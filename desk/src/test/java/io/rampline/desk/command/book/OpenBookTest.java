package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBookTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int serve(Path scenario) {
        Terminal terminal = screen.terminal();
        return CommandDesk.run(
                terminal,
                "test",
                BookCommands.all(terminal),
                "serve",
                scenario.toString(),
                "--data",
                folder.resolve("data").toString());
    }

    @Test
    void noDatabaseIsMadeForAScenarioThatIsNotThere() {
        assertThat(serve(folder.resolve("nosuch"))).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("found no folder ", "nosuch");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void norForOneWithFlaws() throws IOException {
        Path plant = SmallScenario.in(folder.resolve("plant")).folder();
        Files.delete(plant.resolve("products.csv"));

        assertThat(serve(plant)).isEqualTo(ExitCode.FLAWS);
        assertThat(screen.err()).contains("products.csv:1:1: found no such file");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
