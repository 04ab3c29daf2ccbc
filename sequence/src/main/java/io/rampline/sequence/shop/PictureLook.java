package io.rampline.sequence.shop;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How the picture of a day is drawn.
 *
 * @param title what it is called, said to those who cannot see it
 * @param description what it shows, in a sentence
 * @param paint names the row of colours
 * @param places names a stretch of the line
 * @param colour the name of a colour by its number
 * @param rgb how a colour is drawn, {@code #3b6ea5}; where it is empty, hues far apart are taken
 * @param width of the picture in pixels, from 200
 * @param carsInStrip cars in a row, from 10
 * @param styleClass of the picture on a page that brings the styles {@code day-...}; empty for a picture that stands
 *     alone and brings its own
 */
public record PictureLook(
        String title,
        String description,
        String paint,
        Places places,
        IntFunction<String> colour,
        IntFunction<Optional<String>> rgb,
        int width,
        int carsInStrip,
        String styleClass) {
    /** Places from 1, both included, in words. */
    @FunctionalInterface
    public interface Places {
        String name(int from, int to);
    }

    private static final int WIDTH_USUAL = 1160;
    private static final int CARS_USUAL = 100;
    /** Degrees between the hues of neighbouring colour numbers: far apart for any few of them. */
    private static final double GOLDEN_ANGLE = 137.508;

    /** A picture that stands alone, with colours by their numbers. */
    public static PictureLook alone(String name, int cars) {
        return new PictureLook(
                name + ": " + cars + " cars in the order of the line",
                "Above the colours of the paint, below how full the windows of each ratio are; red is too many.",
                "paint",
                (from, to) -> "places " + from + " to " + to,
                number -> "colour " + number,
                number -> Optional.empty(),
                WIDTH_USUAL,
                CARS_USUAL,
                "");
    }

    /** The fill of a colour. */
    public String fill(int colour) {
        return fill(colour, rgb.apply(colour));
    }

    /** The fill of a colour that is said, or one of a hue of its own. */
    public static String fill(int colour, Optional<String> said) {
        return said.orElseGet(() -> String.format(
                Locale.ROOT, "hsl(%.0f 60%% %d%%)", colour * GOLDEN_ANGLE % 360, colour % 2 == 0 ? 45 : 62));
    }
}
