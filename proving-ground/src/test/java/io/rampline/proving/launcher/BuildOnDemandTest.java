package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.launcher.Stage.Outcome;
import io.rampline.proving.launcher.Stage.Running;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildOnDemandTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void aMachineWithAJdk() throws IOException {
        stage = new Stage(folder);
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("jdk"), "25").toString());
    }

    @Test
    void theFirstStartBuildsAndSaysSoInOneLine() throws Exception {
        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.err()).isEqualTo("rampline: building Rampline (first run, about 60 s)...\n");
        assertThat(stage.mavenCalls()).hasSize(1);
    }

    @Test
    void theNextStartBuildsNothingAndSaysNothing() throws Exception {
        stage.launch();
        Outcome again = stage.launch();

        assertThat(again.err()).isEmpty();
        assertThat(stage.mavenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "desk/pom.xml", "desk/src/main/java/Rampline.java", ".mvn/jvm.config"})
    void aChangedSourceIsBuilt(String changed) throws Exception {
        stage.launch();
        Files.writeString(stage.checkout().resolve(changed), "changed");

        assertThat(stage.launch().err()).contains("building Rampline (sources changed, about ");
        assertThat(stage.launch().err()).isEmpty();
        assertThat(stage.mavenCalls()).hasSize(2);
    }

    @Test
    void aDeletedSourceIsNoticed() throws Exception {
        Files.writeString(stage.source().resolveSibling("Second.java"), "class Second {}");
        stage.launch();
        Files.delete(stage.source().resolveSibling("Second.java"));

        assertThat(stage.launch().err()).contains("sources changed");
    }

    @Test
    void aSourceFromTheFutureIsMentionedAndDoesNotStopAnyone() throws Exception {
        Files.setLastModifiedTime(
                stage.source(), java.nio.file.attribute.FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("its time lies in the future");
    }

    @Test
    void aBuildThatFailsShowsTheErrorAndNamesTheLog() throws Exception {
        Files.createFile(stage.checkout().resolve("fail"));

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("cannot find symbol: class Promise")
                .contains("its whole log is " + stage.checkout().resolve(".rampline/build.log"));
    }

    @Test
    void afterAFailedBuildTheNextStartTriesAgain() throws Exception {
        Files.createFile(stage.checkout().resolve("fail"));
        stage.launch();
        Files.delete(stage.checkout().resolve("fail"));

        assertThat(stage.launch().exit()).isZero();
    }

    @Test
    void whileOneStartBuildsAnotherWaitsAndTakesWhatWasBuilt() throws Exception {
        Path gate = Files.createFile(stage.checkout().resolve("wait-here"));
        Running first = launchAside();
        Running.awaitIn(stage.checkout().resolve("maven-calls"), "package");
        Running second = launchAside();
        second.awaitWords("another start is building; waiting for it");
        Files.delete(gate);

        assertThat(Stage.await(first).exit()).isZero();
        assertThat(Stage.await(second).exit()).isZero();
        assertThat(stage.mavenCalls()).hasSize(1);
    }

    @Test
    void aBuilderThatWasKilledBlocksNobody() throws Exception {
        Path gate = Files.createFile(stage.checkout().resolve("wait-here"));
        Running killed = launchAside();
        Running.awaitIn(stage.checkout().resolve("maven-calls"), "package");
        killed.killAll();
        Files.delete(gate);

        Outcome next = stage.launch();

        assertThat(next.exit()).as(next.all()).isZero();
        assertThat(next.err()).doesNotContain("waiting");
        assertThat(stage.mavenCalls()).hasSize(2);
    }

    @Test
    void aMavenThatOutlivesItsLauncherIsWaitedFor() throws Exception {
        Path gate = Files.createFile(stage.checkout().resolve("wait-here"));
        Running orphaning = launchAside();
        Running.awaitIn(stage.checkout().resolve("maven-calls"), "package");
        orphaning.process().destroyForcibly().waitFor();
        Running next = launchAside();
        next.awaitWords("another start is building; waiting for it");
        Files.delete(gate);

        assertThat(Stage.await(next).exit()).isZero();
    }

    @Test
    void perlLocksWhereThereIsNoFlock() throws Exception {
        stage.takeAway("flock");
        Path gate = Files.createFile(stage.checkout().resolve("wait-here"));
        Running first = launchAside();
        Running.awaitIn(stage.checkout().resolve("maven-calls"), "package");
        Running second = launchAside();
        Files.delete(gate);

        assertThat(Stage.await(first).exit()).isZero();
        Outcome outcome = Stage.await(second);
        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(stage.mavenCalls()).hasSize(1);
    }

    @Test
    void aRunningRamplineKeepsItsJarsThroughTheNextBuild() throws Exception {
        String before = stage.launch().out();
        Files.writeString(stage.source(), "changed");
        stage.launch();

        String jar = before.lines()
                .filter(line -> line.contains("desk-0.1.jar"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("argument: <(.*?desk-0\\.1\\.jar).*", "$1");
        assertThat(Path.of(jar)).exists();
    }

    @Test
    void oldBuildsDoNotPileUp() throws Exception {
        for (int round = 0; round < 5; round++) {
            Files.writeString(stage.source(), "round " + round);
            stage.launch();
        }

        assertThat(Stage.names(stage.checkout().resolve(".rampline")))
                .filteredOn(name -> name.startsWith("image-"))
                .hasSizeBetween(1, 2);
    }

    @Test
    void aCheckoutThatCannotBeWrittenIsSaidSo() throws Exception {
        Files.writeString(stage.checkout().resolve(".rampline"), "in the way");

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("cannot write to " + stage.checkout().resolve(".rampline"));
    }

    @Test
    void aBuildInsideABuildIsRefusedInsteadOfWaitingForEver() throws Exception {
        Files.writeString(stage.checkout().resolve("after"), "./rampline brief; echo \"inner: $?\"\n");

        Outcome outcome = stage.launch("--version");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(stage.checkout().resolve(".rampline/build.log"))
                .content()
                .contains("a build is under way above this one")
                .contains("inner: 70");
    }

    @Test
    void aDiskThatFillsUpLeavesNoHalfBuildInUse() throws Exception {
        Path cp = stage.root().resolve("bin/cp");
        String works = Files.readString(cp);
        Stage.script(cp, "exit 1\n");

        Outcome full = stage.launch();
        Stage.script(cp, works.substring(works.indexOf('\n') + 1));
        Outcome after = stage.launch();

        assertThat(full.exit()).isEqualTo(70);
        assertThat(full.out()).isEmpty();
        assertThat(full.err()).contains("cannot copy the jars").contains("Maybe the disk is full");
        assertThat(after.exit()).as(after.all()).isZero();
        assertThat(stage.mavenCalls()).hasSize(2);
    }

    @Test
    void mavenComesFromTheMirrorOfTheUsersSettings() throws Exception {
        Files.createDirectories(stage.home().resolve(".m2"));
        Files.writeString(stage.home().resolve(".m2/settings.xml"), """
                <settings><mirrors>
                  <!-- <mirror><mirrorOf>*</mirrorOf><url>https://commented.example/</url></mirror> -->
                  <mirror><id>other</id><mirrorOf>jboss</mirrorOf><url>https://jboss.example/</url></mirror>
                  <mirror>
                    <id>house</id>
                    <url>https://mirror.example/maven/</url>
                    <mirrorOf>external:*,!local</mirrorOf>
                  </mirror>
                </mirrors></settings>
                """);

        stage.launch();

        assertThat(stage.mavenCalls()).singleElement().asString().endsWith("MVNW_REPOURL=https://mirror.example/maven");
    }

    @Test
    void withoutUnzipTheJdkOpensMavensArchive() throws Exception {
        stage.takeAway("unzip");
        Path jdk = Path.of(System.getProperty("java.home"));
        stage.set("JAVA_HOME", jdk.toString());
        try (OutputStream file = Files.newOutputStream(stage.checkout().resolve("maven.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("apache-maven/bin/mvn"));
        }
        Files.writeString(
                stage.checkout().resolve("after"), "mkdir opened && unzip -q \"$PWD/maven.zip\" -d \"$PWD/opened\"\n");

        stage.launch();

        assertThat(stage.checkout().resolve("opened/apache-maven/bin/mvn")).isExecutable();
    }

    private Running launchAside() throws IOException {
        return stage.start(List.of(stage.checkout().resolve("rampline").toString()));
    }
}
