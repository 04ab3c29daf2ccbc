package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.launcher.Stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void anEmptyMachine() throws IOException {
        stage = new Stage(folder);
        // Whoever finds no JDK shall not go to the network for one.
        stage.takeAway("curl", "wget");
    }

    @Test
    void theJdkNamedForRamplineComesFirst() throws Exception {
        Path named = stage.jdk(stage.root().resolve("named jdk"), "25.0.1");
        stage.set("RAMPLINE_JAVA_HOME", named.toString());
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("other"), "25").toString());

        assertStartedBy(named, stage.launch());
    }

    @Test
    void aJdkNamedForRamplineThatWillNotDoIsRefusedEvenWhenThereAreOthers() throws Exception {
        stage.set(
                "RAMPLINE_JAVA_HOME",
                stage.jdk(stage.root().resolve("old"), "21.0.4").toString());
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("other"), "25").toString());

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("RAMPLINE_JAVA_HOME is").contains("is not a JDK 25 or newer");
    }

    @Test
    void javaHomeIsTaken() throws Exception {
        Path jdk = stage.jdk(stage.root().resolve("java home"), "26-ea");
        stage.set("JAVA_HOME", jdk.toString());

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("old"), "17.0.9").toString());
        Path jdk = stage.jdk(stage.systemJdks().resolve("temurin 25"), "25.0.3");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void theCompilerOnThePathLeadsToItsJdkThroughLinks() throws Exception {
        Path jdk = stage.jdk(stage.root().resolve("opt/jdk"), "25.0.2");
        Path alternatives = Files.createDirectories(stage.root().resolve("etc"));
        Files.createSymbolicLink(alternatives.resolve("javac"), jdk.resolve("bin/javac"));
        Files.createSymbolicLink(stage.root().resolve("bin/javac"), Path.of("../etc/javac"));

        assertStartedBy(jdk.toRealPath(), stage.launch());
    }

    @Test
    void amongTheJdksOfTheSystemTheOneAskedForGoesBeforeANewerOne() throws Exception {
        stage.jdk(stage.systemJdks().resolve("a-26"), "26");
        Path jdk = stage.jdk(stage.systemJdks().resolve("b-25"), "25.0.3");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void aNewerJdkDoesWhenThereIsNoOther() throws Exception {
        stage.jdk(stage.systemJdks().resolve("a-21"), "21");
        Path jdk = stage.jdk(stage.systemJdks().resolve("b-26"), "26");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void sdkmansJdksAreFound() throws Exception {
        Path jdk = stage.jdk(stage.home().resolve(".sdkman/candidates/java/25.0.1-tem"), "25.0.1");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void theToolOfMacosIsAsked() throws Exception {
        Path jdk = stage.jdk(stage.root().resolve("Library/jdk-25.jdk/Contents/Home"), "25");
        Path tool = stage.root().resolve("libexec/java_home");
        Stage.script(tool, "[ \"$*\" = '-v 25' ] && echo '" + jdk + "'\n");
        stage.set("RAMPLINE_JAVA_HOME_TOOL", tool.toString());

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void aFetchedJdkIsFoundAgain() throws Exception {
        Path jdk = stage.jdk(stage.cache().resolve("jdk-0123456789ab"), "25.0.4.1");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
        Path runtime = stage.jdk(stage.systemJdks().resolve("a-jre"), "25");
        Files.delete(runtime.resolve("bin/javac"));
        Path jdk = stage.jdk(stage.systemJdks().resolve("b-jdk"), "25");

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void aJdkWithoutReleaseFileIsAskedForItsVersion() throws Exception {
        Path old = stage.jdk(stage.systemJdks().resolve("a"), "17.0.1");
        Path jdk = stage.jdk(stage.systemJdks().resolve("b"), "25.0.1");
        Files.delete(old.resolve("release"));
        Files.delete(jdk.resolve("release"));

        assertStartedBy(jdk, stage.launch());
    }

    @Test
    void mavenGetsTheSameJdk() throws Exception {
        Path jdk = stage.jdk(stage.systemJdks().resolve("jdk"), "25");

        stage.launch();

        assertThat(stage.mavenCalls()).singleElement().asString().contains("JAVA_HOME=" + jdk + " ");
    }

    private static void assertStartedBy(Path jdk, Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.out()).contains("java: " + jdk + "/bin/java\n");
    }
}
