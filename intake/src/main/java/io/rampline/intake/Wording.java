package io.rampline.intake;

import java.util.Collection;
import java.util.stream.Collectors;

/** How found text is shown. */
final class Wording {
    /** Longer text is cut: a message is one line. */
    private static final int SHOWN_MAX = 60;

    private static final int LISTED_MAX = 6;

    private Wording() {}

    /** In quotes, cut and with control characters spelled out; {@code nothing} for the empty text. */
    static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(SHOWN_MAX).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isLoneSurrogate(c)) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        boolean isCut = text.codePointCount(0, text.length()) > SHOWN_MAX;
        return shown.append(isCut ? "...\"" : "\"").toString();
    }

    /** {@code a model}, {@code an option}. */
    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String listed(Collection<String> names) {
        String few = names.stream().limit(LISTED_MAX).collect(Collectors.joining(", "));
        return names.size() > LISTED_MAX ? few + ", ..." : few;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
