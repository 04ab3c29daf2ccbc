package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the longest wait falls below the limits people ask for. */
final class LimitTable {
    private LimitTable() {}

    static void write(Html html, Briefing briefing, Speech speech) {
        Outlook outlook = briefing.outlook();
        List<String> heads = new ArrayList<>(List.of("limits.unordered"));
        List<Course> courses = new ArrayList<>(List.of(outlook.unordered()));
        if (!outlook.expected().isEmpty()) {
            heads.addAll(List.of("limits.low", "limits.mid", "limits.high"));
            courses.addAll(outlook.expected());
        }
        html.open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", speech.say("limits.title"));
        html.open("table", "class", "limits").words("caption", "hidden", speech.say("limits.title"));
        html.open("thead").open("tr");
        html.open("th", "scope", "col").text(speech.say("limits.limit")).close();
        heads.forEach(
                head -> html.open("th", "scope", "col").text(speech.say(head)).close());
        html.close().close().open("tbody");
        for (int limit : Briefing.WAIT_LIMITS_WEEKS) {
            html.open("tr").open("th", "scope", "row");
            html.text(speech.say("limits.below", speech.weeks(limit))).close();
            for (int i = 0; i < courses.size(); i++) {
                // On a phone the rows become cards, and each figure needs its name beside it.
                html.open("td", "data-head", speech.say(heads.get(i)));
                html.text(end(briefing, speech, courses.get(i).firstBelow(limit)))
                        .close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private static String end(Briefing briefing, Speech speech, Optional<Integer> below) {
        if (below.isEmpty()) {
            return speech.say("beyond");
        }
        if (below.get() == 0) {
            return speech.say("limits.already");
        }
        Week week = briefing.outlook().first().plus(below.get());
        return speech.say("limits.end", speech.week(week), speech.monthOf(week));
    }
}
