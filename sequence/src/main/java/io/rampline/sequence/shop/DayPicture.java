package io.rampline.sequence.shop;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A day as strips of cars in the colours of their paint, from left to right and then strip by strip. Under them stands
 * a row for each ratio that has carriers and can be violated: how full the window over each place is, up to the line
 * that is the most it may hold, red what goes beyond it; a tick where a car carries the option; a red rule under places
 * in a violated window. Written as SVG that needs nothing else; equal sequences give equal bytes.
 */
public final class DayPicture {
    private static final int PAINT_HEIGHT = 24;
    private static final int ROW_HEIGHT = 24;
    /** From the foot of a row up to the line that is the most a window may hold. */
    private static final int LIMIT_HEIGHT = 11;

    private static final int TICK_HEIGHT = 3;
    private static final int TOO_MANY_HEIGHT = 5;
    private static final int LABEL_WIDTH = 170;
    private static final int LABEL_LINE = 15;
    /** Below this width labels stand above their rows. */
    private static final int WIDE = 600;

    private static final int KEY_HEIGHT = 22;
    private static final int KEY_TEXT = 19;
    private static final int KEY_GAP = 16;
    /** Of the type that is used, as wide as a broad letter: names only need to stay apart. */
    private static final int CHARACTER_WIDTH = 8;

    /** Fewer cars are not drawn wider. */
    private static final int CARS_LEAST = 10;

    /** Coordinates have one decimal: a page may hold a dozen pictures. */
    private static final int DECIMAL = 10;

    private static final int STRIP_GAP = 20;
    private static final int LABEL_CHARACTERS_MAX = 24;
    private static final String STYLE = "<style>svg{background:#fff}.day-text{font:12.5px sans-serif;fill:#44515d}"
            + ".day-end{text-anchor:end}"
            + ".day-edge{fill:none;stroke:#8895a1}.day-full{fill:#b9cfe2}.day-limit{stroke:#8895a1;stroke-width:.8}"
            + ".day-tick{fill:#17212b}.day-bad{fill:#d0421b}"
            + "@media(prefers-color-scheme:dark){svg{background:#171f27}.day-text{fill:#a6b3bf}.day-full{fill:#33566d}"
            + ".day-tick{fill:#e9eef2}.day-bad{fill:#ff7d4d}}</style>\n";

    private final LineDay day;
    private final List<Integer> order;
    private final PictureLook look;
    private final WindowsOver windows;
    private final List<Integer> rows;
    private final double left;
    private final double cell;
    private final StringBuilder text = new StringBuilder(1 << 14);

    private DayPicture(LineDay day, List<Integer> order, PictureLook look) {
        this.day = day;
        this.order = order;
        this.look = look;
        this.windows = new WindowsOver(day, order);
        this.rows = IntStream.range(0, day.ratios().size())
                .filter(r -> day.ratios().get(r).most() < day.ratios().get(r).in()
                        && day.cars().stream().anyMatch(car -> car.carries(r)))
                .boxed()
                .toList();
        this.left = isNarrow() ? 0 : LABEL_WIDTH;
        double room = (look.width() - left - 1) / Math.min(look.carsInStrip(), Math.max(order.size(), CARS_LEAST));
        this.cell = Math.floor(room * DECIMAL) / DECIMAL;
    }

    /** Draws the sequence in a picture of its own. */
    public static String of(LineDay day, List<Integer> order) {
        return of(day, order, PictureLook.alone(day.name(), order.size()));
    }

    /** Draws the sequence as it is to look. */
    public static String of(LineDay day, List<Integer> order, PictureLook look) {
        return new DayPicture(day, order, look).draw();
    }

    private boolean isNarrow() {
        return look.width() < WIDE;
    }

    private int rowHeight() {
        return ROW_HEIGHT + (isNarrow() ? LABEL_LINE : 0);
    }

    private int stripHeight() {
        return LABEL_LINE + PAINT_HEIGHT + rowHeight() * rows.size() + STRIP_GAP;
    }

    private String draw() {
        int strips = Math.ceilDiv(order.size(), look.carsInStrip());
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        if (!look.styleClass().isEmpty()) {
            text.append("class=\"").append(look.styleClass()).append("\" ");
        }
        List<Key> keys = keys();
        int top = keys.isEmpty() ? 0 : keys.getLast().y() + KEY_HEIGHT;
        text.append("viewBox=\"0 0 ").append(look.width()).append(' ').append(top + strips * stripHeight());
        text.append("\" role=\"img\" aria-label=\"")
                .append(escape(look.title()))
                .append("\">");
        text.append("<title>").append(escape(look.title())).append("</title>");
        text.append("<desc>").append(escape(look.description())).append("</desc>\n");
        text.append(look.styleClass().isEmpty() ? STYLE : "");
        for (Key key : keys) {
            text.append("<rect x=\"")
                    .append(number(key.x() + 0.5))
                    .append("\" y=\"")
                    .append(key.y() + 2);
            text.append("\" width=\"12\" height=\"12\" rx=\"2\" stroke=\"#8895a1\" fill=\"");
            text.append(look.fill(key.colour())).append("\"/>");
            words(key.x() + KEY_TEXT, key.y() + 12, "day-text", look.colour().apply(key.colour()));
        }
        for (int strip = 0; strip < strips; strip++) {
            strip(strip * look.carsInStrip(), top + strip * stripHeight());
        }
        return text.append("</svg>\n").toString();
    }

