package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.chart.WeekChart;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.futures.FuturesReport;
import io.rampline.desk.futures.FuturesReport.Wait;
import io.rampline.simulation.loading.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Fans: the middle of the futures as a line, and how far they spread as bands. */
final class FanPictures {
    private static final int MIDDLE = 2;

    private FanPictures() {}

    /** What all lines build together, by week. */
    static Picture output(FuturesReport report, Speech speech) {
        int first = report.line().firstBucket();
        int weeks = Math.max(1, report.scenario().horizon().weeks() - first);
        double[] shares = report.outputShares();
        double[][] fan = new double[shares.length][weeks];
        List<DataTable.Row> rows = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < shares.length; i++) {
                fan[i][week] = first + week < report.scenario().horizon().weeks()
                        ? report.tally().outputQuantile(first + week, shares[i])
                        : Double.NaN;
                cells.add(Double.isNaN(fan[i][week]) ? "" : speech.number(Math.round(fan[i][week])));
            }
            rows.add(new DataTable.Row(speech.week(report.scenario().horizon().week(first + week)), cells));
        }
        List<Layer> layers = List.of(
                new Layer.Band(Weekly.of(fan[0]), Weekly.of(fan[4]), Tone.series(0), true, Anchor.MIDDLE),
                new Layer.Line(Weekly.of(fan[MIDDLE]), Tone.series(0), Stroke.SOLID, "", Anchor.MIDDLE));
        double max = Weekly.of(fan[4]).max();
        Plot plot = new Plot(
                speech.say("futures.output.panel"), speech.say("futures.unit.cars"), 1.1 * max, 1, 230, 200, layers);
        WeekChart chart = chart(
                report,
                speech.say("futures.output.title"),
                speech.say("futures.output.lead"),
                speech,
                first,
                weeks,
                plot);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        List<String> heads = new ArrayList<>(List.of(speech.say("futures.head.week")));
        Arrays.stream(shares).forEach(share -> heads.add(quantile(speech, share)));
        return new Picture(
                "futures-output",
                legend(report, speech),
                drawings,
                false,
                new DataTable(speech.say("futures.output.title"), heads, List.of("", "", "f-s1", "", ""), rows));
    }

    /** How long those wait who order in a week, product by product. */
    static Picture waits(FuturesReport report, Speech speech) {
        int first = report.line().firstBucket();
        int weeks = Math.max(1, report.scenario().horizon().weeks() - first);
        List<Drawing> drawings = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of(speech.say("head.lock-week")));
        List<String> keys = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        for (Kind kind : report.expected()) {
            String[] cells = new String[weeks];
            String name = kind.product() + ", " + kind.market();
            drawings.add(
                    new Drawing(name, fan(report, kind, speech, first, cells).draw(Size.PANEL)));
            heads.add(name);
            keys.add("");
            columns.add(List.of(cells));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            List<String> cells = new ArrayList<>();
            for (List<String> column : columns) {
                cells.add(column.get(week));
            }
            rows.add(new DataTable.Row(speech.week(report.scenario().horizon().week(first + week)), cells));
        }
        return new Picture(
                "futures-waits",
                List.of(
                        new Picture.Key("rule l-s1", speech.say("futures.legend.middle")),
                        new Picture.Key("box g-s1", between(report, speech))),
                drawings,
                true,
                new DataTable(speech.say("futures.waits.title"), heads, keys, rows));
    }

    /** One product's fan; its figures go into the cells, week by week. */
    private static WeekChart fan(FuturesReport report, Kind kind, Speech speech, int first, String[] cells) {
        int weeks = cells.length;
        double[][] fan = new double[3][weeks];
        for (double[] course : fan) {
            Arrays.fill(course, Double.NaN);
        }
        Arrays.fill(cells, "");
        for (Wait wait : report.waits(kind)) {
            int at = wait.lockBucket() - first;
            fan[1][at] = drawn(wait.middle());
            fan[2][at] = drawn(wait.high());
            // A band needs both its edges.
            fan[0][at] = wait.high().isPresent() ? drawn(wait.low()) : Double.NaN;
            cells[at] =
                    said(wait.low(), speech) + " – " + said(wait.middle(), speech) + " – " + said(wait.high(), speech);
        }
        List<Layer> layers = List.of(
                new Layer.Band(Weekly.of(fan[0]), Weekly.of(fan[2]), Tone.series(0), true, Anchor.MIDDLE),
                new Layer.Line(Weekly.of(fan[1]), Tone.series(0), Stroke.SOLID, "", Anchor.MIDDLE));
        double max =
                Math.max(1, Math.max(Weekly.of(fan[1]).max(), Weekly.of(fan[2]).max()));
        Plot plot = new Plot("", speech.say("unit.weeks"), 1.1 * max, 1, 150, 150, layers);
        return chart(
                report,
                speech.say("futures.waits.title"),
                speech.say("futures.waits.lead"),
                speech,
                first,
                weeks,
                plot);
    }

    private static WeekChart chart(
            FuturesReport report, String title, String description, Speech speech, int first, int weeks, Plot plot) {
        return new WeekChart(
                title,
                description,
                report.scenario().horizon().week(first),
                weeks,
                0,
                List.of(plot),
                Wordings.of(report.scenario(), speech),
                List.of(),
                0);
    }

    private static List<Picture.Key> legend(FuturesReport report, Speech speech) {
        return List.of(
                new Picture.Key("rule l-s1", speech.say("futures.legend.middle")),
                new Picture.Key("box g-s1", between(report, speech)));
    }

    private static String between(FuturesReport report, Speech speech) {
        return speech.say(
                "futures.legend.band",
                speech.percent(Math.round(1000 * report.windows().confidence()), 1000));
    }

    private static String quantile(Speech speech, double share) {
        return speech.say("futures.head.quantile", speech.percent(Math.round(1000 * share), 1000));
    }

    private static double drawn(OptionalInt weeks) {
        return weeks.isPresent() ? weeks.getAsInt() : Double.NaN;
    }

    private static String said(OptionalInt weeks, Speech speech) {
        return weeks.isPresent() ? speech.number(weeks.getAsInt()) : speech.say("beyond");
    }
}
