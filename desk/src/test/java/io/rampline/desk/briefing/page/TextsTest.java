package io.rampline.desk.briefing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.SmallScenario;
import io.rampline.factory.Resource;
import io.rampline.orderbook.credibility.Commitments.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Names that the program puts together; what stands behind the point comes from elsewhere. */
    private static final Set<String> PUT_TOGETHER = Set.of(
            "month.",
            "month.short.",
            "kind.",
            "term.",
            "money.column.",
            "money.unit.",
            "account.",
            "cause.",
            "flow.",
            "lever.",
            "pack.outcome.",
            "pack.read-on.",
            "pack.record.");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Texts.german().keys()).isEqualTo(Texts.english().keys());
    }

    @Test
    void bothLanguagesSpeakOfTheSameValues() {
        Texts english = Texts.english();
        Texts german = Texts.german();
        Object[] values = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}"};
        for (String key : english.keys()) {
            assertThat(places(german.say(key, values))).as(key).isEqualTo(places(english.say(key, values)));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        StringBuilder sources = new StringBuilder();
        Path main = SmallScenario.example("tiny").getParent().resolveSibling("desk/src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        String code = sources.toString();
        for (String key : Texts.english().keys()) {
            String counted = key.replaceAll("\\.(one|many)$", "");
            boolean used = code.contains('"' + key + '"') || code.contains('"' + counted + '"');
            boolean putTogether = PUT_TOGETHER.stream().anyMatch(key::startsWith);
            assertThat(used || putTogether).as(key + " is used").isTrue();
        }
    }

    @Test
    void everyKindOfResourceHasAName() {
        for (Resource.Kind kind : Resource.Kind.values()) {
            assertThat(Texts.english().keys()).contains("kind." + kind.name());
        }
    }

    @Test
    void everyOutcomeAndEveryPartOfABoardPackHasAName() {
        for (Outcome outcome : Outcome.values()) {
            assertThat(Texts.english().keys()).contains("pack.outcome." + outcome.name());
        }
        for (PackFigures.Chapter chapter : PackFigures.Chapter.values()) {
            assertThat(Texts.english().keys()).contains("pack.read-on." + chapter.name());
        }
    }

    @Test
    void anUnknownTextIsAFault() {
        assertThatThrownBy(() -> Texts.english().say("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }
}
