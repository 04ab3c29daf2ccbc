package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.TradeOffChart;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.timetable.FrontierPoint;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Verdict;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each wait costs. */
final class FrontierPicture {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    /** An axis in a unit of which there are fewer says nothing. */
    private static final double UNITS_MIN = 5;

    private final TimetableReport report;
    private final Speech speech;

    private FrontierPicture(TimetableReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
    }

    static Picture of(TimetableReport report, Speech speech) {
        return new FrontierPicture(report, speech).picture();
    }

    private Picture picture() {
        int asked = report.headlineWait().map(Wait::weeks).orElse(0);
        List<TradeOffChart.Point> points = new ArrayList<>();
        List<Double> impossible = new ArrayList<>();
        double most = report.frontier().stream()
                .flatMap(point -> point.plan().stream())
                .mapToDouble(this::major)
                .max()
                .orElse(0);
        double unit = most >= UNITS_MIN * MILLION ? MILLION : most >= UNITS_MIN * THOUSAND ? THOUSAND : 1;
        for (FrontierPoint point : report.frontier()) {
            Optional<Plan> plan = point.plan();
            if (plan.isPresent()) {
                points.add(new TradeOffChart.Point(
                        point.waitWeeks(),
                        major(plan.get()) / unit,
                        speech.say("frontier.point", speech.number(point.waitWeeks())),
                        point.waitWeeks() == asked));
            } else if (point.verdict() == Verdict.CONFLICT) {
                impossible.add((double) point.waitWeeks());
            }
        }
        TradeOffChart chart = new TradeOffChart(
                speech.say("frontier.title"),
                speech.say("frontier.description"),
                speech.say("frontier.axis"),
                speech.say("frontier.cost"),
                unit(unit),
                points,
                impossible,
                Wordings.of(report.scenario(), speech));
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        List<Picture.Key> legend = new ArrayList<>();
        legend.add(new Picture.Key("box f-s1", speech.say("legend.frontier")));
        legend.add(new Picture.Key("box f-s2", speech.say("legend.frontier-asked")));
        if (!impossible.isEmpty()) {
            legend.add(new Picture.Key("box g-quiet", speech.say("legend.frontier-none")));
        }
        return new Picture("frontier", legend, drawings, false, table());
    }

    private double major(Plan plan) {
        return plan.costs().totalMinor() / (double) report.scenario().currency().minorPerMajor();
    }

    private String unit(double unit) {
        String code = report.scenario().currency().code();
        return unit == MILLION
                ? speech.say("frontier.unit", code)
                : unit == THOUSAND ? speech.say("frontier.unit.thousand", code) : code;
    }

    private DataTable table() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (FrontierPoint point : report.frontier()) {
            rows.add(new DataTable.Row(
                    speech.weeks(point.waitWeeks()),
                    point.plan()
                            .map(plan -> List.of(
                                    speech.money(
                                            plan.costs().oneOffMinor(),
                                            report.scenario().currency()),
                                    speech.money(
                                            plan.costs().totalMinor(),
                                            report.scenario().currency()),
                                    speech.number(plan.steps().size())))
                            .orElse(List.of(
                                    speech.say(
                                            point.verdict() == Verdict.CONFLICT
                                                    ? "frontier.impossible"
                                                    : "frontier.undecided"),
                                    "",
                                    ""))));
        }
        return new DataTable(
                speech.say("frontier.title"),
                List.of(
                        speech.say("frontier.wait"),
                        speech.say("frontier.one-off"),
                        speech.say("frontier.cost"),
                        speech.say("frontier.steps")),
                List.of("", "", ""),
                rows);
    }
}
