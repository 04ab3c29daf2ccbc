package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.LockWeeks;
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
import java.util.Arrays;
import java.util.List;

/** What those who locked in a week waited or will wait, trim by trim, beside what was posted that week. */
final class LockWeekPicture {
    /** Columns of the table for each trim. */
    private static final int COLUMNS = 3;

    private static final int WEEKS_BEFORE = 2;
    private static final int WEEKS_MIN = 13;

    private final Briefing briefing;
    private final Speech speech;
    private final List<LockWeeks> trims;

    private LockWeekPicture(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.trims = briefing.lockWeeks();
    }

    /** The picture; only to be asked for when there are lock weeks. */
    static Picture of(Briefing briefing, Speech speech) {
        return new LockWeekPicture(briefing, speech).picture();
    }

    private Picture picture() {
        double max = 0;
        for (LockWeeks trim : trims) {
            max = Math.max(max, trim.delivered().max());
            max = Math.max(max, trim.promised().max());
            max = Math.max(max, trim.postedHigh().max());
        }
        List<Drawing> drawings = new ArrayList<>();
        for (int i = 0; i < trims.size(); i++) {
            drawings.add(new Drawing(trims.get(i).product(), panel(i, max)));
        }
        List<Picture.Key> legend = new ArrayList<>();
        legend.add(new Picture.Key("rule l-s1", speech.say("legend.delivered-wait")));
        legend.add(new Picture.Key("rule l-s2", speech.say("legend.promised-wait")));
        if (trims.stream().anyMatch(LockWeekPicture::hasPosted)) {
            legend.add(new Picture.Key("bracket", speech.say("legend.posted")));
        }
        return new Picture("lock-weeks", legend, drawings, true, table());
    }

    private static boolean hasPosted(LockWeeks trim) {
        return trim.postedHigh().hasAny();
    }

    private String panel(int number, double max) {
        LockWeeks trim = trims.get(number);
        int from = firstShown(trim);
        List<Layer> layers = List.of(
                new Layer.Line(shown(trim.delivered(), from), Tone.series(0), Stroke.SOLID, "", Anchor.MIDDLE),
                new Layer.Line(shown(trim.promised(), from), Tone.series(1), Stroke.SOLID, "", Anchor.MIDDLE),
                new Layer.Ranges(shown(trim.postedLow(), from), shown(trim.postedHigh(), from), Tone.INK));
        Panel plot = new Plot("", "", Math.max(4, max), 1, 150, 150, layers);
        int column = 1 + number * COLUMNS;
        return new WeekChart(
                        trim.product(),
                        speech.say("lock.description"),
                        trim.first().plus(from),
                        trim.weeks() - from,
                        -1,
                        List.of(plot),
                        Wordings.of(briefing, speech),
                        List.of(column, column + 1, column + 2),
                        from)
                .draw(Size.PANEL);
    }

    /** A trim that came late begins where it came, with a few weeks to look at. */
    private static int firstShown(LockWeeks trim) {
        int first = 0;
        while (first < trim.weeks()
                && !trim.delivered().has(first)
                && !trim.promised().has(first)) {
            first++;
        }
        return Math.max(0, Math.min(first - WEEKS_BEFORE, trim.weeks() - WEEKS_MIN));
    }

    private static Weekly shown(Weekly figures, int from) {
        return Weekly.of(Arrays.copyOfRange(figures.toArray(), from, figures.weeks()));
    }

    private DataTable table() {
        List<String> heads = new ArrayList<>(List.of(speech.say("head.lock-week")));
        List<String> keys = new ArrayList<>();
        for (LockWeeks trim : trims) {
            heads.add(speech.say("head.delivered-wait", trim.product()));
            heads.add(speech.say("head.promised-wait", trim.product()));
            heads.add(speech.say("head.posted-wait", trim.product()));
            keys.addAll(List.of("f-s1", "f-s2", "f-ink"));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        int weeks = trims.getFirst().weeks();
        for (int week = 0; week < weeks; week++) {
            List<String> cells = new ArrayList<>();
            for (LockWeeks trim : trims) {
                cells.add(cell(trim.delivered().get(week)));
                cells.add(cell(trim.promised().get(week)));
                cells.add(range(trim.postedLow().get(week), trim.postedHigh().get(week)));
            }
            rows.add(new DataTable.Row(speech.week(trims.getFirst().first().plus(week)), cells));
        }
        return new DataTable(speech.say("lock.title"), heads, keys, rows);
    }

    private String cell(double value) {
        return Double.isNaN(value) ? "" : speech.decimal(value);
    }

    private String range(double low, double high) {
        return Double.isNaN(low) ? "" : speech.range(low, high);
    }
}
