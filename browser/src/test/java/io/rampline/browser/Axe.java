package io.rampline.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What axe finds wrong with a page, by WCAG 2.2 A and AA. */
final class Axe {
    private static final String RUN = """
            async () => {
              const told = await axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
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
        page.evaluate(script);
        List<String> flaws = new ArrayList<>();
        if (page.evaluate(RUN) instanceof List<?> found) {
            found.forEach(one -> flaws.add(String.valueOf(one)));
        }
        return flaws;
    }
}
