package io.rampline.ramp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamePlanTest {
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 2);

    @Test
    void theSameQuestionHasTheSameAnswerInAnyProcessRowOrderAndLocale() throws Exception {
        for (int world = 1; world <= WORLDS; world++) {
            Set<String> answers = new TreeSet<>();
            answers.add(answer(world, 0, "en", "UTC"));
            answers.add(answer(world, 1, "tr", "Asia/Shanghai"));
            answers.add(answer(world, 2, "ar", "America/St_Johns"));

            assertThat(answers).as("world %d", world).hasSize(1).allMatch(text -> text.startsWith("Planned "));
        }
    }

    private static String answer(int world, int shuffle, String language, String zone)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=" + language,
                "-Duser.timezone=" + zone,
                "-cp",
                System.getProperty("java.class.path"),
                PlanInFreshProcess.class.getName(),
                String.valueOf(world),
                String.valueOf(shuffle),
                Path.of("target", "cache").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
