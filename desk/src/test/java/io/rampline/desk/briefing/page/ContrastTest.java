package io.rampline.desk.briefing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands on the page can be read: WCAG 2 AA, in light, dark and print. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6}|[0-9a-f]{3});");

    @Test
    void textAndMarksStandOutFromWhatTheyStandOn() throws IOException {
        String css;
        try (InputStream stream = ContrastTest.class.getResourceAsStream("briefing.css")) {
            css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        String[] schemes = css.split(":root \\{", -1);
        assertThat(schemes).hasSize(4);
        for (int i = 1; i < schemes.length; i++) {
            Map<String, Integer> colours = colours(schemes[i].substring(0, schemes[i].indexOf('}')));
            for (String ground : List.of("page", "surface")) {
                for (String text : List.of("ink", "quiet-ink", "accent", "warn")) {
                    assertThat(contrast(colours.get(text), colours.get(ground)))
                            .as(text + " on " + ground + " in scheme " + i)
                            .isGreaterThanOrEqualTo(TEXT);
                }
            }
            for (String mark : List.of("s1", "s2", "s3", "s4", "s5", "s6", "cell-5")) {
                assertThat(contrast(colours.get(mark), colours.get("surface")))
                        .as(mark + " in scheme " + i)
                        .isGreaterThanOrEqualTo(MARK);
            }
        }
    }

    private static Map<String, Integer> colours(String block) {
        Map<String, Integer> colours = new TreeMap<>();
        Matcher matcher = COLOUR.matcher(block);
        while (matcher.find()) {
            String hex = matcher.group(2);
            String full = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
            colours.put(matcher.group(1), Integer.parseInt(full, 16));
        }
        return colours;
    }

    /** WCAG 2.2, definition of contrast ratio. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
