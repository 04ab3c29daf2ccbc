package io.rampline.proving.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/decisions/000-dependencies.md has a line for each library and plugin of a pom, in the part where it belongs. */
class DependenciesTest {
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern PLUGIN = Pattern.compile("<plugin>(.*?)</plugin>", Pattern.DOTALL);

    /** Where the compiler finds what checks the code. */
    private static final Pattern PATH = Pattern.compile("<path>(.*?)</path>", Pattern.DOTALL);

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern NAME = Pattern.compile("`([\\w.*-]+)`");

    /** Modules of which nothing is shipped. */
    private static final Set<String> UNSHIPPED = Set.of("proving-ground", "browser");

    private final List<String> shipped = new ArrayList<>();
    private final List<String> clusters = new ArrayList<>();
    private final List<String> building = new ArrayList<>();

    DependenciesTest() throws IOException {
        readPom(Checkout.root().resolve("pom.xml"), "");
        for (Path module : Checkout.modules()) {
            readPom(module.resolve("pom.xml"), module.getFileName().toString());
        }
    }

    private void readPom(Path pom, String module) throws IOException {
        String text = Files.readString(pom)
                .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "")
                .replaceAll("(?s)<exclusions>.*?</exclusions>", "")
                .replaceAll("(?s)<pluginManagement>.*?</pluginManagement>", "");
        DEPENDENCY.matcher(text).results().map(found -> found.group(1)).forEach(found -> file(found, module));
        PLUGIN.matcher(text).results().forEach(found -> building.add(artifact(found.group(1))));
        PATH.matcher(text).results().forEach(found -> building.add(artifact(found.group(1))));
    }

    private void file(String dependency, String module) {
        if (dependency.contains("<groupId>io.rampline<")) {
            return;
        }
        boolean isBundled = dependency.contains("<groupId>org.mvnpm");
        boolean isForBuilding = dependency.contains("<scope>test<")
                || (dependency.contains("<scope>provided<") && !isBundled)
                || UNSHIPPED.contains(module);
        List<String> part = isForBuilding ? building : module.equals("sweep") ? clusters : shipped;
        part.add(artifact(dependency));
    }

    private static String artifact(String element) {
        Matcher artifact = ARTIFACT.matcher(element);
        assertThat(artifact.find()).as(element).isTrue();
        return artifact.group(1);
    }

    /** The names in backticks in the first cells of one part of the page. */
    private static Set<String> named(String heading) throws IOException {
        String page = Files.readString(Checkout.root().resolve("docs/decisions/000-dependencies.md"));
        String part = page.substring(page.indexOf("## " + heading)).split("\n## ", 2)[0];
        return part.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(
                        line -> NAME.matcher(line.split("[|]", -1)[1]).results().map(name -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean covers(String name, String artifact) {
        return name.endsWith("*") ? artifact.startsWith(name.substring(0, name.length() - 1)) : artifact.equals(name);
    }

    private static List<String> without(Set<String> names, List<String> artifacts) {
        return artifacts.stream()
                .distinct()
                .filter(artifact -> names.stream().noneMatch(name -> covers(name, artifact)))
                .toList();
    }

    @Test
    void everyLibraryOfAPomStandsInTheListAndNothingElseDoes() throws IOException {
        Set<String> listedAsShipped = named("Shipped");
        assertThat(without(listedAsShipped, shipped)).as("shipped, not listed").isEmpty();
        assertThat(without(named("Behind the door"), clusters))
                .as("for clusters, not listed")
                .isEmpty();
        Set<String> listedForBuilding = named("Only while building");
        Set<String> anywhere = new TreeSet<>(listedAsShipped);
        anywhere.addAll(listedForBuilding);
        assertThat(without(anywhere, building)).as("for building, not listed").isEmpty();

        List<String> packed = Files.readAllLines(Checkout.root().resolve("packaging/libraries")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" [|] ", 2)[0])
                .toList();
        List<String> all =
                Stream.of(shipped, building, packed).flatMap(List::stream).toList();
        assertThat(anywhere)
                .as("listed, in no pom and no archive")
                .allMatch(name -> all.stream().anyMatch(one -> covers(name, one) || covers(one, name)));
    }

    @Test
    void aLibraryThatNobodyListedIsFound() {
        assertThat(without(Set.of("helidon*", "xz"), List.of("helidon-webserver", "xz", "left-pad")))
                .containsExactly("left-pad");
    }
}
