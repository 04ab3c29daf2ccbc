package io.rampline.sequence.search;

import io.rampline.sequence.bound.LowerBounds;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
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
    private static final int RACE_RUNS = 2;
    private static final double QUICK_PASS_SHARE = 0.04;

    private final LineDay day;
    private final Budget budget;
    private final Watcher watcher;
    private final Line line;
    private final Dice dice;
    private final Moves moves;
    private final Counts bounds;
    private final int[] best;
    private Counts bestCounts;
    private long bestMark;
    private long bestMoves;
    private long runMark;
    private long tried;
    private double spent;

    Annealing(LineDay day, long seed, Budget budget, Watcher watcher) throws NoSequence {
        this.day = day;
        this.budget = budget;
        this.watcher = watcher;
        best = new FirstOrder(day).find();
        line = new Line(day);
        line.take(best);
        dice = new Dice(seed);
        moves = new Moves(line, new Families(line, line.windows.bits(true)), dice);
        bounds = LowerBounds.of(day);
        bestCounts = line.counts();
        bestMark = bestCounts.mark(day.aims());
    }

    Found run() {
        improve();
        return found();
    }

    private void improve() {
        watcher.better(bestCounts, 0);
        spent = budget.spent(0);
        Stage[] stages = Stage.of(day.aims(), line.windows);
        if (stages.length > 1) {
            pass(stages, 0, QUICK_PASS_SHARE);
            doubling(stages[0], IN_VAIN_MAX, FIRST_AIM_UNTIL);
            pass(stages, 1, 1);
        } else {
            doubling(stages[0], Integer.MAX_VALUE, 1);
        }
    }

    /**
     * All aims from one on, one after the other; the first pass is short, so that whoever ends the search early has
     * something good.
     */
    private void pass(Stage[] stages, int first, double until) {
        for (int s = first; s < stages.length; s++) {
            double shares = DESCENT_SHARE;
            for (int later = s; later < stages.length; later++) {
                shares += stages[later].share();
            }
            race(stages[s], spent + (until - spent) * stages[s].share() / shares);
        }
        race(Stage.descent(day.aims(), line.windows), until);
    }

    /**
     * Where there are several mixes, each has some short runs from the same start, and the best of them the long one.
     */
    private void race(Stage stage, double until) {
        List<MoveKind> winner = stage.mixes().getFirst();
        if (stage.mixes().size() > 1) {
            int[] start = best.clone();
            double each = RACE_SHARE * (until - spent);
            long lowest = Long.MAX_VALUE;
            for (int run = 0; run < RACE_RUNS * stage.mixes().size(); run++) {
                List<MoveKind> mix = stage.mixes().get(run % stage.mixes().size());
                long reached = anneal(stage, mix, start, spent + each);
                winner = reached < lowest ? mix : winner;
                lowest = Math.min(lowest, reached);
            }
        }
        anneal(stage, winner, best, until);
    }

    /** Runs twice as long each time, until the bound is met or some in a row bring nothing. */
    private void doubling(Stage stage, int inVainMax, double until) {
        List<Aim> upTo = day.aims().subList(0, stage.rank() + 1);
        int inVain = 0;
        for (double share = FIRST_RUN_SHARE; spent < until && inVain < inVainMax && !isDone(upTo); share *= 2) {
            long before = bestCounts.of(upTo.getLast());
            boolean isLast = spent + share + share / 2 > until;
            anneal(stage, stage.mixes().getFirst(), best, isLast ? until : spent + share);
            inVain = bestCounts.of(upTo.getLast()) < before ? 0 : inVain + 1;
        }
    }

    /** The lowest mark that the run came to. */
    private long anneal(Stage stage, List<MoveKind> kinds, int[] start, double until) {
        double from = spent;
        line.take(start);
        runMark = Long.MAX_VALUE;
        stage.setPrices(line);
        moves.seek(stage.sought());
        List<Aim> upTo = day.aims().subList(0, stage.rank() + 1);
        MoveKind[] mix = kinds.toArray(MoveKind[]::new);
        while (spent < until && !isDone(upTo)) {
            double heat = stage.heat((spent - from) / (until - from));
            tryMany(mix, heat);
            spent = budget.spent(tried);
        }
        return runMark;
    }

    private void tryMany(MoveKind[] mix, double heat) {
        for (int i = 0; i < MOVES_BETWEEN_LOOKS; i++) {
            MoveKind kind = mix[dice.below(mix.length)];
            if (moves.tryOne(kind, heat * dice.exponential())) {
                look(i);
            }
        }
        tried += MOVES_BETWEEN_LOOKS;
    }

    private void look(int since) {
        long mark = mark();
        runMark = Math.min(runMark, mark);
        if (mark < bestMark) {
            bestMark = mark;
            bestCounts = line.counts();
            bestMoves = tried + since;
            line.tell(best);
            watcher.better(bestCounts, bestMoves);
        }
    }

    private long mark() {
        long mark = 0;
        long factor = 1_000_000;
        for (int rank = 0; rank < day.aims().size(); rank++) {
            mark += factor
                    * switch (day.aims().get(rank)) {
                        case HIGH_RATIOS -> line.windows.highCount();
                        case LOW_RATIOS -> line.windows.lowCount();
                        case COLOUR_CHANGES -> line.colours();
                    };
            factor /= 1_000;
        }
        return mark;
    }

    private boolean isDone(List<Aim> aims) {
        for (Aim aim : aims) {
            if (bestCounts.of(aim) > bounds.of(aim)) {
                return false;
            }
        }
        return true;
    }

    private Found found() {
        return new Found(
                Arrays.stream(best).boxed().toList(), bestCounts, bounds, isDone(day.aims()), tried, bestMoves);
    }
}
