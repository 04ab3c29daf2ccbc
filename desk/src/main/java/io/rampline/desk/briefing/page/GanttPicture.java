package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.GanttChart;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Decisions;
import io.rampline.factory.Step;
import io.rampline.factory.StepGain;
import io.rampline.factory.Week;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which step in which week. */
final class GanttPicture {
    private final TimetableReport report;
    private final Plan plan;
    private final String id;
    private final Speech speech;
    private final int first;
    private final int weeks;

    private GanttPicture(TimetableReport report, Plan plan, String id, Speech speech) {
        this.id = id;
        this.report = report;
        this.plan = plan;
        this.speech = speech;
        this.first = Math.max(
                0, report.scenario().horizon().bucket(Week.of(report.scenario().asOf())));
        this.weeks = Math.max(
                1, Math.min(plan.terms().weeks(), report.scenario().horizon().weeks()) - first);
    }

    /** @param id that no other picture of the page has */
    static Picture of(TimetableReport report, Plan plan, String id, Speech speech) {
        return new GanttPicture(report, plan, id, speech).picture();
    }

    private Picture picture() {
        List<GanttChart.Row> rows = new ArrayList<>();
        plan.steps().forEach(row -> rows.add(row(row)));
        plan.decisions().openings().forEach(opened -> rows.add(row(opened)));
        GanttChart chart = new GanttChart(
                speech.say("gantt.title"),
                speech.say("gantt.description"),
                report.scenario().horizon().week(first),
                weeks,
                rows,
                Wordings.of(report.scenario(), speech));
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        List<Picture.Key> legend = new ArrayList<>(List.of(
                new Picture.Key("box g-s1", speech.say("legend.work")),
                new Picture.Key("box f-s1", speech.say("legend.effect"))));
        if (plan.steps().stream().anyMatch(StepRow::decided)) {
            legend.add(new Picture.Key("box f-quiet", speech.say("legend.decided")));
        }
        if (!plan.decisions().openings().isEmpty()) {
            legend.add(new Picture.Key("box f-s3", speech.say("legend.opened")));
        }
        return new Picture(id, legend, drawings, false, table());
    }

    private GanttChart.Row row(StepRow row) {
        Optional<Step> step = report.scenario().planning().findStep(row.step());
        double[] effect = new double[weeks];
        for (int i = 0; i < weeks; i++) {
            int age = first + i - row.effectiveBucket();
            effect[i] = age < 0 ? 0 : step.map(known -> share(known, age)).orElse(1.0);
        }
        return new GanttChart.Row(
                row.step(),
                speech.money(row.costMinor(), report.scenario().currency()) + " · "
                        + speech.say("gantt.span", week(row.startBucket()), week(row.effectiveBucket())),
                row.startBucket() - first,
                row.effectiveBucket() - first,
                Weekly.of(effect),
                row.decided() ? Tone.QUIET : Tone.series(0));
    }

    private GanttChart.Row row(Decisions.Opened opened) {
        double[] effect = new double[weeks];
        for (int i = 0; i < weeks; i++) {
            effect[i] = first + i >= opened.bucket() ? 1 : 0;
        }
        return new GanttChart.Row(
                opened.resourceName(),
                speech.say("gantt.opening", speech.number(opened.unitsPerWeek()), week(opened.bucket())),
                opened.bucket() - first,
                opened.bucket() - first,
                Weekly.of(effect),
                Tone.series(2));
    }

    /** Of several gains the mean: the bar tells how far the step is, not what it adds. */
    private static double share(Step step, int age) {
        return step.gains().stream()
                .map(StepGain::ramp)
                .mapToDouble(ramp -> ramp.share(age))
                .average()
                .orElse(1);
    }

    private String week(int bucket) {
        return speech.week(report.scenario().horizon().week(bucket));
    }

    private DataTable table() {
        List<String> heads = List.of(
                speech.say("plan.step"),
                speech.say("plan.start"),
                speech.say("plan.effect"),
                speech.say("plan.cost"),
                speech.say("plan.running"));
        List<DataTable.Row> rows = new ArrayList<>();
        for (StepRow row : plan.steps()) {
            rows.add(new DataTable.Row(
                    row.step(),
                    List.of(
                            week(row.startBucket()),
                            week(row.effectiveBucket()),
                            speech.money(row.costMinor(), report.scenario().currency()),
                            speech.money(
                                    row.runningCostMinor(), report.scenario().currency()))));
        }
        return new DataTable(speech.say("gantt.title"), heads, List.of("", "", "", ""), rows);
    }
}
