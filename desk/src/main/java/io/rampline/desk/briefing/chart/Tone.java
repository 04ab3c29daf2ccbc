package io.rampline.desk.briefing.chart;

/**
 * The ink of a mark. Only names stand in the drawing; the colours are variables of the style sheet, so that light, dark
 * and print each bring their own.
 *
 * @param name part of the class names {@code f-}, {@code g-} (soft fill) and {@code l-} (line)
 */
public record Tone(String name) {
    public static final Tone INK = new Tone("ink");
    public static final Tone QUIET = new Tone("quiet");
    public static final Tone ACCENT = new Tone("accent");

    /** How many series can be told apart; later ones start again. */
    public static final int SERIES_MAX = 6;

    /** The tone of the series at {@code position}, counted from 0. */
    public static Tone series(int position) {
        return new Tone("s" + (1 + position % SERIES_MAX));
    }

    String fill() {
        return "f-" + name;
    }

    String softFill() {
        return "g-" + name;
    }

    String line() {
        return "l-" + name;
    }
}
