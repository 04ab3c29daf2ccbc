package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.file.BriefingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process whose files may not grow: for the program the same as a full disk. */
class FullDiskTest {
    /** Enough for the ten orders of the small example, and too little for the other one. */
    private static final int BLOCKS_MAX = 200;

    @TempDir
    Path folder;

    private int brief(String example) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = "ulimit -f " + BLOCKS_MAX + "; exec '" + java + "' -XX:-UsePerfData -Xshare:auto"
                + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp '"
                + System.getProperty("java.class.path") + "' io.rampline.desk.start.Rampline brief '"
                + SmallScenario.example(example) + "' --quiet --out '" + folder.resolve("out") + "'";
        return new ProcessBuilder("sh", "-c", command)
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start()
                .waitFor();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder.resolve("out"))) {
            for (Path file : list.toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void aDiskThatFillsUpLeavesTheOldBriefingWholeAndSaysWhatToDo() throws IOException, InterruptedException {
        assertThat(brief("tiny"))
                .as(Files.readString(folder.resolve("err.txt")))
                .isEqualTo(ExitCode.OK);
        Map<String, String> before = files();
        assertThat(before.keySet()).containsExactlyInAnyOrderElementsOf(BriefingFiles.NAMES);

        assertThat(brief("heat-pumps")).isEqualTo(ExitCode.FILES);

        assertThat(Files.readString(folder.resolve("err.txt")))
                .contains("the disk is full")
                .contains("Nothing there was changed")
                .contains("Maybe free some space")
                .doesNotContain("\tat ");
        assertThat(files()).isEqualTo(before);
    }
}
