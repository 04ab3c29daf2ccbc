package io.rampline.proving.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/how-it-works has a page with a drawing for each module, and links of the docs lead somewhere. */
class PagesOfModulesTest {
    private static final Path PAGES = Checkout.root().resolve("docs/how-it-works");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyModuleHasAPageWithADrawing() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        for (Path module : Checkout.modules()) {
            Matcher row = Pattern.compile("(?m)^[|] `" + module.getFileName() + "` [|] \\[[^]]+]\\(([^)]+)\\)")
                    .matcher(index);
            assertThat(row.find()).as("a row for %s", module.getFileName()).isTrue();
            assertThat(Files.readString(PAGES.resolve(row.group(1))))
                    .as(row.group(1))
                    .contains("```", "─►");
        }
    }

    @Test
    void everyLinkOfAPageLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1)).normalize())
                        .as("%s links to %s", page, link.group(1))
                        .exists();
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Checkout.root().resolve("docs"));
                Stream<Path> top = Files.list(Checkout.root())) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
