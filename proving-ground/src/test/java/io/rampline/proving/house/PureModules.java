package io.rampline.proving.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The same input gives the same bytes: what may not happen in a module that promises so. */
final class PureModules {
    /** The modules without clock, randomness, files, network, threads and hash order. */
    static final List<String> NAMES = List.of("factory", "promise", "sequence", "simulation", "treasury");

    /**
     * The one mutable class of each module that people outside may hold, what fills the columns of the book, what finds
     * their rows, what each thread has for itself while it lives through futures, and entries that wait for their
     * ledger.
     */
    static final Set<String> PUBLIC_AND_MUTABLE = Set.of(
            "io.rampline.promise.PromiseEngine",
            "io.rampline.promise.IdIndex",
            "io.rampline.promise.OrderTable$Builder",
            "io.rampline.simulation.futures.Draws",
            "io.rampline.simulation.loading.Loading",
            "io.rampline.treasury.ledger.Batch");

    private static final Set<String> UNORDERED = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap");

    private static final Set<String> RANDOM =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private static final List<String> OUTSIDE = List.of(
            "java.io.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "java.util.concurrent.",
            "java.lang.Thread",
            "java.lang.Process",
            "java.lang.Runtime");

    private PureModules() {}

    /** No call whose answer differs from one run to the next. */
    static ArchRule noCallThatDiffersBetweenRuns(String module) {
        return classes()
                .that()
                .resideInAPackage("io.rampline." + module + "..")
                .should(callNothingThatDiffersBetweenRuns())
                .allowEmptyShould(true);
    }

    /** No way to reach a file, the network or another thread. */
    static ArchRule noOutsideWorld(String module) {
        return classes()
                .that()
                .resideInAPackage("io.rampline." + module + "..")
                .should(notSeeTheOutsideWorld())
                .allowEmptyShould(true);
    }

    /** State lives in one class per module; all else that the module shows is a value. */
    static ArchRule stateOnlyWhereItIsMeant(String module) {
        return classes()
                .that()
                .resideInAPackage("io.rampline." + module + "..")
                .should(keepPublicTypesImmutable())
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> callNothingThatDiffersBetweenRuns() {
        return new ArchCondition<>("call nothing that differs between runs") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    whyNot(access)
                            .ifPresent(reason -> events.add(
                                    SimpleConditionEvent.violated(access, access.getDescription() + ": " + reason)));
                }
            }
        };
    }

    private static Optional<String> whyNot(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        int parameters = access.getTarget() instanceof HasParameterTypes called
                ? called.getRawParameterTypes().size()
                : 0;
        if (readsTheClock(owner, member)) {
            return Optional.of("the clock must come in as an argument");
        }
        if (drawsAtRandom(owner, member, parameters)) {
            return Optional.of("randomness must come in through a constructor");
        }
        if (hasHashOrder(access, owner, member, parameters)) {
            return Optional.of("its order is that of hashes; maybe LinkedHashMap, TreeMap, EnumMap or a List");
        }
        if (usesThreads(member)) {
            return Optional.of("threads belong to the caller");
        }
        if (readsTheMachine(owner, member)) {
            return Optional.of("what the machine is set to must not show in a result");
        }
        return Optional.empty();
    }

    private static boolean readsTheClock(String owner, String member) {
        return (owner.startsWith("java.time.") && (member.equals("now") || member.startsWith("system")))
                || owner.equals("java.util.Date")
                || owner.equals("java.util.Calendar")
                || (owner.equals("java.lang.System")
                        && (member.equals("currentTimeMillis") || member.equals("nanoTime")));
    }

    private static boolean drawsAtRandom(String owner, String member, int parameters) {
        return (RANDOM.contains(owner) && member.equals(JavaConstructor.CONSTRUCTOR_NAME))
                || (owner.endsWith("Math") && member.equals("random"))
                || member.equals("randomUUID")
                || (owner.startsWith("java.util.random.RandomGenerator")
                        && Set.of("of", "getDefault").contains(member))
                || (member.equals("shuffle") && parameters == 1);
    }

    private static boolean hasHashOrder(JavaAccess<?> access, String owner, String member, int parameters) {
        return switch (owner) {
            case "java.util.Set" ->
                member.equals("copyOf") || (member.equals("of") && (parameters > 1 || takesArray(access)));
            case "java.util.Map" ->
                member.equals("copyOf") || member.equals("ofEntries") || (member.equals("of") && parameters > 2);
            case "java.util.stream.Collectors" ->
                switch (member) {
                    case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
                    case "toMap" -> parameters < 4;
                    case "groupingBy" -> parameters < 3;
                    default -> false;
                };
            case "java.lang.System" -> member.equals("identityHashCode");
            default -> UNORDERED.contains(owner) && member.equals(JavaConstructor.CONSTRUCTOR_NAME);
        };
    }

    private static boolean takesArray(JavaAccess<?> access) {
        return access.getTarget() instanceof HasParameterTypes called
                && called.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
    }

    private static boolean usesThreads(String member) {
        return member.startsWith("parallel");
    }

    private static boolean readsTheMachine(String owner, String member) {
        return (owner.equals("java.lang.System")
                        && Set.of("getProperty", "getenv", "out", "err", "in", "exit")
                                .contains(member))
                || (owner.equals("java.util.Locale") && member.equals("getDefault"))
                || member.equals("systemDefault");
    }

    private static ArchCondition<JavaClass> notSeeTheOutsideWorld() {
        return new ArchCondition<>("not see the outside world") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getName();
                    if (OUTSIDE.stream().anyMatch(target::startsWith)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, dependency.getDescription() + ": files, network and threads stay outside"));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> keepPublicTypesImmutable() {
        return new ArchCondition<>("keep public types immutable") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getModifiers().contains(JavaModifier.PUBLIC) || PUBLIC_AND_MUTABLE.contains(type.getName())) {
                    return;
                }
                for (JavaField field : type.getFields()) {
                    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                        events.add(SimpleConditionEvent.violated(
                                field,
                                field.getFullName() + " can change, and its class is public. Maybe make it a value,"
                                        + " or package-private, or name it among PUBLIC_AND_MUTABLE with the reason"));
                    }
                }
            }
        };
    }
}
