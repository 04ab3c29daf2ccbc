package io.rampline.proving.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house keeps its own law. {@link PlantedViolationsTest} shows that each rule can be broken. */
class HouseTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rampline");

    static Stream<String> modules() {
        return ModuleArrows.MAY_SEE.keySet().stream();
    }

    static Stream<String> pureModules() {
        return PureModules.NAMES.stream();
    }

    @Test
    void everyModuleIsKnownToTheLaw() {
        List<String> packages = Checkout.modules().stream()
                .map(module -> module.getFileName().toString().replace("-ground", ""))
                .toList();

        assertThat(packages).containsExactlyElementsOf(ModuleArrows.MAY_SEE.keySet());
        assertThat(PRODUCT.size()).isGreaterThan(Checkout.modules().size());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleSeesOnlyWhatItMaySee(String module) {
        ModuleArrows.onlyAllowedArrowsFrom(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("pureModules")
    void aPureModuleSeesNoLibrary(String module) {
        ModuleArrows.onlyTheJdkIn(module).check(PRODUCT);
    }

    @Test
    void noPackageSeesItselfThroughOthers() {
        ModuleArrows.noPackageInACircle().check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("pureModules")
    void aPureModuleCallsNothingThatDiffersBetweenRuns(String module) {
        PureModules.noCallThatDiffersBetweenRuns(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("pureModules")
    void aPureModuleHasNoWayOut(String module) {
        PureModules.noOutsideWorld(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("pureModules")
    void aPureModuleChangesOnlyWhereItIsMeant(String module) {
        PureModules.stateOnlyWhereItIsMeant(module).check(PRODUCT);
    }

    @Test
    void theSolverAndTheCheckerKeepToThemselves() {
        ModuleArrows.theSolverIsSeenOnlyFrom("ramp").check(PRODUCT);
        ModuleArrows.theCheckerSharesNothingWithTheModel().check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ramp.plan", "ramp.milp", "ramp.check"})
    void aPlanDependsOnNothingButItsInput(String inRamp) {
        PureModules.noCallThatDiffersBetweenRuns(inRamp).check(PRODUCT);
        PureModules.noOutsideWorld(inRamp).check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        Names.sayWhatAThingIs().check(PRODUCT);
    }

    @Test
    void filesAndMethodsAreShort() {
        List<SourceFile> sources = SourceFile.parse(Checkout.javaFiles("src/main/java"));

        assertThat(sources).isNotEmpty();
        assertThat(sources.stream().flatMap(source -> source.tooLong().stream()))
                .isEmpty();
    }

    @Test
    void noTestCanEndWithoutHavingRun() {
        List<SourceFile> sources = SourceFile.parse(Checkout.javaFiles("src/test/java"));

        assertThat(sources).isNotEmpty();
        assertThat(sources.stream().flatMap(source -> source.skippedTests().stream()))
                .isEmpty();
    }

    @Test
    void noPomSwitchesTestsOff() throws IOException {
        Pattern switches =
                Pattern.compile("skipTests|maven\\.test\\.skip|testFailureIgnore|excludedGroups|<skip>true|skipITs");
        List<Path> poms = new ArrayList<>(Checkout.modules().stream()
                .map(module -> module.resolve("pom.xml"))
                .toList());
        poms.add(Checkout.root().resolve("pom.xml"));

        for (Path pom : poms) {
            assertThat(Files.readString(pom)).as(pom.toString()).doesNotContainPattern(switches);
        }
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        for (Path file : Checkout.javaFiles("src/main/java")) {
            Path described = file.resolveSibling("package-info.java");
            assertThat(described).as("the package of " + file).exists();
            assertThat(Files.readString(described)).as(described.toString()).contains("@NullMarked");
        }
    }
}
