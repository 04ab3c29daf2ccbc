package io.rampline.desk.briefing.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A forecast over time as a fan: a band from p10 to p90, a line of medians, and a dot for each thing that happened,
 * before and after the day of the forecast.
 *
 * @param unit what the left axis counts
 * @param today day of the forecast
 * @param band by date, ascending; at least one
 * @param dots in any order
 */
public record FanChart(
        String title,
        String description,
        String unit,
        LocalDate today,
        List<Spread> band,
        List<Dot> dots,
        Tone tone,
        Wording wording) {
    private static final double PLOT_HEIGHT_WIDE = 240;
    private static final double PLOT_HEIGHT_NARROW = 190;
    private static final double TITLE_HEIGHT = 30;
    private static final double AXIS_HEIGHT = 26;
    private static final double RIGHT_MARGIN = 14;
    private static final double LABEL_GAP = 9;
    private static final double MONTH_WIDTH_MIN = 34;

    public FanChart {
        band = List.copyOf(band);
        dots = List.copyOf(dots);
    }

    /** Eight of ten futures lie between low and high. */
    public record Spread(LocalDate date, double low, double middle, double high) {}

    /** What happened. */
    public record Dot(LocalDate date, double value) {}

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW;
        double bottom = TITLE_HEIGHT + (narrow ? PLOT_HEIGHT_NARROW : PLOT_HEIGHT_WIDE);
        double top = Math.max(
                band.stream().mapToDouble(Spread::high).max().orElse(1),
                dots.stream().mapToDouble(Dot::value).max().orElse(1));
        LinearScale y = LinearScale.upTo(1.05 * top, 5, bottom, TITLE_HEIGHT);
        double left = LABEL_GAP
                + y.ticks().stream()
                        .mapToDouble(tick -> TextWidth.of(wording.number().apply(tick)))
                        .max()
                        .orElse(0);
        LocalDate first = first();
        LocalDate last = band.getLast().date();
        double right = size.width() - RIGHT_MARGIN;
        LinearScale x = new LinearScale(Math.max(1, days(first, last)), 1, left, right);
        Svg svg = new Svg(size.styleClass(), size.width(), bottom + AXIS_HEIGHT, title, description, "");
        PanelTitle.draw(svg, title, unit, 13, size.width());
        for (double tick : y.ticks()) {
            svg.line(left, y.at(tick), right, y.at(tick), tick == 0 ? "axis" : "grid");
            svg.text(left - 7, y.at(tick) + 4, "tick end", wording.number().apply(tick));
        }
        months(svg, x, first, last, bottom);
        fan(svg, x, y, first);
        double now = x.at(days(first, today));
        svg.line(now, TITLE_HEIGHT, now, bottom, "median");
        for (Dot dot : dots) {
            double day = days(first, dot.date());
            if (day >= 0 && !dot.date().isAfter(last)) {
                svg.circle(x.at(day), y.at(dot.value()), narrow ? 2.5 : 3.5, "spot " + Tone.INK.fill());
            }
        }
        return svg.finish();
    }

    private LocalDate first() {
        LocalDate first = today;
        for (Dot dot : dots) {
            first = dot.date().isBefore(first) ? dot.date() : first;
        }
        return first;
    }

    private void months(Svg svg, LinearScale x, LocalDate first, LocalDate last, double bottom) {
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (LocalDate month = first.withDayOfMonth(1).plusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            double at = x.at(days(first, month));
            if (at >= drawnTo && at < x.end() - MONTH_WIDTH_MIN) {
                String name = wording.months().get(month.getMonthValue() - 1);
                svg.text(at, bottom + 16, "tick", month.getMonthValue() == 1 ? name + " " + month.getYear() : name);
                svg.line(at, bottom, at, bottom + 4, "axis");
                drawnTo = at + (month.getMonthValue() == 1 ? 2 : 1) * MONTH_WIDTH_MIN;
            }
        }
    }

    private void fan(Svg svg, LinearScale x, LinearScale y, LocalDate first) {
        Track area = new Track();
        Track middle = new Track();
        List<Spread> back = new ArrayList<>(band).reversed();
        for (Spread spread : band) {
            double at = x.at(days(first, spread.date()));
            point(area, at, y.at(spread.high()));
            point(middle, at, y.at(spread.middle()));
        }
        for (Spread spread : back) {
            area.lineTo(x.at(days(first, spread.date())), y.at(spread.low()));
        }
        area.close();
        svg.path(area, tone.softFill());
        svg.path(middle, "line thin " + tone.line());
    }

    private static double days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static void point(Track track, double x, double y) {
        if (track.isEmpty()) {
            track.moveTo(x, y);
        } else {
            track.lineTo(x, y);
        }
    }
}
