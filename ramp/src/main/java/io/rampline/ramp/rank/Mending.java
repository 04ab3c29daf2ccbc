package io.rampline.ramp.rank;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.check.PlanCheck;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.PlanProgress.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Moves the starts of a plan until nobody waits too long by rank, and then takes back what that does not need.
 *
 * <p>First the move that takes away most lateness for its cost, again and again. Then the moves that save most and keep
 * everybody in time. A move gives one step another start, or none, or a start to one that has none; steps that hang
 * together may move together. {@link ServedByRank} tells what comes of it, in milliseconds; the judge, order by order.
 * Where the judge finds somebody late whom batches did not, a little of everything is kept back, and on it goes.
 *
 * <p>A local search: it finds good starts, not the best ones. The same plan has the same outcome.
 */
public final class Mending {
    /** A limit of work; some minutes on one core for half a million orders. */
    private static final int TRIES_MAX = 6_000;
    /** Lateness below this is the grain of batches. */
    private static final double IN_TIME = 0.5;

    /**
     * Share of what perishes that is kept back more whenever single orders take longer than batches: they do not fill
     * it to the last unit.
     */
    private static final double MORE_KEPT = 0.003;

    private static final int ATTEMPTS_MAX = 8;
    private static final double QUEUE_WEIGHT = 0.02;
    /** Share of the cost below which a saving is none. */
    private static final double LITTLE = 1e-5;

    private final Scenario scenario;
    private final Plan plan;
    private final Prices prices;
    private final ServedByRank service;
    private final Moves moves;
    private final int graceWeeks;
    private double shareKept;
    private final Map<SortedMap<String, Integer>, Tried> known = new LinkedHashMap<>();
    private int tries;

    /** Starts of steps, and what comes of them. */
    record Tried(SortedMap<String, Integer> starts, double late, double queue, double costMinor) {
        /** Where nobody late gains by a move, a shorter queue in front of them is a way there. */
        double urgency() {
            return late + QUEUE_WEIGHT * queue;
        }

        double valued(double latePrice) {
            return costMinor + (inTime() ? 0 : late * latePrice);
        }

        boolean inTime() {
            return late <= IN_TIME;
        }
    }

    private Mending(Scenario scenario, OrderTable book, Plan plan, int graceWeeks) {
        this.scenario = scenario;
        this.plan = plan;
        int weeks = Math.min(plan.terms().weeks(), scenario.horizon().weeks());
        this.prices = new Prices(scenario, weeks);
        this.service = new ServedByRank(scenario, book, plan, prices);
        this.moves = new Moves(scenario, plan, weeks);
        this.graceWeeks = graceWeeks;
    }

    /**
     * Tells the judge of other starts for the plan's steps, with which nobody waits too long; of cheaper ones with
     * each.
     *
     * @param graceWeeks weeks by which one may wait longer than guaranteed
     * @param judge says whether they do, order by order
     */
    public static void of(
            Scenario scenario,
            OrderTable book,
            Plan plan,
            int graceWeeks,
            Predicate<Decisions> judge,
            PlanProgress progress) {
        new Mending(scenario, book, plan, graceWeeks).mend(judge, progress);
    }

    private void mend(Predicate<Decisions> judge, PlanProgress progress) {
        SortedMap<String, Integer> starts = new TreeMap<>();
        plan.decisions().starts().forEach(start -> starts.put(start.step(), start.bucket()));
        Tried now = tried(starts);
        for (int attempt = 0; attempt < ATTEMPTS_MAX && goesOn(progress); attempt++) {
            now = inTime(now, progress);
            if (!now.inTime()) {
                return;
            }
            if (judge.test(decisions(now.starts()))) {
                Tried cheaper = descended(now, Double.POSITIVE_INFINITY, progress);
                if (cheaper.equals(now) || judge.test(decisions(cheaper.starts()))) {
                    return;
                }
            }
            beStricter();
            now = tried(now.starts());
        }
    }

    /** Takes the move that takes away most lateness for its cost, as long as anybody is late. */
    private Tried inTime(Tried from, PlanProgress progress) {
        Tried now = from;
        while (!now.inTime() && goesOn(progress)) {
            double bestRate = 0;
            Tried best = now;
            for (SortedMap<String, Integer> starts : allowed(now)) {
                Tried tried = tried(starts);
                double price = Math.max(tried.costMinor() - now.costMinor(), Math.abs(now.costMinor()) * LITTLE);
                double rate = (now.urgency() - tried.urgency()) / price;
                if (rate > bestRate) {
                    bestRate = rate;
                    best = tried;
                }
            }
            if (best.equals(now)) {
                return now;
            }
            now = best;
        }
        return now;
    }

    private void beStricter() {
        shareKept += MORE_KEPT;
        known.clear();
    }

    private boolean goesOn(PlanProgress progress) {
        return tries < TRIES_MAX && progress.goOn(new Standing("serving by rank", Standing.NO_PLAN, plan.boundMinor()));
    }

    /** Takes the best move as long as there is a good one. */
    private Tried descended(Tried from, double latePrice, PlanProgress progress) {
        Tried now = from;
        while (goesOn(progress)) {
            double least = now.valued(latePrice);
            least -= Math.abs(least) * LITTLE;
            Tried best = now;
            for (SortedMap<String, Integer> starts : allowed(now)) {
                Tried tried = tried(starts);
                if (tried.valued(latePrice) < least) {
                    least = tried.valued(latePrice);
                    best = tried;
                }
            }
            if (best.equals(now)) {
                return now;
            }
            now = best;
        }
        return now;
    }

    private List<SortedMap<String, Integer>> allowed(Tried from) {
        Predicate<SortedMap<String, Integer>> keepsRules = starts ->
                PlanCheck.stepFlaws(scenario, moves.deciding(decisions(starts))).isEmpty();
        return moves.from(from.starts()).stream().filter(keepsRules).toList();
    }

    private Tried tried(SortedMap<String, Integer> starts) {
        Tried before = known.get(starts);
        if (before != null) {
            return before;
        }
        Tried tried = served(starts);
        known.put(starts, tried);
        return tried;
    }

    private Tried served(SortedMap<String, Integer> starts) {
        tries++;
        ServedByRank.Service served = service.serve(decisions(starts), graceWeeks, shareKept);
        return new Tried(
                starts, served.lateOrderWeeks(), served.queueOrderWeeks(), stepsMinor(starts) + served.waitingMinor());
    }

    private double stepsMinor(SortedMap<String, Integer> starts) {
        double sum = 0;
        for (var start : starts.entrySet()) {
            Step step = scenario.planning().findStep(start.getKey()).orElseThrow();
            sum += prices.startMinor(step, start.getValue());
        }
        return sum;
    }

    private Decisions decisions(SortedMap<String, Integer> starts) {
        return new Decisions(
                starts.entrySet().stream()
                        .map(start -> new Start(start.getKey(), start.getValue()))
                        .toList(),
                plan.decisions().openings());
    }
}
