package io.rampline.sequence.search;

import io.rampline.sequence.bound.LowerBounds;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.LineDay;
import java.util.Arrays;
import java.util.List;

/**
 * Simulated annealing over small changes of the order (Kirkpatrick and others, 1983), aim after aim.
 *
 * <p>Each aim has a price that is far above the next one's. The temperature first slides through the range of the first
 * aim's price, where the others hardly matter, then through that of the second, where the first is all but frozen, and
 * so on. The last part is a descent by the mark itself. An aim that stands at its bound is done with at once.
 *
 * <p>The same day, seed and budget of moves give the same sequence on every machine.
 */
final class Annealing {
    private static final int MOVES_BETWEEN_LOOKS = 512;

    /** Most that is left for the descent at the end. */
    private static final double DESCENT_SHARE = 0.05;

    private static final double FIRST_RUN_SHARE = 0.02;
    private static final double FIRST_AIM_UNTIL = 0.3;
    private static final int IN_VAIN_MAX = 2;
    private static final double RACE_SHARE = 0.12;
    private static final double SHUFFLE_SHARE = 0.05;
    private static final int LAST_AIM_RUNS = 3;
    private static final int LOW_RATIOS_RUNS = 2;
    private static final int QUICK_PASSES = 3;
    private static final double QUICK_PASS_SHARE = 0.04;

    /** Where the only aim has its ladder, runs of this share come first: they solve most days at once. */
    private static final double BEFORE_LADDER = 0.06;

    private static final int[] NONE = {};

    private final LineDay day;
    private final Spending spending;
    private final Line line;
    private final Dice dice;
    private final Moves moves;
    private final BestOrder best;

    /** What the run came to. */
    private final AimByAim run;

    /** Where colours begin. */
    private final BeforeColours beforeColours;

    /** The order of the better short run. */
    private final int[] won;

    /** What runs begin with: in a quick pass what that pass has come to, later the best of all. */
    private AimByAim base;

    Annealing(LineDay day, long seed, Budget budget, Watcher watcher) throws NoSequence {
        this.day = day;
        line = new Line(day);
        line.take(new FirstOrder(day).find());
        dice = new Dice(seed);
        moves = new Moves(line, new Families(line, line.windows.bits(true)), dice);
        best = new BestOrder(line, LowerBounds.of(day), watcher);
        run = new AimByAim(line);
        base = best.aimByAim;
        beforeColours = new BeforeColours(line);
        won = new int[day.cars().size()];
        spending = new Spending(budget);
    }

    Found run() {
        improve();
        return found();
    }

    /** On a long day it takes a while only to put all cars in an order, so no run is begun when all is spent. */
    void improve() {
        Stage[] stages = Stage.of(day.aims(), line.windows);
        if (stages.length > 1) {
            quickPasses(stages);
            doubling(stages[0], IN_VAIN_MAX, FIRST_AIM_UNTIL);
            pass(stages, 1, 1);
        } else {
            boolean isSmall = day.cars().size() <= Ladder.CARS_MAX;
            doubling(stages[0], Integer.MAX_VALUE, isSmall ? BEFORE_LADDER : 1);
            if (isSmall && mayGoOn(stages[0], 1)) {
                new Ladder(best, line, stages[0], dice).run(best, spending, 1);
            }
        }
    }

    /**
     * Whoever ends the search early has something good. Each pass begins anew: what a short one misses by a change or
     * two, a long one from there may miss as well, and another short one often meets.
     */
    private void quickPasses(Stage[] stages) {
        int[] first = best.order.clone();
        int last = day.aims().size() - 1;
        for (int pass = 0; pass < QUICK_PASSES && !spending.isSpent() && !best.meetsBounds(last); pass++) {
            line.take(first);
            base = new AimByAim(line);
            base.compare(line);
            pass(stages, 0, spending.share() + QUICK_PASS_SHARE);
        }
        base = best.aimByAim;
    }

    private boolean isQuickPass() {
        return base != best.aimByAim;
    }

    /** All aims from one on, one after the other. */
    private void pass(Stage[] stages, int first, double until) {
        for (int s = first; s < stages.length; s++) {
            double shares = DESCENT_SHARE;
            for (int later = s; later < stages.length; later++) {
                shares += stages[later].share();
            }
            race(stages[s], spending.share() + (until - spending.share()) * stages[s].share() / shares);
        }
        race(Stage.descent(day.aims(), line.windows), until);
    }

    /**
     * Where there are several mixes, each has a short run, and the better one the long one.
     *
     * <p>The last aim has a short run from what the one above has just come to, which may leave it more room, or from
     * the best order aim by aim, and the rest from the best mark of all. Ratios that come last or are of low priority
     * have several runs: each begins hot, and one of them meets what a single long one may miss.
     */
    private void race(Stage stage, double until) {
        if (spending.isSpent()) {
            return;
        }
        if (isLast(stage) && !isQuickPass()) {
            int[] other = otherStart(stage);
            if (other.length > 0) {
                anneal(
                        stage,
                        stage.mixes().getFirst(),
                        other,
                        spending.share() + RACE_SHARE * (until - spending.share()));
            }
        }
        if (stage.mixes().size() > 1) {
            annealBetterMix(stage, until);
            return;
        }
        for (int left = runs(stage); left > 0; left--) {
            double spent = spending.share();
            anneal(stage, stage.mixes().getFirst(), start(stage), spent + (until - spent) / left);
        }
    }

