package io.rampline.sequence.shop;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import java.util.List;
import java.util.Locale;

/**
 * A day as strips of cars in the colours of their paint, from left to right and then line by line. Under them stands a
 * row for each ratio: a mark where a car carries the option, red where it helps to violate the ratio. Written as SVG
 * that needs nothing else; equal sequences give equal bytes.
 */
public final class DayPicture {
    private static final int CARS_IN_STRIP = 100;
    private static final int CELL = 10;
    private static final int PAINT_HEIGHT = 22;
    private static final int ROW_HEIGHT = 8;
    private static final int LABEL_WIDTH = 150;
    private static final int STRIP_GAP = 22;
    private static final int TOP = 34;
    /** Degrees between the hues of neighbouring colour numbers: far apart for any few of them. */
    private static final double GOLDEN_ANGLE = 137.508;

    private final LineDay day;
    private final List<Integer> order;
    private final WindowsOver windows;
    private final StringBuilder text = new StringBuilder(1 << 14);

    private DayPicture(LineDay day, List<Integer> order) {
        this.day = day;
        this.order = order;
        this.windows = new WindowsOver(day, order);
    }

    /** Draws the sequence. */
    public static String of(LineDay day, List<Integer> order) {
        return new DayPicture(day, order).draw();
    }

    private int stripHeight() {
        return PAINT_HEIGHT + ROW_HEIGHT * day.ratios().size() + STRIP_GAP;
    }

    private String draw() {
        int strips = Math.ceilDiv(order.size(), CARS_IN_STRIP);
        int width = LABEL_WIDTH + CELL * Math.min(CARS_IN_STRIP, order.size()) + CELL;
        text.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\">%n",
                width,
                TOP + strips * stripHeight()));
        text.append("<title>").append(escape(day.name())).append(": ").append(order.size());
        text.append(" cars in the order of the line</title>\n");
        text.append("<style>.c{fill:#555}.v{fill:#d00}.t{font-size:11px;fill:#222}.s{font-size:7px;fill:#444}"
                + "@media (prefers-color-scheme:dark){.c{fill:#bbb}.t,.s{fill:#ddd}.v{fill:#f55}}</style>\n");
        text.append("<text class=\"t\" x=\"4\" y=\"16\">").append(escape(day.name()));
        text.append(": paint above; grey carries the option, red is in a violated window</text>\n");
        for (int strip = 0; strip < strips; strip++) {
            strip(strip * CARS_IN_STRIP, TOP + strip * stripHeight());
        }
        return text.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private void strip(int from, int top) {
        int to = Math.min(order.size(), from + CARS_IN_STRIP);
        text.append(String.format(
                Locale.ROOT,
                "<text class=\"s\" x=\"4\" y=\"%d\">places %d to %d</text>%n",
                top + PAINT_HEIGHT - 8,
                from + 1,
                to));
        for (int place = from; place < to; ) {
            int run = place;
            int colour = car(place).colour();
            while (run < to && car(run).colour() == colour) {
                run++;
            }
            text.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"hsl(%.0f 65%% %d%%)\"><title>colour %d, places %d to %d</title></rect>%n",
                    x(place, from),
                    top,
                    CELL * (run - place) - 1,
                    PAINT_HEIGHT - 4,
                    colour * GOLDEN_ANGLE % 360,
                    colour % 2 == 0 ? 45 : 62,
                    colour,
                    place + 1,
                    run));
            place = run;
        }
        for (int r = 0; r < day.ratios().size(); r++) {
            row(r, from, to, top + PAINT_HEIGHT + r * ROW_HEIGHT);
        }
    }

    private void row(int r, int from, int to, int y) {
        Ratio ratio = day.ratios().get(r);
        text.append(String.format(
                Locale.ROOT,
                "<text class=\"s\" x=\"4\" y=\"%d\">%s %d/%d</text>%n",
                y + ROW_HEIGHT - 2,
                escape(ratio.name()),
                ratio.most(),
                ratio.in()));
        for (int place = from; place < to; place++) {
            if (car(place).carries(r)) {
                text.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
                        windows.over(r, place) > 0 ? "v" : "c",
                        x(place, from),
                        y,
                        CELL - 2,
                        ROW_HEIGHT - 2));
            }
        }
    }

    private static int x(int place, int from) {
        return LABEL_WIDTH + CELL * (place - from);
    }

    private Car car(int place) {
        return day.cars().get(order.get(place));
    }

    private static String escape(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(character >= 0x20 && character < 0xFFFE ? character : 0xFFFD);
            }
        });
        return safe.toString();
    }
}
