package io.rampline.desk.briefing.page;

import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineDaysReport;
import java.util.List;

/** Days of lines as one page of pictures. It loads nothing, and is well-formed as XML. */
public final class LineDayPage {
    private LineDayPage() {}

    /** The page as HTML text. */
    public static String of(LineDaysReport report, Texts texts) {
        Speech speech = new Speech(texts);
        DayWords words = new DayWords(speech);
        Html html = new Html();
        PageFrame frame = new PageFrame(html, speech);
        String name = report.scenario().name();
        List<DayPlan> days = report.days();
        frame.open(
                speech.say("lineday.title", name),
                speech.say("lineday.kind"),
                name,
                report.scenario().asOf(),
                "line-day-0");
        html.open("main").words("h1", "", words.headline(days));
        for (int i = 0; i < days.size(); i++) {
            html.open("section", "id", "line-day-" + i);
            section(html, words, new DayStrip(days.get(i), report.colours(), speech), days.get(i));
            html.close();
        }
        html.open("section", "id", "line-basis").words("h2", "", speech.say("lineday.basis"));
        html.open("ul", "class", "prose");
        words.basis(report).forEach(sentence -> html.words("li", "", sentence));
        html.close().close().close();
        return frame.close(speech.say(
                "lineday.footer", name, days.isEmpty() ? "" : days.getFirst().fingerprint()));
    }

    private static void section(Html html, DayWords words, DayStrip strip, DayPlan day) {
        html.words("h2", "", words.title(day)).words("p", "lead", words.lead(day));
        strip.write(html);
        html.words("p", "lead", String.join(" ", words.remarks(day)));
    }

    /** A part of another page: the pictures of some days. */
    static void section(Html html, Speech speech, LineDaysReport report) {
        DayWords words = new DayWords(speech);
        html.open("section", "id", "line-section").words("h2", "", speech.say("lineday.section.title"));
        html.words("p", "lead", speech.say("lineday.section.lead"));
        for (DayPlan day : report.days()) {
            html.words("h3", "", words.title(day)).words("p", "lead", words.lead(day));
            new DayStrip(day, report.colours(), speech).write(html);
        }
        html.open("ul", "class", "prose");
        words.basis(report).forEach(sentence -> html.words("li", "", sentence));
        html.close().close();
    }
}
