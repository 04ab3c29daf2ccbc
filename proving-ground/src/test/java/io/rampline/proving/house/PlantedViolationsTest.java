package io.rampline.proving.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that cannot be broken proves nothing: each is shown a violation and must find it. */
class PlantedViolationsTest {
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(PlantedViolationsTest::isPlanted)
            .importPackages("io.rampline");

    @TempDir
    Path folder;

    private static boolean isPlanted(Location location) {
        return location.contains("/planted/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReadsTheInstant",
                "ReadsTheDate",
                "ReadsMilliseconds",
                "ReadsNanoseconds",
                "MakesRandom",
                "DrawsRandom",
                "DrawsNames",
                "MakesHashMap",
                "RefersToHashSet",
                "MakesSetOfMany",
                "MakesSetOfAnArray",
                "CopiesMap",
                "GroupsByHash",
                "GoesParallel",
                "ReadsTheLocale",
                "Prints"
            })
    void callsThatDifferBetweenRunsAreFound(String sinner) {
        assertThat(violations(PureModules.noCallThatDiffersBetweenRuns("factory")))
                .anyMatch(line -> line.contains("Impure$" + sinner + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"StartsThread", "TouchesFile", "TouchesNetwork"})
    void waysToTheOutsideAreFound(String sinner) {
        assertThat(violations(PureModules.noOutsideWorld("factory")))
                .anyMatch(line -> line.contains("Impure$" + sinner + "."));
    }

    @Test
    void orderedCollectionsAreLeftAlone() {
        assertThat(violations(PureModules.noCallThatDiffersBetweenRuns("factory")))
                .noneMatch(line -> line.contains("planted.Pure"));
        assertThat(violations(PureModules.noOutsideWorld("factory"))).noneMatch(line -> line.contains("planted.Pure"));
    }

    @Test
    void anOpenTypeThatChangesIsFound() {
        assertThat(violations(PureModules.stateOnlyWhereItIsMeant("factory")))
                .hasSize(1)
                .allMatch(line -> line.contains("ChangeableOpenly.weeks"));
    }

    @Test
    void anArrowThatPointsBackIsFound() {
        assertThat(violations(ModuleArrows.onlyAllowedArrowsFrom("factory")))
                .anyMatch(line -> line.contains("LooksUp") && line.contains("LooksAside"));
        assertThat(violations(ModuleArrows.onlyAllowedArrowsFrom("promise"))).isEmpty();
    }

    @Test
    void someoneElseWhoSeesTheSolverIsFound() {
        assertThat(violations(ModuleArrows.theSolverIsSeenOnlyFrom("ramp")))
                .anyMatch(line -> line.contains("AsksTheSolver"));
    }

    @Test
    void aCheckerThatBorrowsIsFound() {
        assertThat(violations(ModuleArrows.theCheckerSharesNothingWithTheModel()))
                .anyMatch(line -> line.contains("BelievesTheModel"));
    }

    @Test
    void aLibraryInAPureModuleIsFound() {
        assertThat(violations(ModuleArrows.onlyTheJdkIn("promise")))
                .anyMatch(line -> line.contains("com.tngtech.archunit"));
        assertThat(violations(ModuleArrows.onlyTheJdkIn("factory"))).isEmpty();
    }

    @Test
    void aCircleOfPackagesIsFound() {
        assertThat(violations(ModuleArrows.noPackageInACircle()))
                .anyMatch(line -> line.contains("factory.planted") && line.contains("promise.planted"));
    }

    @Test
    void emptyWordsInNamesAreFound() {
        List<String> found = violations(Names.sayWhatAThingIs());

        assertThat(found).anyMatch(line -> line.contains("PlanHelper") && line.contains("\"helper\""));
        assertThat(found).anyMatch(line -> line.contains("utils.Weeks") && line.contains("\"utils\""));
        assertThat(found).noneMatch(line -> line.contains("Basement"));
    }

    @Test
    void aLongFileIsFound() throws IOException {
        String longEnough = "class Long {\n" + "    int week;\n".repeat(SourceFile.LINES_MAX - 2) + "}";

        assertThat(source("Long", longEnough).tooLong()).isEmpty();
        assertThat(source("Long", longEnough.replace("}", "\n}")).tooLong())
                .singleElement()
                .asString()
                .contains("Long.java: 401 lines");
    }

    @Test
    void aLongMethodIsFound() throws IOException {
        String body = "        weeks++;\n".repeat(SourceFile.METHOD_LINES_MAX - 2);
        String longEnough = "class Long {\n    int weeks;\n    void count() {\n" + body + "    }\n}\n";

        assertThat(source("Long", longEnough).tooLong()).isEmpty();
        assertThat(source("Long", longEnough.replace("    }", "\n    }")).tooLong())
                .singleElement()
                .asString()
                .contains("Long.java:3: count has 51 lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled void test() {}",
                "@org.junit.jupiter.api.Disabled(\"later\") void test() {}",
                "@DisabledOnOs(OS.MAC) void test() {}",
                "@EnabledIfEnvironmentVariable(named = \"CI\", matches = \"true\") void test() {}",
                "@Ignore void test() {}",
                "void test() { assumeTrue(false); }",
                "void test() { Assumptions.assumeThat(1).isEqualTo(2); }",
                "void test() { assumingThat(false, () -> {}); }",
                "void test() { Assumptions.abort(); }"
            })
    void aTestThatMayNotRunIsFound(String member) throws IOException {
        assertThat(source("Sometimes", "class Sometimes {\n    " + member + "\n}\n")
                        .skippedTests())
                .singleElement()
                .asString()
                .contains("Sometimes.java:2: ");
    }

    @Test
    void aTestThatRunsIsLeftAlone() throws IOException {
        assertThat(source(
                                "Always",
                                "class Always {\n    // @Disabled\n    @Test void test() { assertTrue(true); }\n}\n")
                        .skippedTests())
                .isEmpty();
    }

    private SourceFile source(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, text);
        return SourceFile.parse(List.of(file)).getFirst();
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(PLANTED).getFailureReport().getDetails().stream()
                .flatMap(detail -> Stream.of(detail.replace('\n', ' ')))
                .collect(Collectors.toList());
    }
}
