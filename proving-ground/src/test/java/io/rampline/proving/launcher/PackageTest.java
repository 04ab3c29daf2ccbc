package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.launcher.Stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {
    private static final String NAME = "rampline-0.1-SNAPSHOT-";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void aMachineWithAJdk() throws Exception {
        stage = new Stage(folder);
        stage.link("cksum");
        stage.set("JAVA_HOME", stage.jdk(stage.root().resolve("jdk"), "25").toString());
        Files.writeString(stage.checkout().resolve("after"), """
                rm -f desk/target/lib/* desk/target/desk-*.jar proving-ground/target/lib/desk-*.jar
                echo jar >desk/target/desk-0.1-SNAPSHOT.jar
                echo jar >desk/target/lib/picocli-4.7.7.jar
                echo jar >desk/target/lib/web-0.1-SNAPSHOT.jar
                """);
        for (String file : List.of("CHANGELOG.md", "SECURITY.md", "DICTIONARY.md", "LICENSE")) {
            Files.writeString(stage.checkout().resolve(file), file);
        }
        Files.createDirectories(stage.checkout().resolve("examples/tiny"));
        Files.writeString(stage.checkout().resolve("examples/tiny/scenario.toml"), "name = \"Tiny\"\n");
        Files.createDirectories(stage.checkout().resolve("docs"));
        Files.createDirectories(stage.checkout().resolve("web"));
        copy("packaging");
        Files.copy(Stage.projectRoot().resolve("web/pom.xml"), stage.checkout().resolve("web/pom.xml"));
    }

    private void copy(String name) throws IOException {
        Path from = Stage.projectRoot().resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path to = stage.checkout()
                        .resolve(name)
                        .resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Packs into a folder, and unpacks what came of it there. */
    private Path unpacked(String out) throws Exception {
        Path archive = packed(out);
        assertThat(stage.run(List.of(
                                "tar",
                                "-xzf",
                                archive.toString(),
                                "-C",
                                archive.getParent().toString()))
                        .all())
                .isEmpty();
        return archive.resolveSibling(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    private Path packed(String out) throws Exception {
        Outcome outcome =
                stage.launch("package", "--out", stage.root().resolve(out).toString());
        assertThat(outcome.exit()).as(outcome.all()).isZero();
        Path archive = Path.of(outcome.out().strip());
        assertThat(archive.getFileName().toString()).startsWith(NAME).endsWith(".tar.gz");
        return archive;
    }

    @Test
    void unpackedElsewhereItStartsWithoutSourcesOrCompiler() throws Exception {
        Path product = unpacked("out");
        int builds = stage.mavenCalls().size();
        Files.delete(stage.root().resolve("jdk/bin/javac"));
        deleteAll(stage.checkout());

        Outcome first = stage.run(List.of(product.resolve("rampline").toString(), "brief", "two words"));
        Outcome second = stage.run(List.of(product.resolve("rampline").toString(), "brief", "two words"));

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(first.err()).contains("getting ready");
        assertThat(second.err()).isEmpty();
        assertThat(second.out())
                .contains(
                        "argument: <-XX:AOTCache=" + product.resolve("ready/ready.aot") + ">",
                        "argument: <-Drampline.home=" + product + ">",
                        product.resolve("jars/desk-0.1-SNAPSHOT.jar") + ":" + product.resolve("jars/picocli-4.7.7.jar"),
                        "argument: <two words>")
                .doesNotContain("/proof/", "/.rampline/");
        assertThat(builds).isEqualTo(1);
    }

    @Test
    void aRuntimeBesideItComesBeforeAllOthers() throws Exception {
        Path product = unpacked("out");
        stage.jdk(product.resolve("runtime"), "25.0.9");
        Files.delete(product.resolve("runtime/bin/javac"));

        assertThat(stage.run(List.of(product.resolve("rampline").toString(), "brief"))
                        .out())
                .contains("java: " + product.resolve("runtime/bin/java"));
    }

    @Test
    void whereItMayNotWriteItGetsReadyInTheCache() throws Exception {
        Path product = unpacked("out");
        Files.writeString(product.resolve("ready"), "no folder can be made here");

        Outcome outcome = stage.run(List.of(product.resolve("rampline").toString(), "brief"));

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.out()).contains("argument: <-XX:AOTCache=" + stage.cache() + "/ready-");
    }

    @Test
    void whatNeedsTheSourcesSaysSo() throws Exception {
        Path product = unpacked("out");
        for (List<String> asked : List.of(
                List.of("test"), List.of("bench"), List.of("package"), List.of("simulate", "--spark", "local"))) {
            Outcome outcome = stage.run(
                    Stream.concat(Stream.of(product.resolve("rampline").toString()), asked.stream())
                            .toList());

            assertThat(outcome.exit()).as(outcome.all()).isEqualTo(70);
            assertThat(outcome.err())
                    .contains(asked.getLast().equals("local") ? "--spark" : asked.getFirst(), "sources");
        }
    }

    @Test
    void theSameBuildGivesTheSameBytes() throws Exception {
        Path one = packed("one");
        Path other = packed("other");

        assertThat(Arrays.mismatch(Files.readAllBytes(one), Files.readAllBytes(other)))
                .isEqualTo(-1);
        assertThat(Stage.names(one.getParent()))
                .containsExactly(one.getFileName().toString());
    }

    @Test
    void theArchiveSaysWhatIsInItAndUnderWhichLicence() throws Exception {
        Path product = unpacked("out");

        assertThat(Files.readString(product.resolve("THIRD-PARTY.md")))
                .contains("| picocli | 4.7.7 | Apache-2.0 |", "| lit-html, inside web-0.1-SNAPSHOT.jar | 3.")
                .doesNotContain("| desk |");
        assertThat(Files.readString(product.resolve("rampline-sbom.json")))
                .contains(
                        "\"bomFormat\":\"CycloneDX\"",
                        "\"purl\":\"pkg:maven/info.picocli/picocli@4.7.7\"",
                        "\"purl\":\"pkg:npm/lit@3.",
                        "\"purl\":\"pkg:npm/%40lit/reactive-element@2.",
                        "\"name\":\"desk\"");
        assertThat(product.resolve("licences/BSD-3-Clause.txt")).exists();
    }

    @Test
    void aLibraryWithoutALicenceIsNotPacked() throws Exception {
        stage.launch("--version");
        Path image;
        try (Stream<Path> found = Files.list(stage.checkout().resolve(".rampline"))) {
            image = found.filter(path -> path.getFileName().toString().startsWith("image-"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(image.resolve("desk/left-pad-1.0.jar"), "jar");

        Outcome outcome =
                stage.launch("package", "--out", stage.root().resolve("out").toString());

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("left-pad", "packaging/libraries");
        assertThat(Stage.names(stage.root().resolve("out"))).isEmpty();
    }

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        Outcome outcome = stage.launch("package", "--jre");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--jre", "--runtime");
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
    }
}
