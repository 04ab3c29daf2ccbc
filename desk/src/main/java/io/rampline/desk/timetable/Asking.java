package io.rampline.desk.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A question as people ask it, before it is known whether the scenario has what it names.
 *
 * @param waitWeeks the wait to be guaranteed; empty for what the scenario guarantees
 * @param from ISO week of the first orders it holds for; empty for the week of the scenario's guarantee
 * @param budget most that all one-off costs come to, major units; without a wait it asks for the shortest one
 * @param earliest asks from which week on the wait can hold
 * @param keep decisions to change as few of as possible
 * @param freezes starts, {@code STEP=WEEK}
 * @param without names of steps that are not taken
 * @param openings {@code OPENING=WEEK:UNITS}
 * @param futures asks what starts now whatever demand does; empty for the one forecast of {@code demand}
 * @param weeks how far the plan looks ahead
 * @param gapPercent by which it may miss the best
 * @param work most iterations of the solver in a search
 */
public record Asking(
        OptionalInt waitWeeks,
        Optional<String> from,
        Optional<BigDecimal> budget,
        boolean earliest,
        Optional<Decisions> keep,
        List<String> freezes,
        List<String> without,
        List<String> openings,
        Optional<FuturesAsking> futures,
        DemandCase demand,
        int weeks,
        double gapPercent,
        long work) {
    /** Two years: beyond them no forecast is worth a program of that size. */
    public static final int WEEKS_USUAL = 104;

    /** Longest wait that can be asked for. */
    public static final int WAIT_MAX = 520;

    public Asking {
        freezes = List.copyOf(freezes);
        without = List.copyOf(without);
        openings = List.copyOf(openings);
    }

    /** Asks at least cost for what the scenario guarantees, with the usual limits. */
    public static Asking ofScenario() {
        return new Asking(
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                DemandCase.MID,
                WEEKS_USUAL,
                100 * Terms.USUAL_GAP,
                Terms.USUAL_WORK);
    }

    /**
     * The question, in terms of the scenario.
     *
     * @throws MistakenQuestion when it makes no sense or names what the scenario has not
     */
    public Question question(Scenario scenario) {
        Question question = oneFuture(scenario);
        return futures.isPresent() ? futures.get().question(scenario, question) : question;
    }

    private Question oneFuture(Scenario scenario) {
        refuseNonsense();
        int first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        Terms terms = Terms.of(Math.min(scenario.horizon().weeks(), first + weeks))
                .demand(demand)
                .gap(gapPercent / 100)
                .work(work)
                .fixed(fixed(scenario))
                .without(new TreeSet<>(without.stream()
                        .map(name -> Decided.step(scenario, name).name())
                        .toList()));
        if (budget.isPresent()) {
            terms = terms.spendMax(minor(scenario, "budget", budget.get()));
        }
        int fromBucket = fromBucket(scenario, first);
        if (fromBucket >= terms.weeks()) {
            throw new MistakenQuestion("found orders from " + scenario.horizon().week(fromBucket)
                    + " on, expected a week before " + scenario.horizon().week(terms.weeks())
                    + ", where the plan ends. Maybe look further ahead.");
        }
        if (earliest) {
            return new Question.EarliestGuarantee(
                    terms,
                    waitWeeks.orElseThrow(
                            () -> new MistakenQuestion(
                                    "found the earliest week asked for without a wait, expected both. Maybe ask for 12 weeks")));
        }
        terms = waitWeeks.isPresent()
                ? terms.guarantee(new Wait(waitWeeks.getAsInt(), fromBucket))
                : general(scenario, terms);
        if (keep.isPresent()) {
            return new Question.FewestChanges(terms, keep.get());
        }
        if (budget.isPresent() && waitWeeks.isEmpty()) {
            return new Question.ShortestWait(terms, fromBucket, Math.min(WAIT_MAX, terms.weeks()));
        }
        if (waitWeeks.isEmpty() && scenario.planning().guarantees().isEmpty()) {
            throw new MistakenQuestion(
                    "NO_WAIT",
                    Map.of(),
                    "found no wait, and the scenario guarantees none, expected one of both."
                            + " Maybe ask for 12 weeks, or write guarantees.csv.");
        }
        return new Question.LeastCost(terms);
    }

    /** A guarantee that is the same for all who can order is said as such, so that other waits can be tried for it. */
    private static Terms general(Scenario scenario, Terms terms) {
        List<Guarantee> open = scenario.planning().guarantees().stream()
                .filter(guarantee -> guarantee.market().flatMap(scenario::findMarket).stream()
                        .allMatch(market ->
                                market.opensBucket() < scenario.horizon().weeks()))
                .toList();
        boolean same = open.size() == 1
                && open.getFirst().market().isEmpty()
                && open.getFirst().model().isEmpty()
                && open.getFirst().waitWeeks() > 0;
        return same
                ? terms.guarantee(
                        new Wait(open.getFirst().waitWeeks(), open.getFirst().fromBucket()))
                : terms;
    }

    private void refuseNonsense() {
        if (waitWeeks.isPresent() && (waitWeeks.getAsInt() < 1 || waitWeeks.getAsInt() > WAIT_MAX)) {
            throw new MistakenQuestion(
                    "found a wait of " + waitWeeks.getAsInt() + ", expected 1 to " + WAIT_MAX + " weeks");
        }
        if (!(gapPercent >= 0 && gapPercent <= 100)) {
            throw new MistakenQuestion("found a gap of " + gapPercent + ", expected 0 to 100 per cent");
        }
        if (weeks < 1 || work < 0) {
            throw new MistakenQuestion(
                    "found " + weeks + " weeks and work of " + work + ", expected 1 or more and 0 or more");
        }
        if (earliest && keep.isPresent()) {
            throw new MistakenQuestion(
                    "found the earliest week and the fewest changes asked for, expected one question at a time");
        }
    }

    private int fromBucket(Scenario scenario, int first) {
        if (from.isEmpty()) {
            return scenario.planning().guarantees().stream()
                    .filter(guarantee -> guarantee.market().isEmpty())
                    .mapToInt(Guarantee::fromBucket)
                    .map(bucket -> Math.max(bucket, first))
                    .findFirst()
                    .orElse(first);
        }
        int bucket = Decided.bucket(scenario, "orders from " + from.get(), from.get());
        if (bucket < first) {
            throw new MistakenQuestion("found orders from " + from.get() + ", expected "
                    + scenario.horizon().week(first) + " or later: earlier orders are already in the book");
        }
        return bucket;
    }

    private Decisions fixed(Scenario scenario) {
        return new Decisions(
                freezes.stream().map(typed -> Decided.start(scenario, typed)).toList(),
                openings.stream().map(typed -> Decided.opened(scenario, typed)).toList());
    }

    static long minor(Scenario scenario, String what, BigDecimal major) {
        try {
            return Optional.of(major.movePointRight(scenario.currency().minorUnits())
                            .longValueExact())
                    .filter(minor -> minor >= 0)
                    .orElseThrow(ArithmeticException::new);
        } catch (ArithmeticException unfit) {
            throw new MistakenQuestion(
                    "found a " + what + " of " + major.toPlainString() + ", expected an amount of 0 or more in "
                            + scenario.currency().code(),
                    unfit);
        }
    }
}
