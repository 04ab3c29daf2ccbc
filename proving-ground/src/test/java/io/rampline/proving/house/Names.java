package io.rampline.proving.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in the words of the trade. A word of this list says only that nobody knew what the thing is. */
final class Names {
    static final Set<String> EMPTY_WORDS = Set.of(
            "util",
            "utils",
            "utility",
            "utilities",
            "helper",
            "helpers",
            "manager",
            "impl",
            "service",
            "common",
            "commons",
            "misc",
            "base",
            "framework");

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_|\\.");

    private Names() {}

    static ArchRule sayWhatAThingIs() {
        return classes()
                .that()
                .resideInAPackage("io.rampline..")
                .and()
                .resideOutsideOfPackage("..jmh_generated..")
                .should(carryNoEmptyWord());
    }

    private static ArchCondition<JavaClass> carryNoEmptyWord() {
        return new ArchCondition<>("carry no empty word in their names") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                words(type.getName())
                        .filter(EMPTY_WORDS::contains)
                        .forEach(word -> events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " says \"" + word + "\". Maybe name what it holds or decides.")));
            }
        };
    }

    static Stream<String> words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(name)).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