    private int runs(Stage stage) {
        if (stage.hot() == 0) {
            return 1;
        }
        if (isLast(stage)) {
            return LAST_AIM_RUNS;
        }
        return day.aims().get(stage.rank()) == Aim.LOW_RATIOS && !isQuickPass() ? LOW_RATIOS_RUNS : 1;
    }

    /** Another order than the best that is as good in the aims above, or none. */
    private int[] otherStart(Stage stage) {
        int above = stage.rank() - 1;
        if (stage.hot() > 0 && Arrays.equals(run.countsUpTo(above), best.aimByAim.countsUpTo(above))) {
            return run.order.clone();
        }
        return best.isBestAimByAim() ? NONE : best.aimByAim.order;
    }

    private boolean isLast(Stage stage) {
        return stage.rank() == day.aims().size() - 1;
    }

    private int[] start(Stage stage) {
        return isLast(stage) && !isQuickPass() ? best.order : base.order;
    }

    /**
     * A short run of each mix, and a long one of the better mix. In a quick pass that one goes on from what the short
     * one came to. Later it begins where that one began: from what a short run came to, a long one seldom comes
     * further.
     */
    private void annealBetterMix(Stage stage, double until) {
        double each = RACE_SHARE * (until - spending.share());
        int[] kept = isQuickPass() ? base.order.clone() : beforeColours.order(best.aimByAim);
        List<MoveKind> better = stage.mixes().getFirst();
        long[] lowest = {Long.MAX_VALUE};
        for (List<MoveKind> mix : stage.mixes()) {
            double end = spending.share() + each;
            anneal(stage, mix, kept.length > 0 ? kept : shuffled(stage, each), end);
            long[] reached = run.countsUpTo(day.aims().size() - 1);
            if (Arrays.compare(reached, lowest) < 0) {
                lowest = reached;
                better = mix;
                System.arraycopy(run.order, 0, won, 0, won.length);
            }
        }
        int[] anew = kept.length > 0 ? kept : shuffled(stage, each);
        anneal(stage, better, isQuickPass() ? won : anew, until);
    }

    /**
     * The best order, gone about in for part of a share where the aims above are no worse, whatever becomes of this
     * one.
     */
    private int[] shuffled(Stage stage, double share) {
        if (spending.isSpent()) {
            return best.order;
        }
        double until = spending.share() + SHUFFLE_SHARE * share;
        line.take(start(stage));
        stage.setPricesAbove(line);
        MoveKind[] mix = stage.mixes().getFirst().toArray(MoveKind[]::new);
        while (spending.share() < Math.min(until, 1)) {
            tryMany(mix, 0);
        }
        int[] shuffled = new int[day.cars().size()];
        line.tell(shuffled);
        return shuffled;
    }

    /** Runs twice as long each time, until the bound is met or some in a row bring nothing. */
    private void doubling(Stage stage, int inVainMax, double until) {
        Aim aim = day.aims().get(stage.rank());
        int inVain = 0;
        for (double share = FIRST_RUN_SHARE; mayGoOn(stage, until) && inVain < inVainMax; share *= 2) {
            long before = best.aimByAim.counts().of(aim);
            double spent = spending.share();
            boolean isLast = spent + share + share / 2 > until;
            anneal(stage, stage.mixes().getFirst(), start(stage), isLast ? until : spent + share);
            inVain = best.aimByAim.counts().of(aim) < before ? 0 : inVain + 1;
        }
    }

    private boolean mayGoOn(Stage stage, double until) {
        return spending.share() < Math.min(until, 1) && !base.meetsBounds(best.bounds(), stage.rank());
    }

    private void anneal(Stage stage, List<MoveKind> kinds, int[] start, double until) {
        if (spending.isSpent()) {
            return;
        }
        double from = spending.share();
        line.take(start);
        run.forget();
        stage.setPrices(line);
        moves.seek(stage.sought());
        MoveKind[] mix = kinds.toArray(MoveKind[]::new);
        double half = from + (until - from) / 2;
        while (mayGoOn(stage, half)) {
            tryMany(mix, stage.heat((spending.share() - from) / (until - from)));
        }
        if (beforeColours.comeAfter(stage) && spending.share() >= half) {
            run.forget();
        }
        while (mayGoOn(stage, until)) {
            tryMany(mix, stage.heat((spending.share() - from) / (until - from)));
        }
        if (beforeColours.comeAfter(stage)) {
            beforeColours.keep(run);
        }
    }

    private void tryMany(MoveKind[] mix, double heat) {
        int tries = spending.atOnce(MOVES_BETWEEN_LOOKS);
        for (int i = 0; i < tries; i++) {
            MoveKind kind = mix[dice.below(mix.length)];
            if (moves.tryOne(kind, heat * dice.exponential())) {
                best.compare(line, spending.moves() + i);
                run.compare(line);
                if (isQuickPass()) {
                    base.compare(line);
                }
            }
        }
        spending.tried(tries);
    }

    private Found found() {
        return new Found(
                Arrays.stream(best.order).boxed().toList(),
                best.counts(),
                best.bounds(),
                best.meetsBounds(day.aims().size() - 1),
                spending.moves(),
                best.moves());
    }
}
