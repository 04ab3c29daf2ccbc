package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process with a heap that is too small for its book. */
class TooLittleMemoryTest {
    private static final int ORDERS = 400_000;

    @TempDir
    Path folder;

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.rampline.desk.start.Rampline"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start()
                .waitFor();
    }

    private String bigBook() {
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim\n");
        for (int order = 0; order < ORDERS; order++) {
            orders.append("AN-ORDER-WITH-A-LONG-ID-").append(order).append(",2025-12-01,Car,Base\n");
        }
        Path scenario = folder.resolve("big");
        SmallScenario.in(scenario).with("orders.csv", orders.toString());
        return scenario.toString();
    }

    @Test
    void aBookThatDoesNotFitIsToldInOneLineWithAdviceAndItsOwnExitCode() throws IOException, InterruptedException {
        String book = bigBook();

        assertThat(run("check", book)).isEqualTo(ExitCode.MEMORY);
        assertThat(Files.readAllLines(folder.resolve("err.txt")))
                .filteredOn(line -> !line.startsWith("rampline: Reading "))
                .singleElement()
                .asString()
                .startsWith("rampline: found too little memory: the JVM may use 24 MiB")
                .endsWith("RAMPLINE_JAVA_OPTS=-Xmx64m");
        assertThat(folder.resolve("out.txt")).isEmptyFile();

        Path out = folder.resolve("briefing");
        assertThat(run("brief", book, "--quiet", "--out", out.toString())).isEqualTo(ExitCode.MEMORY);
        assertThat(Files.readAllLines(folder.resolve("err.txt"))).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "25165824, -Xmx64m",
        "67108864, -Xmx128m",
        "70000000, -Xmx256m",
        "1073741824, -Xmx2g",
        "6300000000, -Xmx16g"
    })
    void theAdviceIsAtLeastTwiceWhatThereWas(long heapBytesMax, String option) {
        assertThat(Memory.exhausted(heapBytesMax)).endsWith("RAMPLINE_JAVA_OPTS=" + option);
    }

    @Test
    void wantOfThreadsIsNoWantOfHeap() {
        assertThat(Memory.exhausted(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .contains("no room for another thread")
                .doesNotContain("-Xmx");
    }
}
