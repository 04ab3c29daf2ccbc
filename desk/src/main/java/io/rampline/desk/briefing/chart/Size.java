package io.rampline.desk.briefing.chart;

import java.util.Locale;

/**
 * The widths a chart is drawn for. Text keeps its size in every one of them, so that a phone does not show a shrunken
 * desk picture; the page shows the one that fits.
 */
public enum Size {
    WIDE(1160),
    MEDIUM(760),
    NARROW(360),
    /** One of several pictures side by side. */
    PANEL(290);

    private final int width;

    Size(int width) {
        this.width = width;
    }

    /** Width of the drawing in SVG units, which are about one pixel where it is shown. */
    public int width() {
        return width;
    }

    /** The class by which the style sheet shows and hides the variant. */
    public String styleClass() {
        return "chart " + name().toLowerCase(Locale.ROOT);
    }
}
