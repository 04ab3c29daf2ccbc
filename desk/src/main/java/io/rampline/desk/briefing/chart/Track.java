package io.rampline.desk.briefing.chart;

/** The {@code d} attribute of an SVG path, point by point, to a tenth of a unit. */
final class Track {
    private final StringBuilder text = new StringBuilder();

    Track moveTo(double x, double y) {
        return point('M', x, y);
    }

    Track lineTo(double x, double y) {
        return point('L', x, y);
    }

    Track close() {
        text.append('Z');
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private Track point(char command, double x, double y) {
        text.append(command).append(number(x)).append(' ').append(number(y));
        return this;
    }

    /** To a tenth, without a needless ".0"; the same text on every machine. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
