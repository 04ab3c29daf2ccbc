package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.chart.WeekChart;
import io.rampline.desk.briefing.page.Picture.Drawing;
import java.util.ArrayList;
import java.util.List;

/** How the longest wait told to a new order goes on, and when it passes the limits people ask for. */
final class OutlookPicture {
    private static final double ROOM_FOR_FORECAST = 1.15;

    private final Briefing briefing;
    private final Speech speech;
    private final Outlook outlook;

    private OutlookPicture(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.outlook = briefing.outlook();
    }

    /** The picture; only to be asked for when the outlook has a week. */
    static Picture of(Briefing briefing, Speech speech) {
        return new OutlookPicture(briefing, speech).picture();
    }

    private Picture picture() {
        List<Layer> layers = new ArrayList<>();
        double max = Math.max(
                Briefing.WAIT_LIMITS_WEEKS.getFirst(),
                waits(outlook.unordered()).max());
        List<Picture.Key> legend = new ArrayList<>();
        if (!outlook.expected().isEmpty()) {
            Weekly low = waits(outlook.expected().getFirst());
            Weekly high = openAtTheTop(outlook.expected().getLast());
            layers.add(new Layer.Band(low, high, Tone.series(1), true, Anchor.MIDDLE));
            Course mid = outlook.expected().get(1);
            layers.add(new Layer.Line(waits(mid), Tone.series(1), Stroke.SOLID, ending(mid), Anchor.MIDDLE));
            // As in the bank: the high forecast may leave the picture at the top.
            max = ROOM_FOR_FORECAST * Math.max(max, waits(mid).max());
            legend.add(new Picture.Key("rule l-s2", speech.say("legend.outlook-mid")));
            boolean open = high.max() == Double.POSITIVE_INFINITY;
            legend.add(new Picture.Key(
                    "box g-s2", speech.say(open ? "legend.outlook-range.open" : "legend.outlook-range")));
        }
        for (int limit : Briefing.WAIT_LIMITS_WEEKS) {
            layers.add(new Layer.Level(limit, Tone.QUIET, speech.weeks(limit)));
        }
        layers.add(new Layer.Line(waits(outlook.unordered()), Tone.series(0), Stroke.DASHED, "", Anchor.MIDDLE));
        legend.add(new Picture.Key("rule l-s1 dashed", speech.say("legend.outlook-none")));
        int weeks = outlook.unordered().longest().weeks();
        WeekChart chart = new WeekChart(
                speech.say("outlook.title"),
                speech.say("outlook.description"),
                outlook.first(),
                weeks,
                -1,
                List.of(new Plot(speech.say("outlook.panel"), speech.say("unit.weeks"), max, 1, 205, 190, layers)),
                Wordings.of(briefing, speech),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return new Picture("outlook", legend, drawings, false, table(weeks));
    }

    /** Says why a line stops before the end. */
    private String ending(Course course) {
        boolean stops = course.longest().whole(course.longest().weeks() - 1) == Outlook.BEYOND_HORIZON;
        return stops ? speech.say("outlook.ends") : "";
    }

    /** A wait beyond the horizon is longer than can be said: the band goes on to the top of the picture. */
    private static Weekly openAtTheTop(Course course) {
        double[] waits = waits(course).toArray();
        for (int i = 0; i < waits.length; i++) {
            waits[i] = course.longest().whole(i) == Outlook.BEYOND_HORIZON ? Double.POSITIVE_INFINITY : waits[i];
        }
        return Weekly.of(waits);
    }

    private static Weekly waits(Course course) {
        double[] waits = new double[course.longest().weeks()];
        for (int i = 0; i < waits.length; i++) {
            waits[i] =
                    course.longest().get(i) < 0 ? Double.NaN : course.longest().get(i);
        }
        return Weekly.of(waits);
    }

    private DataTable table(int weeks) {
        List<String> heads = new ArrayList<>(List.of(speech.say("head.week"), speech.say("head.outlook-none")));
        List<String> keys = new ArrayList<>(List.of("f-s1"));
        if (!outlook.expected().isEmpty()) {
            heads.addAll(List.of(
                    speech.say("head.outlook-low"), speech.say("head.outlook-mid"), speech.say("head.outlook-high")));
            keys.addAll(List.of("g-s2", "f-s2", "g-s2"));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            List<String> cells = new ArrayList<>();
            cells.add(cell(outlook.unordered(), week));
            for (Course course : outlook.expected()) {
                cells.add(cell(course, week));
            }
            rows.add(new DataTable.Row(speech.week(outlook.first().plus(week)), cells));
        }
        return new DataTable(speech.say("outlook.title"), heads, keys, rows);
    }

    private String cell(Course course, int week) {
        return switch (course.longest().whole(week)) {
            case Outlook.BEYOND_HORIZON -> speech.say("beyond");
            case Outlook.NO_ORDER -> "";
            default -> speech.number(course.longest().whole(week));
        };
    }
}
