package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Timeline;
import io.rampline.desk.briefing.Timeline.ModelWeeks;
import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.desk.briefing.chart.Panel;
import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.chart.WeekChart;
import io.rampline.desk.briefing.page.Picture.Drawing;
import java.util.ArrayList;
import java.util.List;

/** The main picture: the order bank, and what is handed over, week by week. */
final class BankPicture {
    private static final int PAST_WEEKS_MAX = 156;
    private static final double THOUSANDS_FROM = 10_000;
    private static final double ROOM_FOR_FORECAST = 1.15;

    private final Briefing briefing;
    private final Speech speech;
    private final WeekSpan span;
    private final Timeline timeline;

    private BankPicture(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.span = WeekSpan.of(briefing, PAST_WEEKS_MAX);
        this.timeline = briefing.timeline();
    }

    static Picture of(Briefing briefing, Speech speech) {
        return new BankPicture(briefing, speech).picture();
    }

    private Picture picture() {
        WeekChart chart = new WeekChart(
                speech.say("bank.title"),
                speech.say("bank.description"),
                span.first(),
                span.weeks(),
                span.pastWeeks(),
                List.of(bankPanel(), deliveryPanel()),
                Wordings.of(briefing, speech),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return new Picture("bank", legend(), drawings, false, table());
    }

    static double divisor(double max) {
        return max >= THOUSANDS_FROM ? 1000 : 1;
    }

    private Panel bankPanel() {
        List<Layer> layers = new ArrayList<>();
        Weekly below = Weekly.of(new double[span.weeks()]);
        List<Layer> stacked = new ArrayList<>();
        List<ModelWeeks> models = timeline.models();
        for (int m = 0; m < models.size(); m++) {
            Weekly bank = filled(models.get(m).bank());
            Weekly above = stacked(below, bank);
            Tone tone = Tone.series(m);
            stacked.add(new Layer.Band(below, span.past(above), tone, false, Anchor.END));
            stacked.add(new Layer.Band(
                    below, WeekSpan.cut(above, span.pastWeeks() - 1, span.weeks()), tone, true, Anchor.END));
            below = above;
        }
        List<Outlook.Course> expected = briefing.outlook().expected();
        if (!expected.isEmpty()) {
            Weekly low = bank(expected.getFirst());
            Weekly high = bank(expected.getLast());
            Weekly mid = bank(expected.get(expected.size() / 2));
            layers.add(new Layer.Band(low, high, Tone.QUIET, true, Anchor.END));
            layers.addAll(stacked);
            layers.add(new Layer.Line(mid, Tone.INK, Stroke.DASHED, "", Anchor.END));
        } else {
            layers.addAll(stacked);
        }
        double max = bankMax();
        double divisor = divisor(max);
        return new Plot(
                speech.say("bank.panel"),
                speech.say(divisor > 1 ? "unit.thousand" : "unit.orders"),
                max,
                divisor,
                212,
                170,
                layers);
    }

    /** A high forecast may outgrow everything else; it then leaves the picture at the top. */
    private double bankMax() {
        Weekly open = Weekly.of(new double[span.weeks()]);
        for (ModelWeeks model : timeline.models()) {
            open = stacked(open, filled(model.bank()));
        }
        List<Outlook.Course> expected = briefing.outlook().expected();
        return expected.isEmpty()
                ? open.max()
                : ROOM_FOR_FORECAST
                        * Math.max(
                                open.max(),
                                bank(expected.get(expected.size() / 2)).max());
    }

    /** The bank of a course, joined to the bank of the day of the briefing. */
    private Weekly bank(Outlook.Course course) {
        double[] bank = span.lay(briefing.outlook().first(), course.bank()).toArray();
        if (span.pastWeeks() > 0) {
            bank[span.pastWeeks() - 1] = timeline.bank(timeline.pastWeeks() - 1);
        }
        return Weekly.of(bank);
    }

    /** Beyond the last week of the timeline nothing changes any more. */
    private Weekly filled(Weekly figures) {
        double[] laid = span.lay(timeline.first(), figures).toArray();
        for (int i = 0; i < laid.length; i++) {
            if (Double.isNaN(laid[i])) {
                laid[i] = i == 0 ? 0 : laid[i - 1];
            }
        }
        return Weekly.of(laid);
    }

    private static Weekly stacked(Weekly below, Weekly figures) {
        double[] above = below.toArray();
        for (int i = 0; i < above.length; i++) {
            above[i] += figures.has(i) ? figures.get(i) : 0;
        }
        return Weekly.of(above);
    }

    private Panel deliveryPanel() {
        List<Layer> layers = new ArrayList<>();
        Weekly below = Weekly.of(new double[span.weeks()]);
        List<ModelWeeks> models = timeline.models();
        for (int m = 0; m < models.size(); m++) {
            Weekly delivered = span.lay(timeline.first(), models.get(m).delivered());
            Weekly above = stacked(below, delivered);
            Tone tone = Tone.series(m);
            layers.add(new Layer.Bars(below, span.past(above), tone, false));
            layers.add(new Layer.Bars(below, span.future(above), tone, true));
            below = above;
        }
        double max = below.max();
        double divisor = divisor(max);
        return new Plot(
                speech.say("bank.delivered"),
                speech.say(divisor > 1 ? "unit.thousand.week" : "unit.week"),
                max,
                divisor,
                98,
                110,
                layers);
    }

    private List<Picture.Key> legend() {
        List<Picture.Key> keys = new ArrayList<>();
        List<ModelWeeks> models = timeline.models();
        for (int m = 0; m < models.size(); m++) {
            keys.add(new Picture.Key(
                    "box f-" + Tone.series(m).name(), models.get(m).model()));
        }
        keys.add(new Picture.Key("pair", speech.say("legend.promised")));
        if (!briefing.outlook().expected().isEmpty()) {
            keys.add(new Picture.Key("rule l-ink dashed", speech.say("legend.expected-mid")));
            keys.add(new Picture.Key("box g-quiet", rangeWords()));
        }
        return keys;
    }

    /** Where the high forecast leaves the picture, its key says how high it goes. */
    private String rangeWords() {
        double high = bank(briefing.outlook().expected().getLast()).max();
        double divisor = divisor(high);
        return high <= bankMax()
                ? speech.say("legend.expected-range")
                : speech.say(
                        "legend.expected-range.cut",
                        speech.number(Math.round(high / divisor)),
                        speech.say(divisor > 1 ? "unit.thousand" : "unit.orders"));
    }

    private DataTable table() {
        List<String> heads = new ArrayList<>(List.of(
                speech.say("head.week"),
                speech.say("head.locked"),
                speech.say("head.cancelled"),
                speech.say("head.delivered")));
        List<String> keys = new ArrayList<>(List.of("", "", ""));
        for (int m = 0; m < timeline.models().size(); m++) {
            heads.add(speech.say("head.bank", timeline.models().get(m).model()));
            keys.add("f-" + Tone.series(m).name());
        }
        boolean expected = !briefing.outlook().expected().isEmpty();
        if (expected) {
            heads.add(speech.say("head.bank-expected"));
            keys.add("f-ink");
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < span.weeks(); i++) {
            rows.add(row(i, expected));
        }
        return new DataTable(speech.say("bank.title"), heads, keys, rows);
    }

    private DataTable.Row row(int i, boolean expected) {
        int at = span.week(i).since(timeline.first());
        boolean known = at >= 0 && at < timeline.weeks();
        boolean past = i < span.pastWeeks();
        List<String> cells = new ArrayList<>();
        cells.add(known && past ? speech.number(timeline.locked(at)) : "");
        cells.add(known && past ? speech.number(timeline.cancelled(at)) : "");
        cells.add(known ? speech.number(timeline.delivered(at)) : "");
        for (ModelWeeks model : timeline.models()) {
            cells.add(known ? speech.number(model.bank().whole(at)) : "");
        }
        if (expected) {
            Outlook.Course mid = briefing.outlook().expected().get(1);
            int ahead = span.week(i).since(briefing.outlook().first());
            cells.add(
                    ahead >= 0 && ahead < mid.bank().weeks()
                            ? speech.number(mid.bank().whole(ahead))
                            : "");
        }
        return new DataTable.Row(speech.week(span.week(i)), cells);
    }
}
