package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Briefing.CauseCount;
import io.rampline.desk.briefing.Cause;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.desk.briefing.ResourceLoad;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the first screen says: how long, why, until when. Every sentence is made of the briefing's figures. */
public final class Headline {
    /** A cause of fewer orders than one in so many is not worth a sentence. */
    private static final int WORTH_NAMING = 50;

    private final Briefing briefing;
    private final Speech speech;

    /**
     * An answer of the first screen.
     *
     * @param question how long, why, until when
     * @param about what exactly is asked, empty where the question says it all
     * @param figure the answer in a word or two
     * @param sentence what it means
     */
    public record Answer(String question, String about, String figure, String sentence) {
        private Answer(String question, String figure, String sentence) {
            this(question, "", figure, sentence);
        }
    }

    public Headline(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
    }

    /** One sentence for the board. */
    public String sentence() {
        int open = briefing.totals().open();
        int beyond = briefing.totals().beyondHorizon();
        if (open == 0) {
            return speech.say("headline.empty", speech.date(briefing.scenario().asOf()));
        }
        if (beyond == open) {
            return speech.say("headline.none", speech.orders(open), speech.monthOf(horizonEnd()));
        }
        if (beyond > 0) {
            return speech.say(
                    "headline.some", speech.number(beyond), speech.orders(open), speech.monthOf(horizonEnd()));
        }
        Optional<TrimWait> slowest = slowest();
        if (slowest.isPresent() && slowest.get().quote().delivery().isPresent()) {
            return speech.say(
                    open == 1 ? "headline.all.one" : "headline.all",
                    speech.number(open),
                    name(slowest.get()),
                    speech.monthOf(slowest.get().quote().delivery().get()));
        }
        return speech.say("headline.plain", speech.orders(open));
    }

    public List<Answer> answers() {
        return List.of(howLong(), why(), untilWhen());
    }

    private Week horizonEnd() {
        return briefing.scenario().horizon().week(briefing.scenario().horizon().weeks() - 1);
    }

    private Optional<TrimWait> slowest() {
        return briefing.slowest();
    }

    /** With its market where there are several: others may wait longer than those at home. */
    private String name(TrimWait wait) {
        return SpreadPicture.name(wait, SpreadPicture.severalMarkets(briefing));
    }

    private Answer howLong() {
        Optional<TrimWait> slowest = slowest();
        if (slowest.isEmpty()) {
            return new Answer(speech.say("question.long"), "–", speech.say("long.nothing"));
        }
        TrimWait wait = slowest.get();
        String product = name(wait);
        List<String> said = new ArrayList<>();
        String figure;
        if (wait.quote().weeks().isPresent()) {
            figure = speech.weeks(wait.quote().weeks().getAsInt());
            Week delivery = wait.quote().delivery().orElseThrow();
            said.add(speech.say("long.quote", product, speech.week(delivery)));
        } else {
            int weeks = horizonEnd().since(briefing.asOfWeek());
            figure = speech.say("long.beyond.figure", speech.weeks(weeks));
            said.add(speech.say("long.beyond", product, speech.week(horizonEnd())));
        }
        briefing.totals()
                .fromNow()
                .median()
                .ifPresent(median -> said.add(speech.say("long.median", speech.weeks(median))));
        fastest()
                .filter(fast -> !fast.trim().equals(wait.trim()))
                .ifPresent(fast -> said.add(speech.say(
                        "long.fastest",
                        name(fast),
                        speech.weeks(fast.quote().weeks().getAsInt()))));
        return new Answer(speech.say("question.long"), figure, String.join(" ", said));
    }

    private Optional<TrimWait> fastest() {
        return briefing.waits().stream()
                .filter(wait -> wait.trim().market().equals(briefing.scenario().homeMarket())
                        && wait.quote().weeks().isPresent())
                .min(Comparator.comparingInt(wait -> wait.quote().weeks().getAsInt()));
    }

    /** First what the longest wait, which was told just before, is owed to; then what holds most of the open orders. */
    private Answer why() {
        String question = speech.say("question.why");
        List<CauseCount> held = held();
        Optional<TrimWait> bound = slowest().filter(wait -> !(wait.quote().cause() instanceof Cause.Nothing));
        if (bound.isEmpty()) {
            return held.isEmpty()
                    ? new Answer(question, speech.say("why.nothing.figure"), speech.say("why.nothing"))
                    : new Answer(
                            question,
                            figure(held.getFirst().cause()),
                            String.join(
                                    " ",
                                    ofOpenOrders(held, whyKey(held.getFirst().cause()))));
        }
        Cause cause = bound.get().quote().cause();
        List<String> said = new ArrayList<>(List.of(speech.say(quoteKey(cause), name(bound.get()))));
        if (held.isEmpty()) {
            said.add(speech.say("why.nothing"));
        } else if (held.getFirst().cause().equals(cause)) {
            said.addAll(ofOpenOrders(held, "why.same"));
        } else {
            said.add(speech.say("why.most", speech.cause(held.getFirst().cause()), share(held.getFirst())));
            next(held).ifPresent(said::add);
        }
        return new Answer(question, figure(cause), String.join(" ", said));
    }

