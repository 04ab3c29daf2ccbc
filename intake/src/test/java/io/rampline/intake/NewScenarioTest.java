package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.intake.NewScenario.Outcome.Refused;
import io.rampline.intake.NewScenario.Outcome.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewScenarioTest {
    @TempDir
    Path temp;

    @Test
    void whatIsWrittenCanBeRead() throws IOException {
        Path dir = temp.resolve("a").resolve("b");

        assertThat(NewScenario.write(dir)).isInstanceOf(Written.class);
        assertThat(ScenarioFolder.read(dir, Progress.NONE)).isInstanceOfSatisfying(Reading.Sound.class, sound -> {
            assertThat(sound.notes()).isEmpty();
            assertThat(sound.contents().openOrders().size()
                            + sound.contents().history().size())
                    .isEqualTo(2600 + 1400 + 1500 + 400 + 1900 + 300 + 250);
            assertThat(sound.contents().history().size()).isEqualTo(90 + 40 + 60 + 10 + 70 + 5 + 1900 + 1300);
            assertThat(sound.contents().scenario().lines().getFirst().capacity().get(0))
                    .isEqualTo(408);
        });
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        assertThat(NewScenario.write(temp))
                .isInstanceOfSatisfying(
                        Written.class,
                        written -> assertThat(written.files())
                                .allSatisfy(file -> assertThat(file).exists()));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(temp.resolve("letter.txt"), "keep me");

        assertThat(NewScenario.write(temp))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.flaw().found()).isEqualTo("a folder with files in it"));
        assertThat(temp).isDirectoryNotContaining("glob:**.csv");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThat(NewScenario.write(file)).isInstanceOf(Refused.class);
    }
}
