package io.rampline.desk.briefing.chart;

/** Makes words safe inside markup. */
public final class Markup {
    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** The words with every character replaced that markup would misread or XML forbids. */
    public static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        return character >= 0x20 && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
