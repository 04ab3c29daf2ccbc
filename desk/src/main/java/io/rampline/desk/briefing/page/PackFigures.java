package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.pack.BoardPack;
import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.MarketPoint;
import io.rampline.desk.timetable.PlanInFutures;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Currency;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.credibility.Commitments.IssuerRecord;
import io.rampline.ramp.Answer;
import io.rampline.ramp.check.SingleOrders;
import io.rampline.ramp.plan.Wait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The questions of a board and the answers of its pack, each with the place that it is from. */
public final class PackFigures {
    public static final String SUMMARY = "summary.json";
    public static final String TIMETABLE = "timetable/timetable.json";
    public static final String MONEY = "money/money.json";
    public static final String LINE = "line/line-days.json";
    public static final String PACK = "pack.json";

    private final BoardPack pack;
    private final Speech speech;
    private final Currency currency;
    private final List<Figure> figures = new ArrayList<>();

    /** What a figure is about; each has a page of its own, the record a section of the front page. */
    public enum Chapter {
        WAITS("briefing.html"),
        TIMETABLE("timetable/timetable.html"),
        MARKET("timetable/timetable.html"),
        MONEY("money/money.html"),
        LINE("line/line-days.html"),
        RECORD("index.html#record-section");

        private final String page;

        Chapter(String page) {
            this.page = page;
        }

        /** Where to read on, seen from the folder of the pack. */
        public String page() {
            return page;
        }
    }

    /**
     * An answer.
     *
     * @param question in a few words
     * @param value as programs write it
     * @param shown as people read it
     * @param sentence what it means
     * @param source file and JSON pointer where the value stands: {@code summary.json#/longest_weeks}
     */
    public record Figure(
            Chapter chapter, String question, String value, String shown, String sentence, String source) {}

    private PackFigures(BoardPack pack, Speech speech) {
        this.pack = pack;
        this.speech = speech;
        this.currency = pack.briefing().scenario().currency();
    }

    /** The figures, in the order in which a board asks. */
    public static List<Figure> of(BoardPack pack, Speech speech) {
        PackFigures of = new PackFigures(pack, speech);
        of.waits();
        pack.timetable().ifPresent(report -> {
            report.planned().ifPresent(planned -> of.plan(report, planned));
            report.market().ifPresent(market -> of.market(report, market));
        });
        pack.money().ifPresent(of::money);
        of.line();
        of.record();
        return List.copyOf(of.figures);
    }

    private void waits() {
        Briefing briefing = pack.briefing();
        OptionalInt longest = briefing.totals().fromNow().longest();
        if (longest.isPresent()) {
            int weeks = longest.getAsInt();
            add(
                    Chapter.WAITS,
                    "pack.waits",
                    weeks,
                    speech.weeks(weeks),
                    speech.say(
                            "pack.waits.sentence",
                            speech.orders(briefing.totals().open())),
                    SUMMARY + "#/longest_weeks");
        }
        briefing.counted()
                .ifPresent(counted -> add(
                        Chapter.WAITS,
                        "pack.window",
                        counted.windows().medianWeeks(),
                        speech.weeks((long) counted.windows().medianWeeks()),
                        speech.say(
                                "pack.window.sentence",
                                speech.percent(Math.round(counted.windows().confidence() * 1000), 1000),
                                speech.number(counted.futures())),
                        SUMMARY + "#/planning_window/futures/median_weeks"));
    }

    private void plan(TimetableReport report, Answer.Planned planned) {
        OptionalInt longest = report.longest(planned.orders());
        if (longest.isEmpty()) {
            return;
        }
        int weeks = longest.getAsInt();
        String sentence = new TimetableHeadline(report, speech).sentence();
        figures.add(new Figure(
                Chapter.TIMETABLE,
                report.headlineWait()
                        .map(wait -> speech.say("pack.plan", week(report, wait)))
                        .orElseGet(() -> speech.say("pack.plan.plain")),
                Long.toString(weeks),
                speech.weeks(weeks),
                report.headlineWait()
                        .map(wait -> sentence + " " + sooner(report, wait, planned.orders()))
                        .orElse(sentence)
                        .strip(),
                TIMETABLE + "#/order_level_longest_wait_weeks"));
        report.sureness().ifPresent(this::sure);
        long cost = planned.plan().costs().oneOffMinor();
        add(
                Chapter.TIMETABLE,
                "pack.cost",
                cost,
                speech.say(
                        "pack.cost.sentence",
                        speech.count("plan.steps", planned.plan().steps().size()),
                        speech.hundredths(100 * planned.plan().gap())),
                TIMETABLE + "#/costs_undiscounted/one_off");
    }

