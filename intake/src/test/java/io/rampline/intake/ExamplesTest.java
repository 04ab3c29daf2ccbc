package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    static final Path EXAMPLES = Path.of("..", "examples");

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps", "xiaomi-2025", "flow-line"})
    void examplesHaveNoFlawAndNothingOdd(String name) {
        Reading reading = ScenarioFolder.read(EXAMPLES.resolve(name), Progress.NONE);

        if (reading instanceof Reading.Flawed(var flaws, var _, var _)) {
            assertThat(flaws).isEmpty();
        }
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Sound.class, sound -> assertThat(sound.notes()).isEmpty());
    }
}
