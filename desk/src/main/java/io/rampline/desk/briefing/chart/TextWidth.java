package io.rampline.desk.briefing.chart;

/**
 * How wide a label will be. The reader's font is not known, so the estimate leans to the wide side: labels then keep
 * apart rather than touch.
 */
final class TextWidth {
    /** Size of chart text in SVG units; the style sheet says the same. */
    static final double FONT_SIZE = 12.5;

    private static final double NARROW = 0.30;
    private static final double DIGIT = 0.58;
    private static final double LOWER = 0.55;
    private static final double UPPER = 0.68;
    private static final double WIDEST = 0.90;
    private static final double IDEOGRAPH = 1.02;

    private TextWidth() {}

    /** Width in SVG units at {@link #FONT_SIZE}. */
    static double of(String text) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * FONT_SIZE;
    }

    private static double em(int character) {
        if (character >= 0x2E80) {
            return IDEOGRAPH;
        }
        if ("ijl.,:;|'!()[] ·".indexOf(character) >= 0 || Character.isWhitespace(character)) {
            return NARROW;
        }
        if ("mwMW%@–—→←".indexOf(character) >= 0) {
            return WIDEST;
        }
        if (Character.isDigit(character)) {
            return DIGIT;
        }
        return Character.isUpperCase(character) ? UPPER : LOWER;
    }
}
