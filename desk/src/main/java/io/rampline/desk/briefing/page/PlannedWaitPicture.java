package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.chart.WeekChart;
import io.rampline.desk.briefing.chart.Wording;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Week;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long those wait who order in a week, without the plan and with it. */
final class PlannedWaitPicture {
    private final TimetableReport report;
    private final Speech speech;
    private final int first;
    private final double[] before;
    private final double[] after;

    private PlannedWaitPicture(
            TimetableReport report, SingleOrders.Waits today, SingleOrders.Waits planned, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.first = Math.max(
                0, report.scenario().horizon().bucket(Week.of(report.scenario().asOf())));
        this.before = longest(today);
        this.after = longest(planned);
    }

    /** The picture; empty when nobody is expected to order. */
    static Optional<Picture> of(
            TimetableReport report, SingleOrders.Waits today, SingleOrders.Waits planned, Speech speech) {
        PlannedWaitPicture picture = new PlannedWaitPicture(report, today, planned, speech);
        boolean any = Arrays.stream(picture.after).anyMatch(wait -> !Double.isNaN(wait));
        return any ? Optional.of(picture.picture()) : Optional.empty();
    }

    /** The longest wait of any group that the headline speaks of, by week of the lock. */
    private double[] longest(SingleOrders.Waits waits) {
        int weeks = report.headlineGroups().stream()
                .mapToInt(flow -> flow.orders().weeks())
                .max()
                .orElse(first + 1);
        double[] longest = new double[Math.max(1, weeks - first)];
        Arrays.fill(longest, Double.NaN);
        report.headlineGroups().forEach(flow -> {
            List<Integer> byWeek = waits.byLockWeek().getOrDefault(flow.name(), List.of());
            for (int t = first; t < byWeek.size(); t++) {
                int wait = byWeek.get(t);
                if (wait != SingleOrders.Waits.NOBODY) {
                    double known = wait == SingleOrders.Waits.BEYOND ? Double.POSITIVE_INFINITY : wait;
                    longest[t - first] = Double.isNaN(longest[t - first]) ? known : Math.max(longest[t - first], known);
                }
            }
        });
        return longest;
    }

    private Picture picture() {
        Optional<Wait> wait = report.headlineWait();
        double max = Math.max(
                wait.map(Wait::weeks).orElse(1),
                Math.max(drawn(before).max(), drawn(after).max()));
        List<Layer> layers = new ArrayList<>();
        wait.ifPresent(
                promised -> layers.add(new Layer.Level(promised.weeks(), Tone.QUIET, speech.weeks(promised.weeks()))));
        layers.add(new Layer.Line(drawn(before), Tone.series(1), Stroke.DASHED, "", Anchor.MIDDLE));
        layers.add(new Layer.Line(drawn(after), Tone.series(0), Stroke.SOLID, "", Anchor.MIDDLE));
        WeekChart chart = new WeekChart(
                speech.say("waits.title"),
                speech.say("waits.description"),
                report.scenario().horizon().week(first),
                after.length,
                wait.map(promised -> (double) promised.fromBucket() - first).orElse(-1.0),
                List.of(new Plot(speech.say("waits.panel"), speech.say("unit.weeks"), 1.1 * max, 1, 230, 200, layers)),
                new Wording(
                        speech.shortMonths(),
                        speech::decimal,
                        speech.say("waits.before"),
                        wait.map(promised ->
                                        speech.week(report.scenario().horizon().week(promised.fromBucket())))
                                .orElse(""),
                        speech.say("waits.after")),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        List<Picture.Key> legend = List.of(
                new Picture.Key("rule l-s2 dashed", speech.say("legend.without-plan")),
                new Picture.Key("rule l-s1", speech.say("legend.with-plan")));
        return new Picture("waits", legend, drawings, false, table());
    }

    /** A wait that does not end within the horizon cannot be drawn. */
    private static Weekly drawn(double[] waits) {
        return Weekly.of(Arrays.stream(waits)
                .map(wait -> Double.isInfinite(wait) ? Double.NaN : wait)
                .toArray());
    }

    private DataTable table() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            rows.add(new DataTable.Row(
                    speech.week(report.scenario().horizon().week(first + i)),
                    List.of(cell(before[i]), cell(after[i]))));
        }
        return new DataTable(
                speech.say("waits.title"),
                List.of(speech.say("head.lock-week"), speech.say("head.without-plan"), speech.say("head.with-plan")),
                List.of("f-s2", "f-s1"),
                rows);
    }

    private String cell(double wait) {
        if (Double.isNaN(wait)) {
            return "";
        }
        return Double.isInfinite(wait) ? speech.say("beyond") : speech.number((long) wait);
    }
}
