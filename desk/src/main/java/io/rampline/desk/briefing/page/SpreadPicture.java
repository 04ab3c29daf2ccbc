package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Timeline.ModelWeeks;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.desk.briefing.WeekCounts;
import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.SpreadChart;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.page.Picture.Drawing;
import java.util.ArrayList;
import java.util.List;

/** Who waits how long: all open orders, and each trim. */
final class SpreadPicture {
    static final int BIN_WEEKS = 4;
    private static final int TRIMS_MAX = 16;

    private final Briefing briefing;
    private final Speech speech;
    private final List<TrimWait> trims;

    private SpreadPicture(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.trims = briefing.waits().stream()
                .filter(wait -> wait.fromNow().dated() > 0)
                .limit(TRIMS_MAX)
                .toList();
    }

    /** The picture; only to be asked for when an order has a date. */
    static Picture of(Briefing briefing, Speech speech) {
        return new SpreadPicture(briefing, speech).picture();
    }

    private Picture picture() {
        int longest = briefing.totals().fromNow().longest().orElse(0);
        int weeksMax = (longest / BIN_WEEKS + 1) * BIN_WEEKS;
        List<SpreadChart.Row> rows = new ArrayList<>();
        rows.add(row(speech.say("spread.all"), briefing.totals().fromNow(), weeksMax, Tone.QUIET));
        boolean severalMarkets = severalMarkets(briefing);
        for (TrimWait wait : trims) {
            rows.add(row(
                    name(wait, severalMarkets),
                    wait.fromNow(),
                    weeksMax,
                    tone(briefing, wait.trim().model())));
        }
        SpreadChart chart = new SpreadChart(
                speech.say("spread.title"),
                speech.say("spread.description"),
                weeksMax,
                speech.say("spread.axis", speech.shortDate(briefing.scenario().asOf())),
                rows,
                Wordings.of(briefing, speech),
                BIN_WEEKS);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return new Picture("spread", List.of(), drawings, false, table(weeksMax, severalMarkets));
    }

    static boolean severalMarkets(Briefing briefing) {
        return briefing.waits().stream()
                        .map(wait -> wait.trim().market())
                        .distinct()
                        .count()
                > 1;
    }

    static String name(TrimWait wait, boolean severalMarkets) {
        return severalMarkets
                ? wait.trim().product() + " · " + wait.trim().market()
                : wait.trim().product();
    }

    /** A model keeps its tone in every picture. */
    static Tone tone(Briefing briefing, String model) {
        List<String> models =
                briefing.timeline().models().stream().map(ModelWeeks::model).toList();
        return Tone.series(Math.max(0, models.indexOf(model)));
    }

    private SpreadChart.Row row(String label, WeekCounts counts, int weeksMax, Tone tone) {
        int[] byWeek = new int[weeksMax];
        for (int week = 0; week < weeksMax; week++) {
            byWeek[week] = counts.at(week);
        }
        int median = counts.median().orElse(-1);
        List<String> remarks = new ArrayList<>(List.of(speech.orders(counts.all())));
        if (median >= 0) {
            remarks.add(speech.say("spread.median", speech.number(median)));
        }
        remarks.add(
                counts.beyondHorizon() == 0
                        ? speech.say(
                                "spread.longest", speech.number(counts.longest().orElse(0)))
                        : speech.say("spread.beyond", speech.number(counts.beyondHorizon())));
        return new SpreadChart.Row(label, String.join(" · ", remarks), Weekly.of(byWeek), median, tone);
    }

    private DataTable table(int weeksMax, boolean severalMarkets) {
        List<String> heads = new ArrayList<>(List.of(speech.say("head.wait"), speech.say("spread.all")));
        List<String> keys = new ArrayList<>(List.of("f-quiet"));
        for (TrimWait wait : trims) {
            heads.add(name(wait, severalMarkets));
            keys.add("f-" + tone(briefing, wait.trim().model()).name());
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (int from = 0; from < weeksMax; from += BIN_WEEKS) {
            List<String> cells = new ArrayList<>();
            cells.add(speech.number(briefing.totals().fromNow().between(from, from + BIN_WEEKS)));
            for (TrimWait wait : trims) {
                cells.add(speech.number(wait.fromNow().between(from, from + BIN_WEEKS)));
            }
            rows.add(new DataTable.Row(
                    speech.say("wait.range", speech.number(from), speech.number(from + BIN_WEEKS - 1)), cells));
        }
        if (briefing.totals().beyondHorizon() > 0) {
            List<String> cells = new ArrayList<>();
            cells.add(speech.number(briefing.totals().beyondHorizon()));
            trims.forEach(wait -> cells.add(speech.number(wait.fromNow().beyondHorizon())));
            rows.add(new DataTable.Row(speech.say("beyond"), cells));
        }
        return new DataTable(speech.say("spread.title"), heads, keys, rows);
    }
}
