package io.rampline.desk.command.timetable;

import io.rampline.desk.briefing.file.TimetableFiles;
import io.rampline.desk.briefing.page.FuturesWords;
import io.rampline.desk.briefing.page.MarketWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.TimetableHeadline;
import io.rampline.desk.command.Columns;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.timetable.FrontierPoint;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Verdict;
import io.rampline.desk.timetable.WithoutStep;
import io.rampline.factory.Decisions;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.StepRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A timetable on a terminal. */
final class TimetableLines {
    private final Terminal terminal;
    private final TimetableReport report;
    private final Speech speech;
    private final TimetableHeadline headline;

    TimetableLines(Terminal terminal, TimetableReport report, Speech speech) {
        this.terminal = terminal;
        this.report = report;
        this.speech = speech;
        this.headline = new TimetableHeadline(report, speech);
    }

    void print(Path folder) {
        line(terminal.outQuiet(report.scenario().name() + ", "
                + speech.say("page.as-of", speech.date(report.scenario().asOf()))));
        line("");
        line(terminal.outBold(headline.sentence()));
        headline.remarks().forEach(this::line);
        report.planned().ifPresent(planned -> steps(planned.plan()));
        if (report.answer() instanceof Answer.Branched branched
                && report.question() instanceof Question.SeveralFutures several) {
            futures(new FuturesWords(report.scenario(), several.robust(), branched.plan(), speech));
        }
        if (!report.frontier().isEmpty()) {
            line("");
            frontier();
        }
        report.market().ifPresent(market -> market(new MarketWords(report.scenario(), market, speech)));
        line("");
        line(terminal.outBold(folder.resolve(TimetableFiles.NAMES.getFirst()).toString()));
        line(terminal.outQuiet(speech.say(
                "lines.beside", String.join(", ", TimetableFiles.NAMES.subList(1, TimetableFiles.NAMES.size())))));
    }

    private void futures(FuturesWords words) {
        line("");
        line(words.lead());
        table(words.nowHeads(), words.now());
        line("");
        table(words.futureHeads(), words.futures());
    }

    private void market(MarketWords words) {
        line("");
        line(terminal.outBold(words.title()));
        table(words.earliestHeads(), words.earliest());
        line("");
        table(words.pointHeads(), words.points());
        line("");
        words.certificate().forEach(this::line);
        words.repetition().ifPresent(command -> line("  " + command));
    }

    private void table(List<String> heads, List<List<String>> rows) {
        Columns columns = new Columns(heads);
        rows.forEach(columns::add);
        table(columns);
    }

    private void steps(Plan plan) {
        if (plan.steps().isEmpty() && plan.decisions().openings().isEmpty()) {
            return;
        }
        line("");
        List<String> heads = new ArrayList<>(List.of(
                speech.say("plan.step"),
                speech.say("plan.start"),
                speech.say("plan.effect"),
                ">" + speech.say("plan.cost")));
        if (!report.without().isEmpty()) {
            heads.addAll(List.of(">" + speech.say("plan.without.wait"), ">" + speech.say("plan.without.instead")));
        }
        Map<String, WithoutStep> without = new TreeMap<>();
        report.without().forEach(row -> without.put(row.step(), row));
        Columns columns = new Columns(heads);
        for (StepRow row : plan.steps()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.step(),
                    week(row.startBucket()),
                    week(row.effectiveBucket()),
                    speech.money(row.costMinor(), report.scenario().currency())));
            if (!report.without().isEmpty()) {
                WithoutStep use = without.get(row.step());
                cells.add(use == null ? "–" : headline.waitWithout(use));
                cells.add(use == null ? "–" : headline.instead(use));
            }
            columns.add(cells);
        }
        for (Decisions.Opened opened : plan.decisions().openings()) {
            List<String> cells = new ArrayList<>(List.of(
                    speech.say("plan.opening", opened.resourceName(), speech.number(opened.unitsPerWeek())),
                    "",
                    week(opened.bucket()),
                    ""));
            if (!report.without().isEmpty()) {
                cells.addAll(List.of("", ""));
            }
            columns.add(cells);
        }
        table(columns);
    }

    private void frontier() {
        Columns columns = new Columns(List.of(
                ">" + speech.say("frontier.wait"),
                ">" + speech.say("frontier.cost"),
                ">" + speech.say("frontier.one-off"),
                ">" + speech.say("frontier.steps")));
        for (FrontierPoint point : report.frontier()) {
            String none =
                    speech.say(point.verdict() == Verdict.CONFLICT ? "frontier.impossible" : "frontier.undecided");
            columns.add(point.plan()
                    .map(plan -> List.of(
                            speech.weeks(point.waitWeeks()),
                            speech.money(
                                    plan.costs().totalMinor(), report.scenario().currency()),
                            speech.money(
                                    plan.costs().oneOffMinor(),
                                    report.scenario().currency()),
                            speech.number(plan.steps().size())))
                    .orElse(List.of(speech.weeks(point.waitWeeks()), none, "", "")));
        }
        table(columns);
    }

    private String week(int bucket) {
        return report.scenario().horizon().week(bucket).toString();
    }

    private void table(Columns columns) {
        List<String> lines = columns.lines();
        line(terminal.outQuiet(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(this::line);
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
