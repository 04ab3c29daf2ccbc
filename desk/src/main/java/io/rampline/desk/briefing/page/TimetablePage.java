package io.rampline.desk.briefing.page;

import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.WithoutStep;
import io.rampline.factory.Currency;
import io.rampline.factory.Scenario;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.StepRow;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The timetable as one page, for those who decide. It loads nothing, and is well-formed as XML. */
public final class TimetablePage {
    private final TimetableReport report;
    private final Speech speech;
    private final Html html = new Html();
    private final PageParts parts;

    private TimetablePage(TimetableReport report, Texts texts) {
        this.report = report;
        this.speech = new Speech(texts);
        this.parts = new PageParts(html, speech);
    }

    /** The page as HTML text. */
    public static String of(TimetableReport report, Texts texts) {
        return new TimetablePage(report, texts).write();
    }

    private String write() {
        Scenario scenario = report.scenario();
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("plan.page.title", scenario.name()),
                speech.say("plan.page.kind"),
                scenario.name(),
                scenario.asOf(),
                report.planned().isPresent() ? "gantt-section" : "plan-reading-section");
        html.open("main");
        TimetableHeadline headline = new TimetableHeadline(report, speech);
        html.words("h1", "", headline.sentence());
        if (report.answer() instanceof Answer.Planned planned) {
            planned(planned, headline);
        } else {
            html.open("ul", "class", "prose");
            headline.remarks().forEach(remark -> html.words("li", "", remark.replaceFirst("^- ", "")));
            html.close();
        }
        if (report.answer() instanceof Answer.Branched branched
                && report.question() instanceof Question.SeveralFutures several) {
            futures(branched.plan(), several);
        }
        if (!report.frontier().isEmpty()) {
            parts.section(
                    "frontier-section",
                    "frontier.title",
                    "frontier.lead",
                    () -> FrontierPicture.of(report, speech).write(html, speech));
        }
        report.market().ifPresent(this::market);
        parts.reading(
                "plan-reading-section",
                List.of("week", "plan-wait", "plan-cost", "plan-gap", "plan-check", "plan-forecast"));
        html.close();
        return frame.close(speech.say("plan.page.footer", scenario.name()));
    }

    private void planned(Answer.Planned planned, TimetableHeadline headline) {
        headline.aboutNobody().ifPresent(text -> html.words("p", "lead", text));
        answers(planned);
        figures(planned);
        headline.outOfTurn(planned).ifPresent(text -> html.words("p", "lead", text));
        if (!report.holdsForSingleOrders()) {
            headline.orderByOrder(planned).ifPresent(text -> html.words("p", "lead", text));
        }
        if (!planned.plan().steps().isEmpty()
                || !planned.plan().decisions().openings().isEmpty()) {
            parts.section(
                    "gantt-section",
                    "gantt.title",
                    "gantt.lead",
                    () -> GanttPicture.of(report, planned.plan(), "gantt", speech)
                            .write(html, speech));
        }
        report.today()
                .flatMap(today -> PlannedWaitPicture.of(report, today, planned.orders(), speech))
                .ifPresent(picture ->
                        parts.section("waits-section", "waits.title", "waits.lead", () -> picture.write(html, speech)));
        if (!report.without().isEmpty()) {
            parts.section("without-section", "without.title", "without.lead", () -> without(headline));
        }
        if (!report.values().isEmpty()) {
            parts.section("values-section", "values.title", "values.lead", this::values);
        }
    }

    private void market(MarketFrontier market) {
        MarketWords words = new MarketWords(report.scenario(), market, speech);
        html.open("section", "id", "export-section").words("h2", "", words.title());
        html.words("p", "lead", speech.say("export.lead"));
        if (!market.earliest().isEmpty()) {
            MarketPicture.of(report.scenario(), market, speech).write(html, speech);
            PlainTable.write(html, words.title(), plain(words.earliestHeads()), words.earliest());
        }
        html.words("h3", "", speech.say("export.certificate"));
        html.open("ul", "class", "prose");
        words.certificate().forEach(sentence -> html.words("li", "", sentence));
        html.close();
        words.repetition().ifPresent(command -> html.words("pre", "command", command));
        html.close();
    }

    private void futures(RobustPlan robust, Question.SeveralFutures several) {
        FuturesWords words = new FuturesWords(report.scenario(), several.robust(), robust, speech);
        html.open("section", "id", "futures-section").words("h2", "", speech.say("futures.title"));
        html.words("p", "lead", words.lead());
        PlainTable.write(html, speech.say("futures.title"), plain(words.nowHeads()), words.now());
        PlainTable.write(html, speech.say("futures.future"), plain(words.futureHeads()), words.futures());
        for (RobustPlan.Branch branch : robust.branches()) {
            html.words("h3", "", words.name(branch.future()));
            GanttPicture.of(report, branch.plan(), "gantt-" + branch.future().name(), speech)
                    .write(html, speech);
        }
        html.close();
    }

    private static List<String> plain(List<String> heads) {
        return heads.stream().map(MarketPicture::plain).toList();
    }

    private void answers(Answer.Planned planned) {
        Plan plan = planned.plan();
        html.open("div", "class", "answers");
        Optional<Wait> wait = report.headlineWait();
        String before = report.today()
                .filter(today -> today.judged() > 0)
                .map(today -> speech.say("plan.today", speech.weeksOrBeyond(report.longest(today))))
                .orElse("");
        parts.answer(
                "question.long",
                wait.map(promised -> speech.weeks(promised.weeks())).orElse("–"),
                before);
        parts.answer(
                "plan.question.cost",
                speech.money(plan.costs().oneOffMinor(), currency()),
                speech.say(
                        "plan.cost.sentence",
                        speech.money(plan.costs().totalMinor(), currency()),
                        speech.money(plan.costs().runningMinor(), currency())));
        parts.answer(
                "plan.question.sure",
                speech.say("percent", speech.hundredths(100 * plan.gap())),
                speech.say("plan.gap.sentence", speech.money(plan.boundMinor(), currency())));
        html.close();
    }

    private void figures(Answer.Planned planned) {
        Plan plan = planned.plan();
        html.open("dl", "class", "figures");
        figure("plan.figure.steps", speech.number(plan.steps().size()), firstStart(plan));
        figure(
                "plan.figure.running",
                speech.money(plan.costs().runningMinor(), currency()),
                speech.say("plan.figure.running.remark"));
        figure(
                "plan.figure.waiting",
                speech.money(plan.costs().waitMinor(), currency()),
                speech.say("plan.figure.waiting.remark"));
        figure(
                "plan.figure.lost",
                speech.money(plan.costs().lostMinor(), currency()),
                speech.say("plan.figure.lost.remark"));
        figure(
                "plan.figure.orders",
                speech.weeksOrBeyond(report.longest(planned.orders())),
                speech.say(
                        "plan.figure.orders.remark",
                        speech.number(planned.orders().judged())));
        figure("plan.figure.later", speech.number(planned.orders().later()), speech.say("plan.figure.later.remark"));
        html.close();
    }

    private void figure(String name, String value, String remark) {
        html.open("div").words("dt", "", speech.say(name));
        html.open("dd").words("b", "", value).words("span", "", remark).close().close();
    }

    private String firstStart(Plan plan) {
        return plan.steps().stream().filter(row -> !row.decided()).mapToInt(StepRow::startBucket).min().stream()
                .mapToObj(bucket -> speech.say("plan.figure.steps.remark", week(bucket)))
                .findFirst()
                .orElse("");
    }

    private void without(TimetableHeadline headline) {
        Map<String, StepRow> steps = new LinkedHashMap<>();
        report.planned().ifPresent(planned -> planned.plan().steps().forEach(row -> steps.put(row.step(), row)));
        List<List<String>> rows = new ArrayList<>();
        for (WithoutStep row : report.without()) {
            StepRow step = steps.get(row.step());
            rows.add(List.of(
                    row.step(),
                    step == null ? "" : speech.money(step.costMinor(), currency()),
                    headline.waitWithout(row),
                    headline.instead(row)));
        }
        table("without.title", List.of("plan.step", "plan.cost", "plan.without.wait", "plan.without.instead"), rows);
    }

    /** Of each resource the week in which one more unit is worth most; the resources by that, the highest first. */
    private void values() {
        Map<String, ResourceValue> best = new LinkedHashMap<>();
        Map<String, Integer> weeks = new LinkedHashMap<>();
        for (ResourceValue value : report.values()) {
            weeks.merge(value.resource(), 1, Integer::sum);
            best.merge(value.resource(), value, (a, b) -> b.oneMoreSavesMinor() > a.oneMoreSavesMinor() ? b : a);
        }
        List<List<String>> rows = best.values().stream()
                .sorted(Comparator.comparingLong(ResourceValue::oneMoreSavesMinor)
                        .reversed()
                        .thenComparing(ResourceValue::resource))
                .map(value -> List.of(
                        value.resource(),
                        week(value.bucket()),
                        speech.money(value.oneMoreSavesMinor(), currency()),
                        value.oneLessCostsMinor().isPresent()
                                ? speech.money(value.oneLessCostsMinor().getAsLong(), currency())
                                : speech.say("values.breaks"),
                        speech.number(weeks.getOrDefault(value.resource(), 0))))
                .toList();
        table(
                "values.title",
                List.of("values.resource", "values.week", "values.more", "values.less", "values.weeks"),
                rows);
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        PlainTable.write(
                html, speech.say(title), heads.stream().map(speech::say).toList(), rows);
    }

    private String week(int bucket) {
        return speech.week(report.scenario().horizon().week(bucket));
    }

    private Currency currency() {
        return report.scenario().currency();
    }
}
