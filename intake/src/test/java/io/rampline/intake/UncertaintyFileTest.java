package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Uncertainty;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncertaintyFileTest {
    @TempDir
    Path temp;

    @Test
    void whatTheFileSaysGoesBeforeWhatIsAssumed() throws IOException {
        Uncertainty said =
                TestFolder.sound(TestFolder.withOrders(1, 20).write(temp)).uncertainty();

        assertThat(said.lines().noisePercent()).isEqualTo(5);
        assertThat(said.lines().outagesPerYear())
                .isEqualTo(Uncertainty.ASSUMED.lines().outagesPerYear());
        assertThat(said.line("F2").delaySpreadWeeks()).isEqualTo(6);
        assertThat(said.line("F2").noisePercent()).as("as for all lines").isEqualTo(5);
        assertThat(said.line("F1")).isEqualTo(said.lines());
        assertThat(said.plant("North").outagesPerYear()).isEqualTo(1);
        assertThat(said.plant("South")).isEqualTo(Uncertainty.ASSUMED.plants());
        assertThat(said.part("PACK").heldPercent()).isEqualTo(50);
        assertThat(said.leaving().afterSlipFactor()).isEqualTo(2);
        assertThat(said.demand()).isEqualTo(Uncertainty.ASSUMED.demand());
    }

    @Test
    void withoutTheFileAllIsAssumed() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        folder.remove("uncertainty.toml");

        assertThat(TestFolder.sound(folder.write(temp)).uncertainty()).isEqualTo(Uncertainty.ASSUMED);
    }
}
