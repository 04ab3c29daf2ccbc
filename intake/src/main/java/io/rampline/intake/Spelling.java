package io.rampline.intake;

/** What a name may look like: plants, lines, models, trims, options, parts, markets, keys. */
final class Spelling {
    static final String EXPECTED = "a name of 1 to 64 letters, digits, spaces and -_.+";

    private static final int LENGTH_MAX = 64;

    private Spelling() {}

    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX || text.equals("*")) {
            return false;
        }
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return false;
        }
        return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_.+".indexOf(c) >= 0);
    }

    /** What somebody meant who wrote something that is no name. */
    static String maybeName(String raw) {
        if (!raw.isEmpty() && isName(raw.strip())) {
            return withoutSpace(raw);
        }
        return raw.contains("|") ? "one name only" : "";
    }

    /** Where the spaces are that do not belong to a text. */
    static String withoutSpace(String raw) {
        boolean isAtEnd = !raw.equals(raw.stripTrailing());
        if (raw.equals(raw.stripLeading())) {
            return isAtEnd ? "without the space at its end" : "";
        }
        return isAtEnd ? "without the spaces around it" : "without the space at its beginning";
    }

    /** What somebody meant who wrote something that is no list of names. */
    static String maybeList(String raw) {
        if (raw.contains(",") || raw.contains(";") || raw.contains("/")) {
            return "| between the names";
        }
        return raw.contains(" |") || raw.contains("| ") ? "without the spaces" : "";
    }
}
