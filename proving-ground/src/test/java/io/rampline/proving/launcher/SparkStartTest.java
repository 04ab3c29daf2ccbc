package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.launcher.Stage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkStartTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void aMachineWithAJdk() throws Exception {
        stage = new Stage(folder);
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("jdk"), "25").toString());
        Files.writeString(stage.checkout().resolve("after"), """
                case " $* " in
                    *' -pl sweep '*)
                        mkdir -p sweep/target/lib
                        echo jar >sweep/target/sweep-0.1.jar
                        echo jar >sweep/target/lib/spark-core.jar
                        ;;
                esac
                """);
    }

    private static List<String> properties(Outcome outcome) {
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("argument: <-Drampline.sweep=") || line.contains("add-opens"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--spark=local[2]", "--spark"})
    void whoAsksForSparkGetsItBuiltOnceAndBesideTheProduct(String asked) throws Exception {
        Outcome first = stage.launch("simulate", "plant", asked, "local[2]");
        Outcome second = stage.launch("sweep", "plant", asked, "local[2]");

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(first.err()).contains("getting Spark ready");
        assertThat(second.err()).isEmpty();
        assertThat(stage.mavenCalls()).hasSize(2);
        assertThat(stage.mavenCalls().getFirst()).contains("-pl !sweep,!browser package");
        assertThat(stage.mavenCalls().getLast()).contains("-pl sweep -am package");
        String jars = properties(second).stream()
                .filter(line -> line.contains("rampline.sweep"))
                .findFirst()
                .orElseThrow();
        assertThat(Stage.names(Path.of(jars.substring(jars.indexOf('=') + 1, jars.length() - 1))))
                .containsExactly("spark-core.jar", "sweep-0.1.jar");
        assertThat(second.out()).doesNotContain("spark-core.jar");
    }

    @Test
    void whoDoesNotAskForSparkSeesNothingOfIt() throws Exception {
        Outcome outcome = stage.launch("simulate", "plant");

        assertThat(properties(outcome)).isEmpty();
        assertThat(properties(stage.launch("why", "plant", "--spark"))).isEmpty();
        assertThat(stage.mavenCalls()).hasSize(1);
    }

    @Test
    void aBuildOfSparkThatFailsSaysSoAndIsTriedAgain() throws Exception {
        stage.launch("--version");
        Files.createFile(stage.checkout().resolve("fail"));
        Outcome failed = stage.launch("simulate", "plant", "--spark", "local[2]");
        Files.delete(stage.checkout().resolve("fail"));

        assertThat(failed.exit()).isEqualTo(70);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("cannot find symbol: class Promise", "its whole log is");
        assertThat(stage.launch("simulate", "plant", "--spark", "local[2]").exit())
                .isZero();
    }
}
