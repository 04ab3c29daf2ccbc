package io.rampline.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be wrong with a line that is no TOML. The answers follow the word "maybe". */
final class TomlAdvice {
    /** What is expected of a line, with an example of each kind of value. */
    static final String EXPECTED = "KEY = VALUE such as name = \"text\", weeks = 52 or as_of = 2025-07-06";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(\\s*[.]\\s*[A-Za-z0-9_-]+)*|\"[^\"]*\"|'[^']*'");
    private static final Pattern WORD_AND_REST = Pattern.compile("([A-Za-z0-9_.-]+)\\s*(:|\\s)\\s*(\\S.*)");
    private static final Pattern OTHER_QUOTES =
            Pattern.compile("[\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A]");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

    private TomlAdvice() {}

    /** Empty when nothing comes to mind. */
    static Optional<String> of(String text, int lineNumber) {
        List<String> lines = text.lines().limit(lineNumber).toList();
        String line = withoutComment(line(text, lineNumber));
        Optional<String> advice = line.isEmpty() ? Optional.empty() : ofLine(line);
        return advice.or(() -> ofListAbove(lines, lineNumber));
    }

    /** The number of that line or, where nothing stands there, of the one above it in which something does. */
    static int lineWithText(String text, int lineNumber) {
        List<String> lines = text.lines().limit(lineNumber).toList();
        int number = lines.size();
        while (number > 1 && lines.get(number - 1).isBlank()) {
            number--;
        }
        return Math.max(1, number);
    }

    static String line(String text, int lineNumber) {
        return text.lines().skip(lineNumber - 1L).findFirst().orElse("").strip();
    }

    private static Optional<String> ofLine(String line) {
        if (line.startsWith("//") || line.startsWith("--") || line.startsWith(";")) {
            return Optional.of("a comment, which begins with #");
        }
        if (line.startsWith("[")) {
            return line.contains("]") ? Optional.empty() : Optional.of("a ] is missing: " + line + "]");
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            Matcher words = WORD_AND_REST.matcher(line);
            return Optional.of(
                    words.matches()
                            ? "an = is missing: " + words.group(1) + " = " + words.group(3)
                            : "an = and a value are missing");
        }
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        return key.isEmpty()
                ? Optional.of("a key in front of the =")
                : KEY.matcher(key).matches() ? ofValue(value) : Optional.of(ofKey(key, value));
    }

    private static String ofKey(String key, String value) {
        if (key.endsWith(":")) {
            return "the = alone, without the colon";
        }
        String joined = key.replaceAll("\\s+", "_");
        return KEY.matcher(joined).matches()
                ? "a key in one word: " + joined + " = " + value
                : "a key of the letters a to z, digits, - and _";
    }

    private static Optional<String> ofValue(String value) {
        if (value.isEmpty()) {
            return Optional.of("a value is missing behind the =");
        }
        if (value.startsWith("=")) {
            return Optional.of("one = alone");
        }
        if (OTHER_QUOTES.matcher(value).find()) {
            return Optional.of("straight quotes: \"" + bare(value) + "\"");
        }
        if (value.charAt(0) == '"') {
            return ofQuoted(value);
        }
        if (value.charAt(0) == '[' || value.charAt(0) == '{') {
            return value.startsWith("[") && !value.contains("]")
                    ? Optional.of("a ] is missing behind the list")
                    : Optional.empty();
        }
        if (value.endsWith(";") || value.endsWith(",")) {
            return Optional.of("nothing behind the value: " + value.substring(0, value.length() - 1));
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Optional.of("small letters: " + value.toLowerCase(Locale.ROOT));
        }
        if (value.matches("\\d{4}-W\\d{2}.*") || Character.isLetter(value.charAt(0))) {
            return Optional.of("put it in quotes: \"" + bare(value) + "\"");
        }
        if (value.matches("0\\d+")) {
            return Optional.of("without the zero in front: " + value.replaceFirst("^0+(?=.)", ""));
        }
        return Advice.readDate(value)
                .map(date -> "write " + date)
                .or(() -> Optional.of(Advice.number(value)).filter(advice -> !advice.isEmpty()));
    }

    private static Optional<String> ofQuoted(String value) {
        if (value.indexOf('"', 1) < 0) {
            return Optional.of("a closing quote is missing: " + value + "\"");
        }
        return value.contains("\\") ? Optional.of("two \\ for each one, or / in its place") : Optional.empty();
    }

    /** A list that no line has closed is noticed at the first line that cannot belong to it. */
    private static Optional<String> ofListAbove(List<String> lines, int lineNumber) {
        int open = 0;
        for (String line : lines.subList(0, Math.min(lines.size(), lineNumber - 1))) {
            Matcher bracket = BRACKETS.matcher(withoutComment(line));
            while (bracket.find()) {
                open += bracket.group().equals("[") ? 1 : -1;
            }
        }
        return open > 0 ? Optional.of("a ] is missing in a line above") : Optional.empty();
    }

    private static String bare(String value) {
        return OTHER_QUOTES.matcher(value).replaceAll("").replace("\"", "").strip();
    }

    private static String withoutComment(String line) {
        return line.split("#", 2)[0].strip();
    }
}
