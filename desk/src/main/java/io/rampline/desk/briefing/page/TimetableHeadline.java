package io.rampline.desk.briefing.page;

import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.WithoutStep;
import io.rampline.factory.Currency;
import io.rampline.ramp.Answer;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a timetable says in a sentence or two. Every sentence is made of the report's figures. */
public final class TimetableHeadline {
    private final TimetableReport report;
    private final Speech speech;

    public TimetableHeadline(TimetableReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
    }

    /** One sentence for the board. */
    public String sentence() {
        return switch (report.answer()) {
            case Answer.Planned planned -> sentence(planned.plan());
            case Answer.Branched branched ->
                speech.say(
                        "plan.branched",
                        speech.count(
                                "plan.steps", branched.plan().now().starts().size()),
                        speech.number(branched.plan().branches().size()),
                        speech.hundredths(100 * branched.plan().holdsShare()));
            case Answer.Conflict _ -> speech.say("plan.conflict");
            case Answer.Undecided _ -> speech.say("plan.undecided");
            case Answer.Rejected _ -> speech.say("plan.rejected");
        };
    }

    private String sentence(Plan plan) {
        Optional<Wait> wait = report.headlineWait();
        boolean holds = report.holdsForSingleOrders();
        String steps = speech.count("plan.steps", plan.steps().size());
        String cost = speech.money(plan.costs().oneOffMinor(), currency());
        return wait.isPresent()
                ? speech.say(
                        isAboutNobody() ? "plan.sentence.nobody" : key(holds, plan),
                        speech.weeks(wait.get().weeks()),
                        speech.week(report.scenario().horizon().week(wait.get().fromBucket())),
                        steps,
                        cost)
                : speech.say("plan.sentence.plain", steps, cost);
    }

    /** Whether a wait was asked for that no order falls under, so that the plan proves nothing about it. */
    private boolean isAboutNobody() {
        return report.headlineWait().isPresent()
                && report.planned()
                        .filter(planned -> planned.orders().judged() == 0)
                        .isPresent();
    }

    /** What to do where the plan is about nobody. */
    Optional<String> aboutNobody() {
        return isAboutNobody() ? Optional.of(speech.say("plan.nobody.advice")) : Optional.empty();
    }

    /** Where groups are guaranteed other waits, the sentence is not about everybody. */
    private String key(boolean holds, Plan plan) {
        if (!holds) {
            return "plan.sentence.flows";
        }
        return report.headlineGroups().size() < plan.flows().size() ? "plan.sentence.some" : "plan.sentence";
    }

    /** What belongs to the sentence: how good, how sure, what otherwise; or why there is no plan. */
    public List<String> remarks() {
        return switch (report.answer()) {
            case Answer.Planned planned -> remarks(planned);
            case Answer.Branched branched ->
                List.of(speech.say(
                        "plan.branched.proof",
                        speech.money(branched.plan().meanMinor(), currency()),
                        speech.money(branched.plan().tailMinor(), currency()),
                        speech.hundredths(100 * branched.plan().gap())));
            case Answer.Conflict conflict ->
                conflict.restrictions().stream()
                        .map(new Reasons(report.scenario(), speech)::text)
                        .map(text -> "- " + text)
                        .toList();
            case Answer.Undecided _ -> List.of(speech.say("plan.undecided.advice"));
            case Answer.Rejected rejected -> rejected.flaws();
        };
    }

    private List<String> remarks(Answer.Planned planned) {
        List<String> remarks = new ArrayList<>();
        Plan plan = planned.plan();
        aboutNobody().ifPresent(remarks::add);
        if (report.holdsForSingleOrders()) {
            others(plan).ifPresent(remarks::add);
        }
        remarks.add(speech.say(
                "plan.proof",
                speech.money(plan.costs().totalMinor(), currency()),
                speech.money(plan.boundMinor(), currency()),
                speech.hundredths(100 * plan.gap())));
        outOfTurn(planned).ifPresent(remarks::add);
        orderByOrder(planned).ifPresent(remarks::add);
        sureness().ifPresent(remarks::add);
        if (report.today().isPresent() && report.today().get().judged() > 0) {
            remarks.add(speech.say(
                    "plan.today", longest(report.longest(report.today().get()))));
        }
        if (planned.orders().later() > 0) {
            remarks.add(speech.say("plan.later", speech.orders(planned.orders().later())));
        }
        if (report.endedEarly()) {
            remarks.add(speech.say("plan.ended-early"));
        }
        return remarks;
    }

    /** How long single orders wait, where a wait is guaranteed to any. */
    Optional<String> orderByOrder(Answer.Planned planned) {
        return planned.orders().judged() > 0
                ? Optional.of(speech.say(
                        report.holdsForSingleOrders()
                                ? withinTheWeek(planned) ? "plan.orders.week" : "plan.orders"
                                : "plan.orders.longer",
                        longest(report.longest(planned.orders()))))
                : Optional.empty();
    }

    /** In how many futures the plan holds, where that was counted. */
    Optional<String> sureness() {
        return report.sureness()
                .map(futures -> speech.say(
                        "plan.sure",
                        speech.percent(futures.kept(), futures.futures()),
                        speech.number(futures.futures())));
    }

    private boolean withinTheWeek(Answer.Planned planned) {
        OptionalInt longest = report.longest(planned.orders());
        return report.headlineWait()
                .filter(wait -> longest.isPresent() && longest.getAsInt() > wait.weeks())
                .isPresent();
    }

    /** The longest of the other waits that are guaranteed, which hold as well. */
    private Optional<String> others(Plan plan) {
        Optional<Wait> headline = report.headlineWait();
        return plan.flows().stream()
                .flatMap(flow -> flow.guarantee().stream())
                .filter(wait -> headline.isPresent() && !wait.equals(headline.get()))
                .max(Comparator.comparingInt(Wait::weeks))
                .map(wait -> speech.say("plan.others", speech.weeks(wait.weeks())));
    }

    /** What the bound leaves out, where the plan serves some sooner so that single orders hold the guarantee. */
    Optional<String> outOfTurn(Answer.Planned planned) {
        return planned.outOfTurnBoundMinor() < planned.plan().boundMinor()
                ? Optional.of(speech.say("plan.out-of-turn", speech.money(planned.outOfTurnBoundMinor(), currency())))
                : Optional.empty();
    }

    private String longest(OptionalInt weeks) {
        return speech.weeksOrBeyond(weeks);
    }

    /** How long people wait without a step when all else stays. */
    public String waitWithout(WithoutStep row) {
        return row.longestWaitWeeks().isPresent()
                ? speech.weeks(row.longestWaitWeeks().getAsInt())
                : speech.say("beyond.short");
    }

    /** What the best plan without a step costs more, or that there is none. */
    public String instead(WithoutStep row) {
        if (row.costMoreMinor().isPresent()) {
            return "+" + speech.money(Math.max(0, row.costMoreMinor().getAsLong()), currency());
        }
        return row.shortestWaitWeeks().isPresent()
                ? speech.say(
                        "plan.instead.wait",
                        speech.weeks(row.shortestWaitWeeks().getAsInt()))
                : speech.say("plan.instead.none");
    }

    private Currency currency() {
        return report.scenario().currency();
    }
}