    /** A colour of the day and where its name stands. */
    private record Key(int colour, int x, int y) {}

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (int colour :
                day.cars().stream().mapToInt(Car::colour).sorted().distinct().toArray()) {
            int width = KEY_TEXT + KEY_GAP + look.colour().apply(colour).length() * CHARACTER_WIDTH;
            if (x > 0 && x + width > look.width()) {
                x = 0;
                y += KEY_HEIGHT;
            }
            keys.add(new Key(colour, x, y));
            x += width;
        }
        return keys;
    }

    private void strip(int from, int top) {
        int to = Math.min(order.size(), from + look.carsInStrip());
        words(left, top + LABEL_LINE - 4, "day-text", look.places().name(from + 1, to));
        int y = top + LABEL_LINE;
        if (!isNarrow()) {
            words(left - 8, y + 16, "day-text day-end", look.paint());
        }
        for (int place = from; place < to; ) {
            int run = place;
            int colour = car(place).colour();
            while (run < to && car(run).colour() == colour) {
                run++;
            }
            text.append("<rect x=\"")
                    .append(number(x(place, from)))
                    .append("\" y=\"")
                    .append(y);
            text.append("\" width=\"").append(number(cell * (run - place) - (cell > 4 ? 0.8 : 0)));
            text.append("\" height=\"")
                    .append(PAINT_HEIGHT - 4)
                    .append("\" fill=\"")
                    .append(look.fill(colour));
            text.append("\"/>\n");
            place = run;
        }
        text.append("<rect class=\"day-edge\" x=\"")
                .append(number(left))
                .append("\" y=\"")
                .append(y);
        text.append("\" width=\"").append(number(cell * (to - from))).append("\" height=\"");
        text.append(PAINT_HEIGHT - 4).append("\"/>\n");
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), from, to, y + PAINT_HEIGHT + row * rowHeight());
        }
    }

    private void row(int r, int from, int to, int top) {
        Ratio ratio = day.ratios().get(r);
        String name = ratio.name() + " " + ratio.most() + "/" + ratio.in();
        int foot = top + rowHeight() - TICK_HEIGHT - TOO_MANY_HEIGHT + 2;
        if (isNarrow()) {
            words(0, top + LABEL_LINE - 3, "day-text", name);
        } else {
            words(left - 8, foot + 1, "day-text day-end", shortened(name, ratio));
        }
        Bars full = new Bars();
        Bars tooMany = new Bars();
        Bars violated = new Bars();
        StringBuilder ticks = new StringBuilder();
        for (int place = from; place < to; place++) {
            double x = x(place, from);
            int held = windows.held(r, place);
            double height = ratio.most() == 0 ? 0 : (double) LIMIT_HEIGHT * Math.min(held, ratio.most()) / ratio.most();
            full.add(x, foot - height, cell, height);
            boolean isTooMany = windows.excess(r, place) > 0;
            tooMany.add(x, foot - LIMIT_HEIGHT - TOO_MANY_HEIGHT, cell, isTooMany ? TOO_MANY_HEIGHT : 0);
            violated.add(x, foot + TICK_HEIGHT + 1.5, cell, windows.over(r, place) > 0 ? 2 : 0);
            if (car(place).carries(r)) {
                box(ticks, x + cell * 0.15, foot + 1, cell * 0.7, TICK_HEIGHT);
            }
        }
        path("day-full", full.end());
        text.append("<path class=\"day-limit\" d=\"M")
                .append(number(left))
                .append(' ')
                .append(foot - LIMIT_HEIGHT);
        text.append('h').append(number(cell * (to - from))).append("\"/>\n");
        path("day-tick", ticks);
        path("day-bad", tooMany.end().append(violated.end()));
    }

    /** Boxes side by side; neighbours of one height become one. */
    private static final class Bars {
        private final StringBuilder path = new StringBuilder();
        private double from;
        private double top;
        private double width;
        private double tall;

        void add(double x, double y, double wide, double height) {
            if (height == tall && width > 0) {
                width += wide;
                return;
            }
            end();
            from = x;
            top = y;
            width = wide;
            tall = height;
        }

        StringBuilder end() {
            box(path, from, top, width, tall);
            width = 0;
            return path;
        }
    }

    private static String shortened(String name, Ratio ratio) {
        if (name.codePointCount(0, name.length()) <= LABEL_CHARACTERS_MAX) {
            return name;
        }
        String tail = "… " + ratio.most() + "/" + ratio.in();
        int kept = name.offsetByCodePoints(0, Math.max(1, LABEL_CHARACTERS_MAX - tail.length()));
        return name.substring(0, kept) + tail;
    }

    private static void box(StringBuilder path, double x, double y, double width, double height) {
        if (height > 0) {
            path.append('M').append(number(x)).append(' ').append(number(y));
            path.append('h').append(number(width)).append('v').append(number(height));
            path.append('h').append(number(-width)).append('z');
        }
    }

    private void path(String styleClass, StringBuilder path) {
        if (!path.isEmpty()) {
            text.append("<path class=\"")
                    .append(styleClass)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>\n");
        }
    }

    private void words(double x, double y, String styleClass, String words) {
        text.append("<text class=\"").append(styleClass).append("\" x=\"").append(number(x));
        text.append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escape(words))
                .append("</text>\n");
    }

    private double x(int place, int from) {
        return left + cell * (place - from);
    }

    private Car car(int place) {
        return day.cars().get(order.get(place));
    }

    /** With at most one decimal. */
    private static String number(double value) {
        long tenths = Math.round(value * DECIMAL);
        String whole = Long.toString(Math.abs(tenths) / DECIMAL);
        String sign = tenths < 0 ? "-" : "";
        return tenths % DECIMAL == 0 ? sign + whole : sign + whole + "." + Math.abs(tenths) % DECIMAL;
    }

    private static String escape(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(character >= 0x20 && character < 0xFFFE ? character : 0xFFFD);
            }
        });
        return safe.toString();
    }
}
