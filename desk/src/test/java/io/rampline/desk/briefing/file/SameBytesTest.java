package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.page.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whoever runs it wherever. */
class SameBytesTest {
    @TempDir
    Path folder;

    private Map<String, String> brief(Path scenario, String name) throws IOException {
        Path out = folder.resolve(name);
        PromisedBook book = SmallScenario.bookOf(scenario);
        BriefingFiles.write(out, book, BriefingCount.of(book), Texts.english(), written -> {});
        Map<String, String> files = new TreeMap<>();
        for (String file : BriefingFiles.NAMES) {
            files.put(file, java.util.HexFormat.of().formatHex(Files.readAllBytes(out.resolve(file))));
        }
        return files;
    }

    @Test
    void inAnotherLanguageAndTimeZone() throws IOException {
        Map<String, String> here = brief(SmallScenario.example("tiny"), "here");
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(brief(SmallScenario.example("tiny"), "there")).isEqualTo(here);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void fromShuffledRows() throws IOException {
        Map<String, String> ordered = brief(SmallScenario.example("tiny"), "ordered");
        Path shuffled = Files.createDirectory(folder.resolve("shuffled-input"));
        try (Stream<Path> files = Files.list(SmallScenario.example("tiny"))) {
            for (Path file : files.toList()) {
                Files.copy(file, shuffled.resolve(file.getFileName()));
            }
        }
        for (int seed = 1; seed <= 5; seed++) {
            List<String> lines = new ArrayList<>(Files.readAllLines(shuffled.resolve("orders.csv")));
            Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
            Files.write(shuffled.resolve("orders.csv"), lines);

            assertThat(brief(shuffled, "shuffled")).as("seed " + seed).isEqualTo(ordered);
        }
    }
}
