package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.page.PackFigures.Chapter;
import io.rampline.desk.briefing.page.PackFigures.Figure;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.pack.BoardPack;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.credibility.Commitment;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import io.rampline.ramp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The front page of a board pack: each question, its answer, a picture, and where to read on. It loads nothing, and is
 * well-formed as XML. Every figure names its source in {@code data-from}.
 */
public final class PackPage {
    private final BoardPack pack;
    private final Speech speech;
    private final Html html = new Html();

    private PackPage(BoardPack pack, Texts texts) {
        this.pack = pack;
        this.speech = new Speech(texts);
    }

    /** The page as HTML text. */
    public static String of(BoardPack pack, Texts texts) {
        return new PackPage(pack, texts).write();
    }

    private String write() {
        Scenario scenario = pack.briefing().scenario();
        PageFrame frame = new PageFrame(html, speech);
        frame.open(
                speech.say("pack.page.title", scenario.name()),
                speech.say("pack.page.kind"),
                scenario.name(),
                scenario.asOf(),
                "waits-section");
        html.open("main");
        html.words("h1", "", new Headline(pack.briefing(), speech).sentence());
        html.open("div", "class", "answers");
        PackFigures.of(pack, speech).forEach(this::answer);
        html.close();
        waits();
        pack.timetable().ifPresent(this::timetable);
        pack.money().ifPresent(this::money);
        line();
        record();
        html.close();
        return frame.close(speech.say("pack.page.footer", scenario.name()));
    }

    private void answer(Figure figure) {
        html.open("section", "class", "answer").words("h2", "", figure.question());
        html.open("p", "class", "figure");
        html.open("data", "value", figure.value(), "data-from", figure.source())
                .text(figure.shown())
                .close()
                .close();
        html.open("p").text(figure.sentence()).text(" ");
        link(figure.chapter());
        html.close().close();
    }

    private void link(Chapter chapter) {
        html.open("a", "href", chapter.page())
                .text(speech.say("pack.read-on." + chapter.name()))
                .close();
    }

    private void waits() {
        if (pack.briefing().totals().open() > 0) {
            section(
                    "waits-section",
                    Chapter.WAITS,
                    "bank.title",
                    "bank.lead",
                    () -> BankPicture.of(pack.briefing(), speech).write(html, speech));
        }
    }

    private void timetable(TimetableReport report) {
        if (report.answer() instanceof Answer.Planned planned) {
            report.today()
                    .flatMap(today -> PlannedWaitPicture.of(report, today, planned.orders(), speech))
                    .ifPresent(picture -> section(
                            "plan-waits-section",
                            Chapter.TIMETABLE,
                            "waits.title",
                            "waits.lead",
                            () -> picture.write(html, speech)));
            if (!planned.plan().steps().isEmpty()) {
                section(
                        "gantt-section",
                        Chapter.TIMETABLE,
                        "gantt.title",
                        "gantt.lead",
                        () -> GanttPicture.of(report, planned.plan(), "gantt", speech)
                                .write(html, speech));
            }
            return;
        }
        TimetableHeadline headline = new TimetableHeadline(report, speech);
        html.open("section", "id", "plan-waits-section").words("h2", "", headline.sentence());
        html.open("ul", "class", "prose");
        headline.remarks().forEach(remark -> html.words("li", "", remark.replaceFirst("^- ", "")));
        html.close();
        link(Chapter.TIMETABLE);
        html.close();
    }

    private void money(MoneyReport report) {
        section(
                "money-section",
                Chapter.MONEY,
                "money.paid.title",
                "money.paid.lead",
                () -> MoneyPictures.paidIn(report.scenario(), report.plan(), report.spread(), speech)
                        .write(html, speech));
    }

    private void line() {
        List<DayPlan> days = pack.briefing().lineDays().days();
        if (!days.isEmpty()) {
            section(
                    "line-section",
                    Chapter.LINE,
                    "lineday.section.title",
                    "lineday.section.lead",
                    () -> new DayStrip(
                                    days.getFirst(), pack.briefing().lineDays().colours(), speech)
                            .write(html));
        }
    }

    private void record() {
        if (pack.commitments().isEmpty()) {
            return;
        }
        html.open("section", "id", "record-section").words("h2", "", speech.say("pack.record.title"));
        html.words("p", "lead", speech.say("pack.record.lead"));
        List<List<String>> rows = new ArrayList<>();
        for (Judgement judgement : pack.commitments()) {
            Commitment said = judgement.commitment();
            rows.add(List.of(
                    said.issuer(),
                    speech.date(said.made()),
                    said.metric(),
                    said.target().text(),
                    speech.date(said.due()),
                    said.actual()
                            .filter(_ -> judgement.deviation().isPresent())
                            .map(Commitment.Actual::text)
                            .orElse("–"),
                    speech.say("pack.outcome." + judgement.outcome())));
        }
        List<String> heads = Stream.of("issuer", "made", "metric", "target", "due", "measured", "outcome")
                .map(head -> speech.say("pack.record." + head))
                .toList();
        PlainTable.write(html, speech.say("pack.record.title"), heads, rows);
        html.close();
    }

    private void section(String id, Chapter chapter, String title, String lead, Runnable content) {
        html.open("section", "id", id).words("h2", "", speech.say(title)).words("p", "lead", speech.say(lead));
        content.run();
        html.open("p");
        link(chapter);
        html.close().close();
    }
}
