package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Briefing.Totals;
import io.rampline.desk.briefing.ResourceLoad;
import io.rampline.desk.briefing.Timeline;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.factory.Resource.Kind;
import java.util.ArrayList;
import java.util.List;

/** The handful of figures below the headline. */
final class KeyFigures {
    private static final int RECENT_WEEKS = 4;

    private final Briefing briefing;
    private final Speech speech;

    /** A figure with its name above and a remark below. */
    record Figure(String name, String value, String remark) {}

    KeyFigures(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
    }

    List<Figure> list() {
        List<Figure> figures = new ArrayList<>(List.of(open(), promised(), median(), output(), deposits()));
        long posted = briefing.waits().stream()
                .filter(wait -> wait.difference().isPresent())
                .count();
        if (posted > 0) {
            long apart =
                    briefing.waits().stream().filter(TrimWait::differsNotably).count();
            figures.add(new Figure(
                    speech.say("figure.posted"),
                    speech.say("figure.posted.value", speech.number(posted - apart), speech.number(posted)),
                    speech.say("figure.posted.remark")));
        }
        return figures;
    }

    private Figure open() {
        Totals totals = briefing.totals();
        String remark = speech.say("figure.open.remark", speech.number(totals.locked()));
        return new Figure(speech.say("figure.open"), speech.number(totals.open()), remark);
    }

    private Figure promised() {
        Totals totals = briefing.totals();
        String value = totals.open() == 0 ? "–" : speech.percent(totals.promised(), totals.open());
        String remark = totals.beyondHorizon() == 0
                ? speech.say("figure.promised.all")
                : speech.say("figure.promised.beyond", speech.number(totals.beyondHorizon()));
        return new Figure(speech.say("figure.promised"), value, remark);
    }

    private Figure median() {
        Totals totals = briefing.totals();
        String value =
                totals.open() == 0 ? "–" : speech.weeksOrBeyond(totals.fromNow().median());
        String longest = totals.fromNow().longest().isPresent()
                ? speech.say(
                        "figure.median.remark",
                        speech.weeks(totals.fromNow().longest().getAsInt()))
                : "";
        return new Figure(speech.say("figure.median"), value, longest);
    }

    /** What left in the last weeks against what the lines can build at most. */
    private Figure output() {
        Timeline timeline = briefing.timeline();
        int weeks = Math.min(RECENT_WEEKS, timeline.pastWeeks());
        long delivered = 0;
        for (int i = 0; i < weeks; i++) {
            delivered += timeline.delivered(timeline.pastWeeks() - 1 - i);
        }
        long peak = peakCapacity();
        return new Figure(
                speech.say("figure.capacity"),
                speech.number(peak),
                speech.say(
                        "figure.capacity.remark",
                        speech.number(weeks == 0 ? 0 : Math.round((double) delivered / weeks))));
    }

    private long peakCapacity() {
        long peak = 0;
        for (int bucket = 0; bucket < briefing.scenario().horizon().weeks(); bucket++) {
            long week = 0;
            for (ResourceLoad load : briefing.loads()) {
                week += load.resource().kind() == Kind.LINE ? load.capacity().whole(bucket) : 0;
            }
            peak = Math.max(peak, week);
        }
        return peak;
    }

    private Figure deposits() {
        var currency = briefing.scenario().currency();
        return new Figure(
                speech.say("figure.deposits"),
                speech.money(briefing.deposits().heldMinor(), currency),
                speech.say(
                        "figure.deposits.remark",
                        speech.money(briefing.deposits().refundableMinor(), currency)));
    }
}
