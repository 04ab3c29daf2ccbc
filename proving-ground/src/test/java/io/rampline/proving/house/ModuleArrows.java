package io.rampline.proving.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which module may see which. Maven refuses the same arrows between modules; here they hold between packages, and with
 * the reason in the message.
 */
final class ModuleArrows {
    /** Module to the modules that it may see. A module that is not a key here does not exist. */
    static final Map<String, List<String>> MAY_SEE = new TreeMap<>(Map.ofEntries(
            Map.entry("factory", List.of()),
            Map.entry("promise", List.of("factory")),
            Map.entry("intake", List.of("factory", "promise")),
            Map.entry("orderbook", List.of("factory", "promise")),
            Map.entry("ramp", List.of("factory", "promise")),
            Map.entry("sequence", List.of("factory")),
            Map.entry("simulation", List.of("factory", "promise")),
            Map.entry("sweep", List.of("factory", "promise", "simulation")),
            Map.entry("treasury", List.of("factory", "promise")),
            Map.entry("web", List.of()),
            Map.entry("browser", List.of("proving")),
            Map.entry(
                    "desk",
                    List.of("factory", "promise", "intake", "orderbook", "ramp", "sequence", "simulation", "treasury")),
            Map.entry(
                    "proving",
                    List.of(
                            "factory",
                            "promise",
                            "intake",
                            "orderbook",
                            "ramp",
                            "sequence",
                            "simulation",
                            "treasury",
                            "desk"))));

    private ModuleArrows() {}

    static ArchRule onlyAllowedArrowsFrom(String module) {
        List<String> hidden = new ArrayList<>(MAY_SEE.keySet());
        hidden.remove(module);
        hidden.removeAll(MAY_SEE.getOrDefault(module, List.of()));
        return noClasses()
                .that()
                .resideInAPackage("io.rampline." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(hidden.stream()
                        .map(name -> "io.rampline." + name + "..")
                        .toArray(String[]::new))
                .because(module + " may see " + MAY_SEE.get(module))
                .allowEmptyShould(true);
    }

    static ArchRule onlyTheJdkIn(String module) {
        return noClasses()
                .that()
                .resideInAPackage("io.rampline." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.rampline..", "java..", "org.jspecify..")
                .because(module + " is pure: a library would bring its own clock, threads and files")
                .allowEmptyShould(true);
    }

    /** The solver's own words stay in one module, so that another solver would change one module. */
    static ArchRule theSolverIsSeenOnlyFrom(String module) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.rampline." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.rampline.ramp.highs..")
                .because("only " + module + " may see the solver");
    }

    /** A checker that borrows from what it checks believes it. */
    static ArchRule theCheckerSharesNothingWithTheModel() {
        return noClasses()
                .that()
                .resideInAPackage("io.rampline.ramp.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.rampline.ramp.milp..", "io.rampline.ramp.highs..", "io.rampline.ramp")
                .because("plans are checked by an account of its own");
    }

    static ArchRule noPackageInACircle() {
        return slices().matching("io.rampline.(**)").should().beFreeOfCycles();
    }
}
