package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Band;
import io.rampline.desk.briefing.chart.Layer.Bars;
import io.rampline.desk.briefing.chart.Layer.Level;
import io.rampline.desk.briefing.chart.Layer.Line;
import io.rampline.desk.briefing.chart.Layer.Ranges;
import io.rampline.desk.briefing.chart.Layer.Spot;
import io.rampline.desk.briefing.chart.Layer.Steps;
import io.rampline.desk.briefing.chart.Panel.Plot;

/** Draws the layers of one plot, the first at the bottom. */
final class PlotDrawing {
    private static final int GRID_LINES_WIDE = 5;
    private static final int GRID_LINES_NARROW = 4;

    private final Svg svg;
    private final WeekScale x;
    private final LinearScale y;
    private final Plot plot;
    private final Wording wording;
    private final double top;
    private final Labels labels;

    PlotDrawing(Svg svg, WeekScale x, Plot plot, Wording wording, double top, double bottom, boolean narrow) {
        this.svg = svg;
        this.x = x;
        this.plot = plot;
        this.wording = wording;
        this.top = top;
        this.y = scale(plot, narrow ? GRID_LINES_NARROW : GRID_LINES_WIDE, bottom, top);
        this.labels = new Labels(x.left(), x.right(), top, bottom);
    }

    /** Room that the labels of the value axis need. */
    static double axisWidth(Plot plot, Wording wording) {
        double width = 0;
        for (int lines : new int[] {GRID_LINES_NARROW, GRID_LINES_WIDE}) {
            for (double tick : scale(plot, lines, 0, 1).ticks()) {
                width = Math.max(width, TextWidth.of(wording.number().apply(tick)));
            }
        }
        return width;
    }

    private static LinearScale scale(Plot plot, int lines, double bottom, double top) {
        return LinearScale.spanning(plot.min() / plot.divisor(), plot.max() / plot.divisor(), lines, bottom, top);
    }

    void draw() {
        for (double tick : y.ticks()) {
            svg.line(x.left(), y.at(tick), x.right(), y.at(tick), tick == 0 ? "axis" : "grid");
            svg.text(x.left() - 7, y.at(tick) + 4, "tick end", wording.number().apply(tick));
        }
        plot.layers().forEach(this::marks);
        plot.layers().forEach(this::label);
    }

    private void marks(Layer layer) {
        switch (layer) {
            case Band band -> band(band);
            case Bars bars -> bars(bars);
            case Line line ->
                svg.path(
                        course(line.values(), line.anchor()),
                        "line " + line.stroke().styleClass() + " " + line.tone().line());
            case Steps steps ->
                svg.path(
                        steps(steps.values()),
                        "line " + steps.stroke().styleClass() + " "
                                + steps.tone().line());
            case Ranges ranges -> ranges(ranges);
            case Level level ->
                svg.line(
                        x.left(),
                        at(level.value()),
                        x.right(),
                        at(level.value()),
                        "level " + level.tone().line());
            case Spot spot ->
                svg.circle(
                        x.at(spot.week()),
                        at(spot.value()),
                        4,
                        "spot " + spot.tone().fill());
        }
    }

    private double at(double value) {
        return Math.max(top, y.at(value / plot.divisor()));
    }

    private Track course(Weekly values, Anchor anchor) {
        Track track = new Track();
        boolean open = false;
        for (int i = 0; i < shown(values); i++) {
            if (values.has(i)) {
                double level = at(values.get(i));
                boolean lonely = !open && (i + 1 >= values.weeks() || !values.has(i + 1));
                // A single week is drawn as a dash as wide as the week.
                move(track, open, x.at(lonely ? i + 0.1 : anchor.of(i)), level);
                if (lonely) {
                    track.lineTo(x.at(i + 0.9), level);
                }
            }
            open = values.has(i);
        }
        return track;
    }

    private Track steps(Weekly values) {
        Track track = new Track();
        boolean open = false;
        for (int i = 0; i < shown(values); i++) {
            if (values.has(i)) {
                double level = at(values.get(i));
                move(track, open, x.at(i), level);
                // A run of equal weeks is one stroke.
                if (i + 1 >= shown(values) || values.get(i + 1) != values.get(i)) {
                    track.lineTo(x.at(i + 1), level);
                }
            }
            open = values.has(i);
        }
        return track;
    }

    private int shown(Weekly values) {
        return Math.min(values.weeks(), x.weeks());
    }

    private static void move(Track track, boolean open, double toX, double toY) {
        if (open) {
            track.lineTo(toX, toY);
        } else {
            track.moveTo(toX, toY);
        }
    }

