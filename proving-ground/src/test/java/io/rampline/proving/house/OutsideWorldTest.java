package io.rampline.proving.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What SECURITY.md says of the network, and of what is fetched. */
class OutsideWorldTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rampline");

    /** A {@code URI} only names a place; everything else of these packages goes there. */
    private static final DescribedPredicate<JavaClass> NETWORK = DescribedPredicate.describe(
            "open a connection",
            type -> (type.getPackageName().startsWith("java.net")
                            && !type.getName().startsWith("java.net.URI")
                            && !type.getName().matches("java\\.net\\.URL(En|De)coder"))
                    || type.getPackageName().startsWith("javax.net")
                    || type.getPackageName().startsWith("com.sun.net")
                    || type.getName().matches("java\\.nio\\.channels\\..*(Socket|Datagram|Network).*"));

    /** A command told with {@code --at URL} to ask a desk asks it, by this class alone. */
    private static final String ASKING_A_DESK = ".*\\.DistantDesk(\\$.*)?";

    private static ArchRule noConnectionFrom(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .haveNameNotMatching(ASKING_A_DESK)
                .should()
                .dependOnClassesThat(NETWORK);
    }

    @Test
    void theCommandsOpenNoConnection() {
        noConnectionFrom(
                        "io.rampline.factory..",
                        "io.rampline.promise..",
                        "io.rampline.intake..",
                        "io.rampline.desk.briefing..",
                        "io.rampline.desk.command..")
                .check(PRODUCT);
    }

    /** What opens one, for the rule above to be broken by. */
    static final class Caller {
        static java.net.Socket call() {
            return new java.net.Socket();
        }
    }

    @Test
    void theRuleCanBeBroken() {
        JavaClasses here = new ClassFileImporter().importClasses(Caller.class);

        assertThatThrownBy(() -> noConnectionFrom("io.rampline.proving.house..").check(here))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.net.Socket");
    }

    @Test
    void mavenIsFetchedWithAPinnedChecksum() throws IOException {
        assertThat(Files.readString(Checkout.root().resolve(".mvn/wrapper/maven-wrapper.properties")))
                .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
        assertThat(Files.readString(Checkout.root().resolve("mvnw"))).contains("distributionSha256Sum");
    }

    @Test
    void everyLibraryHasOneExactVersion() throws IOException {
        Pattern inexact = Pattern.compile("(</artifactId>\\s*<version>|[.]version>)\\s*(\\[|\\(|LATEST|RELEASE)");
        for (Path module : Checkout.modules()) {
            assertThat(Files.readString(module.resolve("pom.xml")))
                    .as(module.toString())
                    .doesNotContainPattern(inexact);
        }
        assertThat(Files.readString(Checkout.root().resolve("pom.xml"))).doesNotContainPattern(inexact);
    }
}
