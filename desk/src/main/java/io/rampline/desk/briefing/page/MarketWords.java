package io.rampline.desk.briefing.page;

import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.MarketPoint;
import io.rampline.desk.timetable.Repetition;
import io.rampline.factory.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is said of opening a market, on a page and on a terminal. */
public final class MarketWords {
    private final Scenario scenario;
    private final MarketFrontier market;
    private final Speech speech;

    public MarketWords(Scenario scenario, MarketFrontier market, Speech speech) {
        this.scenario = scenario;
        this.market = market;
        this.speech = speech;
    }

    /** {@code When EU can open}. */
    public String title() {
        return speech.say("export.title", market.grid().market());
    }

    /** Heads of {@link #earliest}; those of numbers begin with {@code >}. */
    public List<String> earliestHeads() {
        return List.of(
                speech.say("export.home"),
                ">" + speech.say("export.quota"),
                speech.say("export.earliest"),
                ">" + speech.say("export.more"),
                ">" + speech.say("export.delivered"),
                speech.say("export.before"));
    }

    /** The earliest opening by wait and quota. */
    public List<List<String>> earliest() {
        return market.earliest().stream()
                .map(row -> List.of(
                        speech.weeks(row.waitWeeks()),
                        speech.number(row.quota().unitsPerWeek()),
                        opens(row),
                        row.point().map(this::more).orElse("–"),
                        row.point().map(this::delivered).orElse("–"),
                        row.before()
                                .map(this::harm)
                                .orElseGet(
                                        () -> speech.say(row.point().isPresent() ? "export.first" : "export.never"))))
                .toList();
    }

    String opens(MarketFrontier.Earliest row) {
        return row.point().map(point -> week(point.bucket())).orElseGet(() -> speech.say("export.never"));
    }

    /** Heads of {@link #points}; those of numbers begin with {@code >}. */
    public List<String> pointHeads() {
        return List.of(
                speech.say("export.home"),
                ">" + speech.say("export.quota"),
                speech.say("export.opens"),
                ">" + speech.say("export.more"),
                ">" + speech.say("export.delivered"),
                ">" + speech.say("export.longest"),
                ">" + speech.say("export.later"),
                speech.say("export.harm"));
    }

    /** Every week, quota and wait that was asked for. */
    public List<List<String>> points() {
        return market.points().stream()
                .map(point -> List.of(
                        speech.weeks(point.waitWeeks()),
                        speech.number(point.quota().unitsPerWeek()),
                        week(point.bucket()),
                        more(point),
                        delivered(point),
                        point.found()
                                .map(found -> longest(found.homeLongestWeeks()))
                                .orElse("–"),
                        point.found().map(found -> speech.number(found.later())).orElse("–"),
                        harm(point)))
                .toList();
    }

    private String delivered(MarketPoint point) {
        return point.found().map(found -> speech.number(found.delivered())).orElse("–");
    }

    private String longest(int weeks) {
        return weeks >= scenario.horizon().weeks() ? speech.say("beyond.short") : speech.weeks(weeks);
    }

    /** What the opening costs more than leaving the market closed. */
    String more(MarketPoint point) {
        OptionalLong more = market.costMoreMinor(point);
        if (more.isEmpty()) {
            return "–";
        }
        String money = speech.money(Math.abs(more.getAsLong()), scenario.currency());
        return (more.getAsLong() < 0 ? "−" : "+") + money;
    }

    /** Whom it harms, or nobody. */
    String harm(MarketPoint point) {
        return switch (point.verdict()) {
            case PLANNED, BRANCHED -> {
                Optional<MarketPoint.Found> found = point.found();
                if (found.isEmpty() || point.harmsNobody()) {
                    yield speech.say("export.safe");
                }
                yield found.get().later() > 0
                        ? speech.say("export.delays", speech.orders(found.get().later()))
                        : speech.say(
                                "export.waits",
                                speech.weeksOrBeyond(beyond(found.get().homeLongestWeeks())));
            }
            case CONFLICT -> speech.say("frontier.impossible");
            case UNDECIDED -> speech.say("frontier.undecided");
            case REJECTED -> speech.say("export.rejected");
        };
    }

    private OptionalInt beyond(int weeks) {
        return weeks >= scenario.horizon().weeks() ? OptionalInt.empty() : OptionalInt.of(weeks);
    }

    /** What the certificate says, and who can check it how. */
    public List<String> certificate() {
        List<String> said = new ArrayList<>(List.of(
                speech.say("export.certificate.book", speech.number(market.bookOrders()), market.bookPrint()),
                speech.say("export.certificate.harm"),
                speech.say("export.certificate.adopt")));
        if (repetition().isPresent()) {
            said.add(speech.say("export.certificate.repeat"));
        }
        return said;
    }

    /** The command that makes the best of the openings again; empty when none harms nobody. */
    public Optional<String> repetition() {
        return market.earliest().stream()
                .flatMap(row -> row.point().stream())
                .flatMap(point -> point.found().stream())
                .map(found -> Repetition.of(scenario, found.plan()))
                .reduce((first, second) -> second);
    }

    String week(int bucket) {
        return speech.week(scenario.horizon().week(bucket));
    }
}
