package io.rampline.desk.briefing.chart;

import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Panel.Strip;
import io.rampline.factory.Week;
import java.util.List;

/**
 * Panels over the same weeks.
 *
 * @param title what it is called, for those who cannot see it
 * @param description what it shows, in a sentence
 * @param first the week at the left edge
 * @param weeks how many weeks are shown
 * @param asOfIndex where the day of the briefing lies, in weeks from the left edge
 * @param columns columns of the table below that a read-out shows; empty for all
 * @param firstRow row of the table that belongs to the first week
 */
public record WeekChart(
        String title,
        String description,
        Week first,
        int weeks,
        double asOfIndex,
        List<Panel> panels,
        Wording wording,
        List<Integer> columns,
        int firstRow) {
    private static final double TITLE_HEIGHT = 30;
    private static final double BARE_HEIGHT = 10;
    private static final double PANEL_GAP = 14;
    private static final double AXIS_HEIGHT = 20;
    private static final double RIGHT_MARGIN = 6;
    private static final double LABEL_GAP = 8;

    public WeekChart {
        panels = List.copyOf(panels);
        columns = List.copyOf(columns);
    }

    /** The drawing as SVG text. */
    public String draw(Size size) {
        boolean narrow = size == Size.NARROW || size == Size.PANEL;
        double left = leftMargin(narrow);
        WeekScale x = new WeekScale(first, weeks, left, size.width() - RIGHT_MARGIN);
        double height = AXIS_HEIGHT;
        for (Panel panel : panels) {
            height += titleHeight(panel) + panelHeight(panel, narrow) + PANEL_GAP;
        }
        Svg svg = new Svg(size.styleClass(), size.width(), height, title, description, readOut(x));
        double top = 0;
        for (Panel panel : panels) {
            PanelTitle.draw(svg, panel.title(), panel.unit(), top + 13, size.width());
            double plotTop = top + titleHeight(panel);
            double plotBottom = plotTop + panelHeight(panel, narrow);
            switch (panel) {
                case Plot plot -> {
                    grid(svg, x, plotTop, plotBottom);
                    new PlotDrawing(svg, x, plot, wording, plotTop, plotBottom, narrow).draw();
                }
                case Strip strip -> StripDrawing.draw(svg, x, strip, plotTop, narrow);
            }
            if (!narrow || panel instanceof Plot) {
                today(svg, x, plotTop, plotBottom, top == 0);
            }
            top = plotBottom + PANEL_GAP;
        }
        axis(svg, x, top - PANEL_GAP + 2);
        return svg.finish();
    }

    private String readOut(WeekScale x) {
        StringBuilder cols = new StringBuilder();
        columns.forEach(column -> cols.append(cols.isEmpty() ? "" : " ").append(column));
        return " data-x0=\"" + Track.number(x.left()) + "\" data-x1=\"" + Track.number(x.right()) + "\" data-n=\""
                + weeks + "\" data-row=\"" + firstRow + "\" data-cols=\"" + cols + "\" tabindex=\"0\"";
    }

    private static double titleHeight(Panel panel) {
        return panel.title().isEmpty() ? BARE_HEIGHT : TITLE_HEIGHT;
    }

    private static double panelHeight(Panel panel, boolean narrow) {
        return switch (panel) {
            case Plot plot -> narrow ? plot.heightNarrow() : plot.heightWide();
            case Strip strip -> StripDrawing.height(strip, narrow);
        };
    }

    private double leftMargin(boolean narrow) {
        double margin = 0;
        for (Panel panel : panels) {
            double room = switch (panel) {
                case Plot plot -> PlotDrawing.axisWidth(plot, wording);
                case Strip strip -> StripDrawing.labelWidth(strip, narrow);
            };
            margin = Math.max(margin, room + LABEL_GAP);
        }
        return margin;
    }

    private static void grid(Svg svg, WeekScale x, double top, double bottom) {
        for (WeekScale.Tick tick : x.ticks()) {
            if (tick.firstOfYear() && tick.month() == 1) {
                svg.line(tick.x(), top, tick.x(), bottom, "grid year");
            }
        }
    }

    private void today(Svg svg, WeekScale x, double top, double bottom, boolean named) {
        if (asOfIndex <= 0 || asOfIndex >= weeks) {
            return;
        }
        double at = x.at(asOfIndex);
        svg.line(at, named ? top - 6 : top, at, bottom, "today");
        if (!named) {
            return;
        }
        double baseline = top - 2;
        double pastRoom = at - x.left();
        double futureRoom = x.right() - at;
        String past = "← " + wording.past();
        String future = wording.future() + " →";
        String withDay = wording.today() + "   " + future;
        if (TextWidth.of(past) + 8 < pastRoom) {
            svg.text(at - 6, baseline, "note end", past);
        }
        if (TextWidth.of(withDay) + 8 < futureRoom) {
            svg.text(at + 6, baseline, "note", withDay);
        } else if (TextWidth.of(future) + 8 < futureRoom) {
            svg.text(at + 6, baseline, "note", future);
        }
    }

    private void axis(Svg svg, WeekScale x, double top) {
        svg.line(x.left(), top - 2, x.right(), top - 2, "axis");
        for (WeekScale.Tick tick : x.ticks()) {
            svg.line(tick.x(), top - 2, tick.x(), top + 3, "axis");
            String month = wording.months().get(tick.month() - 1);
            if (tick.x() + TextWidth.of(month) <= x.right() + RIGHT_MARGIN) {
                svg.text(tick.x() + 2, top + 14, "tick", month);
            }
            if (tick.firstOfYear() && tick.x() + TextWidth.of("2000") <= x.right() + RIGHT_MARGIN) {
                svg.text(tick.x() + 2, top + 29, "tick strong", Integer.toString(tick.year()));
            }
        }
    }
}
