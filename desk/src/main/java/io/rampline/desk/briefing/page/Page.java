package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.CountedWindows;
import io.rampline.intake.Outturn.Explanation;
import io.rampline.intake.Source;
import java.util.List;

/**
 * The briefing as one page. It loads nothing: style and the small script for read-outs stand in it, and the content
 * policy lets nothing else run. It is well-formed as XML, too.
 */
public final class Page {
    private final Briefing briefing;
    private final Speech speech;
    private final Html html = new Html();
    private final PageParts parts;
    private final PageFrame frame;

    private Page(Briefing briefing, Texts texts) {
        this.briefing = briefing;
        this.speech = new Speech(texts);
        this.parts = new PageParts(html, speech);
        this.frame = new PageFrame(html, speech);
    }

    /** The page as HTML text. */
    public static String of(Briefing briefing, Texts texts) {
        return new Page(briefing, texts).write();
    }

    private String write() {
        frame.open(
                speech.say("page.title", briefing.scenario().name()),
                speech.say("page.kind"),
                briefing.scenario().name(),
                briefing.scenario().asOf(),
                "bank-section");
        html.open("main");
        firstScreen();
        pictures();
        trims();
        new MoneySection(html, speech, briefing).write();
        assumptions();
        parts.reading(
                "reading-section",
                List.of(
                        "week",
                        "wait",
                        "lock-wait",
                        "quote",
                        "posted",
                        "binding",
                        "bank",
                        briefing.counted().isEmpty() ? "window" : "window-counted",
                        "beyond"));
        html.close();
        return frame.close(speech.say("page.footer", briefing.scenario().name()));
    }

    private void firstScreen() {
        Headline headline = new Headline(briefing, speech);
        html.words("h1", "", headline.sentence());
        html.open("div", "class", "answers");
        for (Headline.Answer answer : headline.answers()) {
            html.open("section", "class", "answer").open("h2").text(answer.question());
            if (!answer.about().isEmpty()) {
                html.text(" ").words("span", "about", answer.about());
            }
            html.close();
            html.words("p", "figure", answer.figure())
                    .words("p", "", answer.sentence())
                    .close();
        }
        html.close().open("dl", "class", "figures");
        for (KeyFigures.Figure figure : new KeyFigures(briefing, speech).list()) {
            html.open("div").words("dt", "", figure.name());
            html.open("dd")
                    .words("b", "", figure.value())
                    .words("span", "", figure.remark())
                    .close()
                    .close();
        }
        html.close();
    }

    private void pictures() {
        parts.section(
                "bank-section",
                "bank.title",
                "bank.lead",
                () -> BankPicture.of(briefing, speech).write(html, speech));
        if (briefing.outlook().unordered().longest().weeks() > 0
                && !briefing.outlook().unordered().trims().isEmpty()) {
            parts.section("outlook-section", "outlook.title", "outlook.lead", () -> {
                OutlookPicture.of(briefing, speech).write(html, speech);
                LimitTable.write(html, briefing, speech);
            });
        }
        parts.section(
                "load-section",
                "load.title",
                "load.lead",
                () -> LoadPicture.of(briefing, speech).write(html, speech));
        if (!briefing.lineDays().weeks().isEmpty()) {
            LineDayPage.section(html, speech, briefing.lineDays());
        }
        if (!briefing.lockWeeks().isEmpty()) {
            parts.section(
                    "lock-section",
                    "lock.title",
                    "lock.lead",
                    () -> LockWeekPicture.of(briefing, speech).write(html, speech));
        }
        if (briefing.totals().promised() > 0) {
            parts.section(
                    "spread-section",
                    "spread.title",
                    "spread.lead",
                    () -> SpreadPicture.of(briefing, speech).write(html, speech));
        }
    }

    private void trims() {
        if (!briefing.waits().isEmpty()) {
            parts.section(
                    "trims-section", "trims.title", "trims.lead", () -> new TrimTable(briefing, speech).write(html));
        }
    }

    private void assumptions() {
        var scenario = briefing.scenario();
        html.open("section", "id", "assumptions-section").words("h2", "", speech.say("assumptions.title"));
        html.open("ul", "class", "prose");
        for (Explanation words : briefing.assumptions()) {
            html.words("li", "", speech.explanation(words));
        }
        html.words("li", "", speech.say("assumptions.rank"));
        html.words("li", "", speech.say("assumptions.capacity"));
        html.words("li", "", speech.say("assumptions.cancellations"));
        html.words(
                "li",
                "",
                speech.say(briefing.outlook().expected().isEmpty() ? "assumptions.no-demand" : "assumptions.demand"));
        html.words(
                "li",
                "",
                briefing.counted()
                        .map(counted -> speech.say(
                                "assumptions.window.counted",
                                speech.number(counted.futures()),
                                speech.percent(Math.round(counted.windows().confidence() * 1000), 1000)))
                        .orElseGet(() -> speech.say(
                                "assumptions.window",
                                speech.weeks(scenario.windowRule().earlyWeeks()),
                                speech.weeks(scenario.windowRule().lateWeeks()))));
        briefing.counted().filter(counted -> !counted.widths().isEmpty()).ifPresent(this::widths);
        html.words(
                "li",
                "",
                speech.say(
                        "assumptions.horizon",
                        speech.week(scenario.horizon().start()),
                        speech.week(scenario.horizon().week(scenario.horizon().weeks() - 1))));
        html.close();
        if (!briefing.sources().isEmpty()) {
            sources();
        }
        html.close();
    }

    /** Addresses are shown, not linked: the page sends nobody anywhere. */
    private void sources() {
        html.open("details", "class", "sources").words("summary", "", speech.say("sources.show"));
        html.open("ul");
        for (Source source : briefing.sources()) {
            html.open("li").words("b", "", source.key()).text(" ").words("span", "address", source.url());
            String grade = source.grade()
                    .map(g -> speech.say("sources.grade", g.name()))
                    .orElse("");
            String remark = String.join(
                    ", ",
                    List.of(source.published(), grade).stream()
                            .filter(s -> !s.isEmpty())
                            .toList());
            html.text(remark.isEmpty() ? "" : " (" + remark + ")").close();
        }
        html.close().close();
    }

    /** How wide the windows are: by bands of weeks. */
    private void widths(CountedWindows counted) {
        List<String> bands = counted.widths().stream()
                .map(width -> speech.say(
                        "assumptions.window.band",
                        width.most().isEmpty()
                                ? speech.say("assumptions.window.wider", speech.number(width.least()))
                                : width.most().getAsInt() == 1
                                        ? speech.weeks(1L)
                                        : speech.number(width.least()) + "–"
                                                + speech.weeks(
                                                        (long) width.most().getAsInt()),
                        speech.orders(width.orders())))
                .toList();
        html.words("li", "", speech.say("assumptions.window.widths", Enumeration.all(bands, speech)));
    }
}
