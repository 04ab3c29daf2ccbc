package io.rampline.desk.briefing.page;

import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineCar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.sequence.shop.WindowsOver;
import java.util.List;

/** The cars of each day as tables to be printed and hung up at the line: a day begins on a new sheet. */
public final class ShopFloorPage {
    private ShopFloorPage() {}

    /** The page as HTML text. */
    public static String of(LineDaysReport report, Texts texts) {
        Speech speech = new Speech(texts);
        DayWords words = new DayWords(speech);
        Html html = new Html();
        PageFrame frame = new PageFrame(html, speech);
        String name = report.scenario().name();
        List<DayPlan> days = report.days();
        frame.open(
                speech.say("lineday.list.title", name),
                speech.say("lineday.list.kind"),
                name,
                report.scenario().asOf(),
                "shop-floor-0");
        html.open("main");
        for (int i = 0; i < days.size(); i++) {
            DayPlan day = days.get(i);
            html.open("section", "id", "shop-floor-" + i, "class", "shop-floor-day");
            html.words("h2", "", words.title(day)).words("p", "lead", words.lead(day));
            table(html, speech, day, new DayStrip(day, report.colours(), speech));
            html.words("p", "lead", speech.say("lineday.fingerprint", day.fingerprint()));
            html.close();
        }
        html.close();
        return frame.close(speech.say(
                "lineday.footer", name, days.isEmpty() ? "" : days.getFirst().fingerprint()));
    }

    private static void table(Html html, Speech speech, DayPlan day, DayStrip strip) {
        WindowsOver windows = new WindowsOver(day.day(), day.found().order());
        html.open("table", "class", "shop-floor").open("thead").open("tr");
        for (String head : List.of(
                "lineday.place",
                "lineday.order",
                "lineday.model",
                "lineday.colour",
                "lineday.options",
                "lineday.violates")) {
            html.open("th", "scope", "col").text(speech.say(head)).close();
        }
        html.close().close().open("tbody");
        for (int place = 0; place < day.cars().size(); place++) {
            LineCar car = day.at(place);
            html.open("tr").words("td", "", speech.number(place + 1));
            html.open("th", "scope", "row").text(car.orderId()).close();
            html.words("td", "", car.model() + " " + car.trim());
            html.open("td");
            if (!car.colour().isEmpty()) {
                strip.swatch(
                        html,
                        day.day().cars().get(day.found().order().get(place)).colour());
                html.text(car.colour());
            }
            html.close().words("td", "", String.join(", ", car.options()));
            html.words("td", "", String.join(", ", day.violated(windows, place)));
            html.close();
        }
        html.close().close();
    }
}
