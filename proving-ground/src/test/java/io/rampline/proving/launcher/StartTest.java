package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.launcher.Stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void aMachineWithAJdk() throws IOException {
        stage = new Stage(folder);
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("jdk"), "25").toString());
    }

    @Test
    void argumentsArriveAsTheyWereTyped() throws Exception {
        assertThat(arguments(stage.launch("brief", "two words", "", "*", "--out=a b")))
                .endsWith("io.rampline.desk.start.Rampline", "brief", "two words", "", "*", "--out=a b");
    }

    @Test
    void withoutArgumentsHelpIsShown() throws Exception {
        assertThat(arguments(stage.launch())).endsWith("io.rampline.desk.start.Rampline", "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "peer-workload", "prove"})
    void whatProvesTheProductRunsOnTheProvingGround(String command) throws Exception {
        Outcome outcome = stage.launch(command, "x");

        assertThat(arguments(outcome)).endsWith("io.rampline.proving.ProvingGround", command, "x");
        assertThat(classPath(outcome)).anyMatch(jar -> jar.endsWith("/proof/jmh.jar"));
    }

    @Test
    void theProductRunsWithoutTheProvingGround() throws Exception {
        assertThat(classPath(stage.launch("brief")))
                .hasSize(2)
                .noneMatch(jar -> jar.contains("/proof/"))
                .allSatisfy(jar -> assertThat(Path.of(jar)).exists());
    }

    @Test
    void theFolderOfTheUserStaysTheFolder() throws Exception {
        assertThat(stage.launch().out()).contains("folder: " + stage.root().resolve("elsewhere"));
    }

    @Test
    void theCheckoutIsToldToTheProgram() throws Exception {
        assertThat(arguments(stage.launch())).contains("-Drampline.home=" + stage.checkout());
    }

    @Test
    void optionsOfTheUserComeAfterTheLaunchersOwn() throws Exception {
        stage.set("RAMPLINE_JAVA_OPTS", "-Xmx3g -Dx=y");

        assertThat(arguments(stage.launch("brief")))
                .containsSubsequence(
                        "-XX:+UseCompactObjectHeaders", "-Xmx3g", "-Dx=y", "io.rampline.desk.start.Rampline");
    }

    @Test
    void workThatEndsIsCollectedAtOnceAndAServiceIsNot() throws Exception {
        assertThat(arguments(stage.launch("brief"))).contains("-XX:+UseParallelGC");
        assertThat(arguments(stage.launch("serve"))).doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void aCollectorThatTheUserNamesIsTheOnlyOne() throws Exception {
        stage.set("RAMPLINE_JAVA_OPTS", "-Xmx3g -XX:+UseSerialGC");

        assertThat(arguments(stage.launch("brief")))
                .contains("-XX:+UseSerialGC")
                .doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        stage.set("STUB_EXIT", "3");

        assertThat(stage.launch("check").exit()).isEqualTo(3);
    }

    @Test
    void whatTheBuildRehearsedIsReadyForEveryStart() throws Exception {
        stage.launch();

        assertThat(arguments(stage.launch("brief")))
                .anyMatch(option ->
                        option.startsWith("-XX:AOTCache=" + stage.checkout()) && option.endsWith("/ready.aot"));
        assertThat(arguments(stage.launch("bench"))).anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    @Test
    void anotherJdkStartsWithoutWhatTheFirstOneRehearsed() throws Exception {
        stage.launch();
        stage.set(
                "JAVA_HOME",
                stage.jdk(stage.root().resolve("jdk two"), "25.0.1").toString());

        Outcome outcome = stage.launch("brief");

        assertThat(outcome.err()).isEmpty();
        assertThat(arguments(outcome)).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void aRehearsalThatFailsStopsNobody() throws Exception {
        Path jdk = stage.root().resolve("jdk");
        String java = Files.readString(jdk.resolve("bin/java"));
        Stage.script(jdk.resolve("bin/java"), java.replace("create=yes", "exit 1"));

        Outcome outcome = stage.launch("brief");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(arguments(outcome)).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void itStartsThroughLinks() throws Exception {
        Path absolute = stage.root().resolve("bin/rampline-absolute");
        Path relative = stage.root().resolve("bin/rampline");
        Files.createSymbolicLink(absolute, stage.checkout().resolve("rampline"));
        Files.createSymbolicLink(relative, Path.of("rampline-absolute"));

        assertThat(arguments(stage.run(List.of(relative.toString())))).contains("-Drampline.home=" + stage.checkout());
    }

    static Stream<List<String>> shells() {
        return Stream.of(List.of("sh"), List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"))
                .filter(shell -> Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, shell.getFirst()))));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void everyShellOfThisMachineRunsIt(List<String> shell) throws Exception {
        stage.link(shell.getFirst().equals("sh") ? "true" : shell.getFirst());
        List<String> command = Stream.concat(
                        shell.stream(),
                        Stream.of(stage.checkout().resolve("rampline").toString(), "brief", "a b"))
                .toList();

        assertThat(arguments(stage.run(command))).endsWith("io.rampline.desk.start.Rampline", "brief", "a b");
    }

    @Test
    void theTestsEndWithOnePlainLine() throws Exception {
        reportOf("tests=\"12\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        Outcome outcome = stage.launch("test");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.out()).endsWith("\n14 passed, 0 failed\n");
        assertThat(stage.mavenCalls().getLast()).contains("verify").doesNotContain("skip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests=\"12\" errors=\"1\" skipped=\"0\" failures=\"0\"|13 passed, 1 failed",
                "tests=\"12\" errors=\"1\" skipped=\"0\" failures=\"2\"|11 passed, 3 failed",
                "tests=\"12\" errors=\"0\" skipped=\"2\" failures=\"0\"|12 passed, 0 failed, 2 skipped",
                "tests=\"0\" errors=\"0\" skipped=\"0\" failures=\"0\"|0 passed, 0 failed"
            })
    void whatDidNotPassIsNotGreenEvenIfMavenSaysSo(String reportAndLine) throws Exception {
        String[] parts = reportAndLine.split("\\|", 2);
        reportOf(parts[0]);

        Outcome outcome = stage.launch("test");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.out()).endsWith("\n" + parts[1] + "\n");
    }

    @Test
    void aBuildThatBreaksCountsAsAFailureEvenIfAllTestsPassed() throws Exception {
        stage.launch("--version");
        Files.writeString(
                stage.checkout().resolve("after"),
                reportScript("tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"") + "exit 1\n");

        Outcome outcome = stage.launch("test");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.out()).contains("the build failed").endsWith("\n3 passed, 1 failed\n");
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() throws Exception {
        reportOf("tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        stage.launch("test");
        Files.delete(stage.checkout().resolve("after"));

        assertThat(stage.launch("test").out()).endsWith("\n0 passed, 0 failed\n");
    }

    @Test
    void twoBuildsThatDifferCountAsOneThatFailed() throws Exception {
        reportOf("tests=\"12\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Stage.script(stage.checkout().resolve(".ci/reproducible"), "exit 1\n");

        Outcome outcome = stage.launch("test");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.out()).endsWith("\n13 passed, 1 failed\n");
    }

    @Test
    void aProductThatCannotStartCountsAsOneThatFailed() throws Exception {
        reportOf("tests=\"12\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        stage.set("STUB_EXIT", "1");

        Outcome outcome = stage.launch("test");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.out()).contains("as it is shipped").endsWith("\n13 passed, 1 failed\n");
    }

    @Test
    void aPartOfTheTestsIsNotBuiltTwice() throws Exception {
        reportOf("tests=\"12\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Stage.script(stage.checkout().resolve(".ci/reproducible"), "exit 1\n");

        assertThat(stage.launch("test", "-pl", "factory").out()).isEqualTo("12 passed, 0 failed\n");
        assertThat(stage.mavenCalls().getLast()).contains("-pl factory verify");
    }

    private void reportOf(String counts) throws IOException {
        Files.writeString(stage.checkout().resolve("after"), reportScript(counts));
    }

    private static String reportScript(String counts) {
        return """
                mkdir -p desk/target/surefire-reports
                cat >desk/target/surefire-reports/TEST-a.xml <<'REPORT'
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0.2" name="a" time="0.1" %s>
                  <testcase name="tests=&quot;7&quot;"/>
                </testsuite>
                REPORT
                """.formatted(counts);
    }

    private static List<String> arguments(Outcome outcome) {
        assertThat(outcome.out()).as(outcome.all()).contains("argument: ");
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("argument: <"))
                .map(line -> line.substring("argument: <".length(), line.length() - 1))
                .toList();
    }

    private static List<String> classPath(Outcome outcome) {
        List<String> arguments = arguments(outcome);
        return List.of(arguments.get(arguments.indexOf("-cp") + 1).split(":", -1));
    }
}
