package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.promise.Refusal;
import io.rampline.ramp.plan.Restriction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages, as they stand in the sources of the module web. */
class TextsTest {
    private static final Path SOURCES = Path.of("..", "web", "src", "main", "web");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CODE = Pattern.compile("with\\(\"code\", \"(\\w+)\"\\)");
    private static final Pattern MISTAKEN = Pattern.compile("MistakenQuestion\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern HINDRANCE = Pattern.compile("(?m)^    (?!NONE)([A-Z_]+)[,;]$");
    private static final Pattern KIND = Pattern.compile("kind\\(\"(\\w+)\"\\)");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('(\\w+)'");

    private static Map<String, String> texts(String language) throws IOException {
        JsonNode tree = new ObjectMapper()
                .readTree(SOURCES.resolve("texts/" + language + ".json").toFile());
        Map<String, String> texts = new TreeMap<>();
        tree.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    @Test
    void everyLanguageHasEveryTextWithTheSamePlacesToFill() throws IOException {
        Map<String, String> english = texts("en");
        for (String language : List.of("de", "zh")) {
            Map<String, String> other = texts(language);
            assertThat(other.keySet()).as(language).isEqualTo(english.keySet());
            other.forEach((key, text) -> {
                assertThat(text).as(language + " " + key).isNotBlank();
                assertThat(places(text)).as(language + " " + key).isEqualTo(places(english.get(key)));
            });
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes that no page can meet, or whose details say what is wrong, have no words of their own. */
    @Test
    void everyRefusalOfTheServerHasWordsInEveryLanguage() throws IOException {
        Set<String> known = texts("en").keySet();
        Set<String> codes = new TreeSet<>();
        for (Refusal refusal : Refusal.values()) {
            codes.add(refusal.name());
        }
        try (Stream<Path> files =
                Files.list(Path.of("..", "desk", "src", "main", "java", "io", "rampline", "desk", "http"))) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        try (Stream<Path> files =
                Files.list(Path.of("..", "desk", "src", "main", "java", "io", "rampline", "desk", "timetable"))) {
            for (Path file : files.toList()) {
                MISTAKEN.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        codes.removeAll(Set.of("MALFORMED", "TIME_RUNS_FORWARD", "UNKNOWN_ORDER"));

        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(known)
                .containsAll(codes.stream().map(code -> "refused_" + code).toList());
    }

    @Test
    void whateverKeepsACountFromComingAboutHasWordsInEveryLanguage() throws IOException {
        Path kinds = Path.of("..", "desk/src/main/java/io/rampline/desk/http/Hindrance.java");
        List<String> asked = HINDRANCE
                .matcher(Files.readString(kinds))
                .results()
                .map(found -> "hindered_" + found.group(1).toLowerCase(Locale.ROOT))
                .toList();

        assertThat(asked).hasSize(4);
        assertThat(texts("en").keySet()).containsAll(asked);
    }

    @Test
    void everyReasonWhyThereIsNoPlanHasWordsInEveryLanguage() throws IOException {
        Path kinds = Path.of("..", "desk/src/main/java/io/rampline/desk/briefing/file/ConflictJson.java");
        List<String> asked = KIND.matcher(Files.readString(kinds))
                .results()
                .map(found -> "conflict_" + found.group(1))
                .toList();

        assertThat(asked).hasSize(Restriction.class.getPermittedSubclasses().length);
        assertThat(texts("en").keySet()).containsAll(asked);
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        Set<String> known = texts("en").keySet();
        List<String> missing = new ArrayList<>();
        int asked = 0;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ts")).toList()) {
                Matcher matcher = ASKED.matcher(Files.readString(file));
                while (matcher.find()) {
                    asked++;
                    if (!known.contains(matcher.group(1))) {
                        missing.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }
}