    private String figure(Cause cause) {
        return Speech.capital(speech.cause(cause));
    }

    private List<String> ofOpenOrders(List<CauseCount> held, String key) {
        CauseCount first = held.getFirst();
        List<String> said = new ArrayList<>(List.of(speech.say(key, share(first))));
        fullUntil(first.cause()).ifPresent(week -> said.add(speech.say("why.until", speech.week(week))));
        next(held).ifPresent(said::add);
        return said;
    }

    private Optional<String> next(List<CauseCount> held) {
        return held.stream()
                .skip(1)
                .findFirst()
                .filter(second -> (long) second.orders() * WORTH_NAMING
                        >= briefing.totals().open())
                .map(second -> speech.say("why.next", speech.cause(second.cause()), share(second)));
    }

    private String share(CauseCount count) {
        return speech.percent(count.orders(), briefing.totals().open());
    }

    private static String quoteKey(Cause cause) {
        return switch (cause) {
            case Cause.Full full -> full.resources().size() > 1 ? "why.quote.full.several" : "why.quote.full";
            case Cause.NotOffered _ -> "why.quote.not-offered";
            case Cause.MarketOpens _, Cause.Customer _, Cause.Nothing _ -> "why.quote.market";
        };
    }

    private static String whyKey(Cause cause) {
        return switch (cause) {
            case Cause.Full full -> full.resources().size() > 1 ? "why.full.several" : "why.full";
            case Cause.MarketOpens _ -> "why.market";
            case Cause.Customer _ -> "why.customer";
            case Cause.NotOffered _ -> "why.not-offered";
            case Cause.Nothing _ -> "why.nothing";
        };
    }

    private List<CauseCount> held() {
        return briefing.causes().stream()
                .filter(count -> !(count.cause() instanceof Cause.Nothing))
                .toList();
    }

    /** The last week without a gap in which the resources of a cause have no room. */
    private Optional<Week> fullUntil(Cause cause) {
        if (!(cause instanceof Cause.Full full)) {
            return Optional.empty();
        }
        int last = -1;
        for (ResourceLoad load : briefing.loads()) {
            if (full.resources().contains(load.resource())) {
                for (int bucket = 0; bucket < load.delayed().weeks(); bucket++) {
                    last = load.delayed().get(bucket) > 0 ? Math.max(last, bucket) : last;
                }
            }
        }
        return last < 0
                ? Optional.empty()
                : Optional.of(briefing.scenario().horizon().week(last));
    }

    private Answer untilWhen() {
        String question = speech.say("question.until");
        Outlook outlook = briefing.outlook();
        if (outlook.unordered().longest().weeks() == 0) {
            return new Answer(question, "–", speech.say("until.nothing"));
        }
        List<String> said = new ArrayList<>();
        Course course = outlook.expected().isEmpty()
                ? outlook.unordered()
                : outlook.expected().get(1);
        String figure = untilFigure(course, said);
        if (briefing.totals().open() > 0 && briefing.totals().beyondHorizon() == 0) {
            said.add(speech.say("until.drained", speech.week(lastDelivery())));
        }
        String about = limitAhead(course)
                .map(limit -> speech.say("until.about", speech.number(limit)))
                .orElse("");
        return new Answer(question, about, figure, String.join(" ", said));
    }

    /** The limit that the figure is about: the first one not yet passed. */
    private static Optional<Integer> limitAhead(Course course) {
        return Briefing.WAIT_LIMITS_WEEKS.stream()
                .filter(limit ->
                        course.firstBelow(limit).filter(week -> week == 0).isEmpty())
                .findFirst();
    }

    private Week lastDelivery() {
        return briefing.asOfWeek().plus(briefing.totals().fromNow().longest().orElse(0));
    }

    /** The figure is the first limit that is still ahead. */
    private String untilFigure(Course course, List<String> said) {
        boolean expected = !briefing.outlook().expected().isEmpty();
        List<String> ends = new ArrayList<>();
        List<String> never = new ArrayList<>();
        String figure = "";
        for (int limit : Briefing.WAIT_LIMITS_WEEKS) {
            Optional<Integer> below = course.firstBelow(limit);
            if (below.isEmpty()) {
                never.add(speech.number(limit));
            } else if (below.get() > 0) {
                Week week = briefing.outlook().first().plus(below.get());
                ends.add(speech.say("until.end", speech.number(limit), speech.week(week)));
                figure = figure.isEmpty() ? speech.monthOf(week) : figure;
            }
        }
        if (!ends.isEmpty()) {
            said.add(speech.say(expected ? "until.expected" : "until.unordered", Enumeration.all(ends, speech)));
        }
        if (!never.isEmpty()) {
            String limits = Enumeration.either(never, speech);
            said.add(speech.say(expected ? "until.never.expected" : "until.never", limits, speech.week(horizonEnd())));
            figure = figure.isEmpty() ? speech.say("until.later", speech.monthOf(horizonEnd())) : figure;
        }
        if (ends.isEmpty() && never.isEmpty()) {
            said.add(speech.say("until.short", speech.number(Briefing.WAIT_LIMITS_WEEKS.getLast())));
            return speech.say("until.short.figure");
        }
        return figure;
    }
}
