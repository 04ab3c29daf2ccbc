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
import io.rampline.factory.Currency;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cash week by week, as planned and in the futures. */
final class MoneyPictures {
    private static final double MILLION = 1e6;

    /** Where amounts are small a chart tells them in thousands. */
    private static final double THOUSAND = 1e3;

    private static final double MILLIONS_FROM = 1e7;
    private static final double[] SHARES = {0.1, 0.5, 0.9};

    private final Scenario scenario;
    private final Speech speech;
    private final Course course;
    private final double[][] fan;
    private final double[] planned;
    private final double divisor;

    /**
     * What is drawn.
     *
     * @param id of the picture, and of its texts
     * @param stock whether it stands at the end of a week, rather than runs through it
     */
    private record Course(
            String id, boolean stock, CashPlan plan, ToLongFunction<CashPlan.Row> planned, Quantile quantile) {}

    private interface Quantile {
        long of(int bucket, double share);
    }

    private MoneyPictures(Scenario scenario, Speech speech, Course course) {
        this.scenario = scenario;
        this.speech = speech;
        this.course = course;
        int weeks = Math.max(1, course.plan().rows().size());
        this.fan = new double[SHARES.length][weeks];
        this.planned = new double[weeks];
        double most = 0;
        int at = 0;
        for (CashPlan.Row row : course.plan().rows()) {
            planned[at] = major(course.planned().applyAsLong(row));
            most = Math.max(most, Math.abs(planned[at]));
            for (int i = 0; i < SHARES.length; i++) {
                fan[i][at] = major(course.quantile().of(row.bucket(), SHARES[i]));
                most = Math.max(most, Math.abs(fan[i][at]));
            }
            at++;
        }
        this.divisor = most >= MILLIONS_FROM ? MILLION : most >= MILLIONS_FROM / THOUSAND ? THOUSAND : 1;
    }

    /** What customers pay in each week. */
    static Picture paidIn(Scenario scenario, CashPlan plan, Spread spread, Speech speech) {
        return new MoneyPictures(
                        scenario, speech, new Course("paid", false, plan, CashPlan.Row::paidInMinor, spread::paidIn))
                .picture();
    }

    /** Own cash at the end of each week. */
    static Picture own(Scenario scenario, CashPlan plan, Spread spread, Speech speech) {
        return new MoneyPictures(scenario, speech, new Course("own", true, plan, CashPlan.Row::ownMinor, spread::own))
                .picture();
    }

    private Picture picture() {
        return new Picture(
                "money-" + course.id(),
                List.of(
                        new Picture.Key("rule l-s1", speech.say("money.legend.plan")),
                        new Picture.Key("box g-s1", speech.say("money.legend.band"))),
                drawings(),
                false,
                table());
    }

    private DataTable table() {
        Currency currency = scenario.currency();
        List<DataTable.Row> rows = new ArrayList<>();
        TableUnit unit = TableUnit.of(currency, course.plan().rows().stream().mapToLong(course.planned()));
        for (CashPlan.Row row : course.plan().rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(unit.amount(course.planned().applyAsLong(row), speech));
            for (double share : SHARES) {
                cells.add(unit.amount(course.quantile().of(row.bucket(), share), speech));
            }
            rows.add(new DataTable.Row(speech.week(scenario.horizon().week(row.bucket())), cells));
        }
        List<String> heads = List.of(
                speech.say("futures.head.week"),
                speech.say("money.legend.plan"),
                speech.say("money.head.p10"),
                speech.say("money.head.p50"),
                speech.say("money.head.p90"));
        String caption = speech.say(course.stock() ? "money.own.title" : "money.paid.title") + ". " + unit.name(speech);
        return new DataTable(caption, heads, List.of("f-s1", "", "", ""), rows);
    }

    private List<Drawing> drawings() {
        Anchor anchor = course.stock() ? Anchor.END : Anchor.MIDDLE;
        List<Layer> layers = List.of(
                new Layer.Band(Weekly.of(fan[0]), Weekly.of(fan[2]), Tone.series(0), true, anchor),
                new Layer.Line(Weekly.of(planned), Tone.series(0), Stroke.SOLID, "", anchor));
        double max = Math.max(Weekly.of(fan[2]).max(), Weekly.of(planned).max());
        Plot plot = new Plot(
                speech.say(course.stock() ? "money.own.panel" : "money.paid.panel"),
                unit(),
                Math.min(least(fan[0]), least(planned)),
                max == 0 ? 1 : 1.05 * max,
                divisor,
                230,
                200,
                layers);
        CashPlan plan = course.plan();
        Week start = scenario.horizon()
                .week(plan.rows().isEmpty() ? 0 : plan.rows().getFirst().bucket());
        WeekChart chart = new WeekChart(
                speech.say(course.stock() ? "money.own.title" : "money.paid.title"),
                speech.say(course.stock() ? "money.own.lead" : "money.paid.lead"),
                start,
                planned.length,
                0,
                List.of(plot),
                Wordings.of(scenario, speech),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return drawings;
    }

    private String unit() {
        String code = scenario.currency().code();
        String scale = divisor == MILLION ? "millions" : divisor == THOUSAND ? "thousands" : "ones";
        return speech.say("money.unit." + (course.stock() ? "stock." : "flow.") + scale, code);
    }

    private static double least(double... values) {
        double least = 0;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private double major(long minor) {
        return minor / (double) scenario.currency().minorPerMajor();
    }
}
