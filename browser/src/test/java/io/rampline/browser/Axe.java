package io.rampline.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What axe finds wrong with a page, by WCAG 2.2 A and AA. */
final class Axe {
    private static final Map<String, Object> ALL =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));
    private static final String RUN = """
            async runOnly => {
              const told = await axe.run(document, {
                runOnly,
                resultTypes: ['violations'],
              });
              return told.violations.map(one => one.id + ': ' + one.help + ' at '
                  + one.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join('; '));
            }
            """;

    private final String script;

    Axe() {
        this.script = script();
    }

    private static String script() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("found no axe.min.js on the class path, expected it in the jar of axe");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything wrong, one line each. */
    List<String> flaws(Page page) {
        return flaws(page, ALL);
    }

    /** What cannot be read for its colours, one line each. */
    List<String> colourFlaws(Page page) {
        return flaws(page, CONTRAST);
    }

    private List<String> flaws(Page page, Map<String, Object> rules) {
        page.evaluate(script);
        List<String> flaws = new ArrayList<>();
        if (page.evaluate(RUN, rules) instanceof List<?> found) {
            found.forEach(one -> flaws.add(String.valueOf(one)));
        }
        return flaws;
    }
}
