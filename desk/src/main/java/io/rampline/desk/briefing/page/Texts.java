package io.rampline.desk.briefing.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a briefing says in one language. The machine's own language changes nothing. */
public final class Texts {
    private final Locale language;
    private final Properties texts = new Properties();

    private Texts(Locale language) {
        this.language = language;
        String file = "texts_" + language.getLanguage() + ".properties";
        try (InputStream stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("found no " + file + " in the program, expected one for each language");
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Texts english() {
        return new Texts(Locale.ENGLISH);
    }

    public static Texts german() {
        return new Texts(Locale.GERMAN);
    }

    public Locale language() {
        return language;
    }

    /** Names of all texts, in order. */
    SortedSet<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /**
     * The text of a name, with {@code {0}}, {@code {1}} ... replaced.
     *
     * @throws IllegalArgumentException when there is no such text
     */
    String say(String key, Object... values) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("found no text " + key + " in " + language + ", expected one");
        }
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = pattern.indexOf('}', open);
            said.append(pattern, at, open).append(values[Integer.parseInt(pattern.substring(open + 1, close))]);
            at = close + 1;
        }
        return said.append(pattern, at, pattern.length()).toString();
    }

    /**
     * The singular or plural of a text: {@code key.one} for 1, {@code key.many} otherwise; {@code {0}} is the number.
     */
    String count(String key, long number, String written) {
        return say(key + (number == 1 ? ".one" : ".many"), written);
    }
}
