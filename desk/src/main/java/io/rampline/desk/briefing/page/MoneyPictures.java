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
import io.rampline.desk.money.MoneyReport;
import io.rampline.factory.Week;
import io.rampline.treasury.cash.CashPlan;
import java.util.ArrayList;
import java.util.List;

/** What customers pay, week by week, in the plan and in the futures. */
final class MoneyPictures {
    private static final double MILLION = 1e6;
    private static final double[] SHARES = {0.1, 0.5, 0.9};

    private MoneyPictures() {}

    static Picture paidIn(MoneyReport report, Speech speech) {
        int first = report.spread().firstBucket();
        int weeks = Math.max(1, report.plan().rows().size());
        double[][] fan = new double[SHARES.length][weeks];
        double[] plan = new double[weeks];
        List<DataTable.Row> rows = new ArrayList<>();
        for (CashPlan.Row row : report.plan().rows()) {
            int at = row.bucket() - first;
            List<String> cells = new ArrayList<>();
            plan[at] = millions(report, row.paidInMinor());
            cells.add(speech.money(row.paidInMinor(), report.scenario().currency()));
            for (int i = 0; i < SHARES.length; i++) {
                long minor = report.spread().paidIn(row.bucket(), SHARES[i]);
                fan[i][at] = millions(report, minor);
                cells.add(speech.money(minor, report.scenario().currency()));
            }
            rows.add(new DataTable.Row(speech.week(report.scenario().horizon().week(row.bucket())), cells));
        }
        List<String> heads = List.of(
                speech.say("futures.head.week"),
                speech.say("money.legend.plan"),
                speech.say("money.head.p10"),
                speech.say("money.head.p50"),
                speech.say("money.head.p90"));
        return new Picture(
                "money-paid-in",
                List.of(
                        new Picture.Key("rule l-s1", speech.say("money.legend.plan")),
                        new Picture.Key("box g-s1", speech.say("money.legend.band"))),
                drawings(report, speech, first, fan, plan),
                false,
                new DataTable(speech.say("money.paid.title"), heads, List.of("f-s1", "", "", ""), rows));
    }

    private static List<Drawing> drawings(MoneyReport report, Speech speech, int first, double[][] fan, double[] plan) {
        List<Layer> layers = List.of(
                new Layer.Band(Weekly.of(fan[0]), Weekly.of(fan[2]), Tone.series(0), true, Anchor.MIDDLE),
                new Layer.Line(Weekly.of(plan), Tone.series(0), Stroke.SOLID, "", Anchor.MIDDLE));
        double max = Math.max(
                0.001, Math.max(Weekly.of(fan[2]).max(), Weekly.of(plan).max()));
        Plot plot = new Plot(
                speech.say("money.paid.panel"),
                speech.say("money.unit", report.scenario().currency().code()),
                1.1 * max,
                1,
                230,
                200,
                layers);
        Week start = report.scenario().horizon().week(first);
        WeekChart chart = new WeekChart(
                speech.say("money.paid.title"),
                speech.say("money.paid.lead"),
                start,
                plan.length,
                0,
                List.of(plot),
                Wordings.of(report.scenario(), speech),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return drawings;
    }

    private static double millions(MoneyReport report, long minor) {
        return minor / (double) report.scenario().currency().minorPerMajor() / MILLION;
    }
}