    private void band(Band band) {
        Track track = new Track();
        int length = Math.min(band.high().weeks(), x.weeks());
        int from = 0;
        while (from < length) {
            if (!filled(band, from)) {
                from++;
                continue;
            }
            int to = from;
            while (to < length && filled(band, to)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                move(track, i > from, x.at(band.anchor().of(i)), at(band.high().get(i)));
            }
            for (int i = to - 1; i >= from; i--) {
                track.lineTo(x.at(band.anchor().of(i)), at(band.low().get(i)));
            }
            track.close();
            from = to;
        }
        svg.path(track, band.soft() ? band.tone().softFill() : band.tone().fill());
    }

    private static boolean filled(Band band, int week) {
        return band.low().has(week) && band.high().has(week);
    }

    private void bars(Bars bars) {
        Track track = new Track();
        double weekWidth = (x.right() - x.left()) / x.weeks();
        double gap = weekWidth > 3 ? 0.14 : 0;
        for (int i = 0; i < Math.min(bars.high().weeks(), x.weeks()); i++) {
            double low = bars.low().get(i);
            double high = bars.high().get(i);
            if (high > low) {
                double bottom = at(low);
                double upper = at(high);
                track.moveTo(x.at(i + gap / 2), bottom)
                        .lineTo(x.at(i + gap / 2), upper)
                        .lineTo(x.at(i + 1 - gap / 2), upper)
                        .lineTo(x.at(i + 1 - gap / 2), bottom)
                        .close();
            }
        }
        svg.path(track, bars.soft() ? bars.tone().softFill() : bars.tone().fill());
    }

    private void ranges(Ranges ranges) {
        Track stems = new Track();
        double cap = Math.max(2, Math.min(4, (x.right() - x.left()) / x.weeks()));
        for (int i = 0; i < Math.min(ranges.high().weeks(), x.weeks()); i++) {
            if (Double.isNaN(ranges.high().get(i)) || Double.isNaN(ranges.low().get(i))) {
                continue;
            }
            double middle = x.middle(i);
            double upper = at(ranges.high().get(i));
            double lower = at(ranges.low().get(i));
            stems.moveTo(middle, upper).lineTo(middle, lower);
            stems.moveTo(middle - cap, upper).lineTo(middle + cap, upper);
            stems.moveTo(middle - cap, lower).lineTo(middle + cap, lower);
        }
        svg.path(stems, "range " + ranges.tone().line());
    }

    private void label(Layer layer) {
        switch (layer) {
            case Line line -> labelEnd(line.values(), line.tone(), line.label());
            case Steps steps -> {
                labelEnd(steps.values(), steps.tone(), steps.label());
                labelCut(steps.values(), steps.tone());
            }
            case Level level -> labels.set(svg, x.left(), at(level.value()) - 4, "note level-label", level.label());
            case Spot spot ->
                labels.set(
                        svg,
                        x.at(spot.week()),
                        at(spot.value()) - 9,
                        "label t-" + spot.tone().name(),
                        spot.label());
            case Bars bars -> labelCut(bars.high(), bars.tone());
            case Band _, Ranges _ -> {}
        }
    }

    private void labelEnd(Weekly values, Tone tone, String words) {
        int last = Math.min(values.weeks(), x.weeks()) - 1;
        while (last >= 0 && Double.isNaN(values.get(last))) {
            last--;
        }
        if (last >= 0) {
            double from = x.middle(last) - TextWidth.of(words);
            double highest = at(values.get(last));
            // Above the line wherever it runs below the words, not only at its end.
            for (int i = last; i >= 0 && x.at(i + 1) >= from; i--) {
                highest = values.has(i) ? Math.min(highest, at(values.get(i))) : highest;
            }
            double middle = x.middle(last) - TextWidth.of(words) / 2;
            labels.set(svg, middle, highest - 7, "label t-" + tone.name(), words);
        }
    }

    /** What is too high for the axis says its value, a run of such weeks the highest of them. */
    private void labelCut(Weekly values, Tone tone) {
        int week = 0;
        while (week < Math.min(values.weeks(), x.weeks())) {
            int from = week;
            double highest = 0;
            while (week < Math.min(values.weeks(), x.weeks())
                    && values.get(week) / plot.divisor() > y.max() * (1 + 1e-9)) {
                highest = Math.max(highest, values.get(week));
                week++;
            }
            if (week > from) {
                String words = "↑ " + wording.number().apply(Math.rint(highest / plot.divisor()));
                double before = x.at(from) - 6 - TextWidth.of(words) / 2;
                labels.set(svg, before, top + 12, "label t-" + tone.name(), words);
            }
            week++;
        }
    }
}