    private void sure(PlanInFutures futures) {
        figures.add(new Figure(
                Chapter.TIMETABLE,
                speech.say("pack.sure"),
                Double.toString(futures.share()),
                speech.percent(futures.kept(), futures.futures()),
                speech.say("pack.sure.sentence", speech.number(futures.futures())),
                TIMETABLE + "#/holds_probability"));
    }

    private void market(TimetableReport report, MarketFrontier market) {
        Optional<MarketPoint> point = market.earliest().stream()
                .findFirst()
                .flatMap(MarketFrontier.Earliest::point)
                .filter(MarketPoint::harmsNobody);
        if (point.isEmpty()) {
            return;
        }
        MarketWords words = new MarketWords(report.scenario(), market, speech);
        figures.add(new Figure(
                Chapter.MARKET,
                words.title(),
                report.scenario().horizon().week(point.get().bucket()).toString(),
                words.week(point.get().bucket()),
                speech.say(
                        "pack.market.sentence",
                        speech.number(point.get().quota().unitsPerWeek()),
                        words.more(point.get())),
                TIMETABLE + "#/export/earliest/0/opens_week"));
    }

    private void money(MoneyReport report) {
        add(
                Chapter.MONEY,
                "pack.held",
                report.exposure().all().depositsMinor(),
                speech.say("pack.held.sentence", money(report.balance().totalMinor())),
                MONEY + "#/deposits_held");
        add(
                Chapter.MONEY,
                "deposits.claim",
                report.exposure().all().claimMinor(),
                speech.say(
                        "money.claim.sentence",
                        money(report.exposure().all().coolingOffMinor()),
                        money(report.exposure().all().slipMinor()),
                        money(report.tomorrow().claimMinor())),
                MONEY + "#/claimable_today");
    }

    private void line() {
        List<DayPlan> days = pack.briefing().lineDays().days();
        if (!days.isEmpty()) {
            DayPlan first = days.getFirst();
            add(
                    Chapter.LINE,
                    "pack.line",
                    first.cars().size(),
                    speech.number(first.cars().size()),
                    new DayWords(speech).title(first) + ". " + new DayWords(speech).lead(first),
                    LINE + "#/weeks/0/days/0/cars");
        }
    }

    private void record() {
        for (IssuerRecord issuer : Commitments.byIssuer(pack.commitments())) {
            if (issuer.kept() + issuer.broken() > 0) {
                add(
                        Chapter.RECORD,
                        "pack.record",
                        issuer.kept(),
                        speech.say(
                                "pack.record.figure",
                                speech.number(issuer.kept()),
                                speech.number(issuer.kept() + issuer.broken())),
                        speech.say("pack.record.sentence", issuer.issuer(), speech.number(issuer.open())),
                        PACK + "#/record/"
                                + Commitments.byIssuer(pack.commitments()).indexOf(issuer) + "/kept");
            }
        }
    }

    private String week(TimetableReport report, Wait wait) {
        return speech.week(report.scenario().horizon().week(wait.fromBucket()));
    }

    /** What the timetable does not shorten: waits of those who order before its guarantee begins; empty for nobody. */
    private String sooner(TimetableReport report, Wait wait, SingleOrders.Waits waits) {
        int longest = waits.byLockWeek().values().stream()
                .flatMap(byBucket -> byBucket.subList(0, Math.min(wait.fromBucket(), byBucket.size())).stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(SingleOrders.Waits.NOBODY);
        if (longest == SingleOrders.Waits.NOBODY) {
            return "";
        }
        return longest == SingleOrders.Waits.BEYOND
                ? speech.say("pack.plan.sooner.beyond", week(report, wait))
                : speech.say("pack.plan.sooner", week(report, wait), speech.weeks(longest));
    }

    private void add(Chapter chapter, String question, long value, String shown, String sentence, String source) {
        figures.add(new Figure(chapter, speech.say(question), Long.toString(value), shown, sentence, source));
    }

    private void add(Chapter chapter, String question, long minor, String sentence, String source) {
        figures.add(new Figure(
                chapter,
                speech.say(question),
                BigDecimal.valueOf(minor, currency.minorUnits()).toPlainString(),
                money(minor),
                sentence,
                source));
    }

    private String money(long minor) {
        return speech.money(minor, currency);
    }
}
