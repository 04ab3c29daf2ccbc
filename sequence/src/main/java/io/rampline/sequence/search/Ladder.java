package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;

/**
 * Several lines with the same cars, each at a temperature of its own, from cold to hot; now and then two neighbours
 * change places (exchange Monte Carlo; Hukushima and Nemoto, 1996). The hot ones wander far, the cold ones settle what
 * the hot ones found. Unlike one line that cools, this has no schedule that must fit the time there is.
 *
 * <p>The steps between temperatures widen while neighbours often change places and narrow while they seldom do, so that
 * the ladder fits days of any size. O(rungs) memory of a line.
 */
final class Ladder {
    /** Beyond it so many lines would take too much memory, and the time of a minute is not enough for all of them. */
    static final int CARS_MAX = 2_000;

    private static final int RUNGS = 9;
    private static final int MOVES_BETWEEN_EXCHANGES = 1_024;
    /** Of the aim's price: there, what is good is seldom lost. */
    private static final double COLDEST = 0.09;

    private static final double STEP_AT_FIRST = 0.1;
    private static final double STEP_MIN = 0.01;
    private static final double STEP_MAX = 0.5;

    /** Neighbours are to change places this often. */
    private static final double EXCHANGES_WANTED = 0.3;

    private static final double LEARNING_AT_FIRST = 0.1;
    private static final double LEARNING_AT_LAST = 0.002;
    private static final double LEARNING_ROUNDS = 500;

    private final Dice dice;
    private final MoveKind[] mix;
    private final Stage stage;
    private final Aim aim;
    private final Line[] lines = new Line[RUNGS];
    private final Moves[] moves = new Moves[RUNGS];
    private final double[] steps = new double[RUNGS];
    private final double[] heats = new double[RUNGS];

    /** @param stage of the only aim of the day */
    Ladder(BestOrder best, Line pattern, Stage stage, Dice dice) {
        this.dice = dice;
        this.stage = stage;
        aim = pattern.day.aims().getFirst();
        mix = stage.mixes().getFirst().toArray(MoveKind[]::new);
        for (int rung = 0; rung < RUNGS; rung++) {
            Line line = new Line(pattern.day);
            line.take(best.order);
            stage.setPrices(line);
            lines[rung] = line;
            moves[rung] = new Moves(line, new Families(line, line.windows.bits(true)), dice);
            moves[rung].seek(stage.sought());
            steps[rung] = STEP_AT_FIRST;
        }
    }

    void run(BestOrder best, Spending spending, double until) {
        for (int round = 0; spending.share() < until && !best.meetsBounds(stage.rank()); round++) {
            for (int rung = 0; rung < RUNGS && !spending.isSpent(); rung++) {
                heats[rung] = rung == 0 ? COLDEST * stage.price(aim) : heats[rung - 1] * (1 + steps[rung]);
                tryMany(rung, best, spending);
            }
            for (int rung = 1 + (round & 1); rung < RUNGS; rung += 2) {
                meet(rung, LEARNING_AT_LAST + LEARNING_AT_FIRST / (1 + round / LEARNING_ROUNDS));
            }
        }
    }

    private void tryMany(int rung, BestOrder best, Spending spending) {
        int tries = spending.atOnce(MOVES_BETWEEN_EXCHANGES);
        for (int i = 0; i < tries; i++) {
            MoveKind kind = mix[dice.below(mix.length)];
            if (moves[rung].tryOne(kind, heats[rung] * dice.exponential())) {
                best.compare(lines[rung], spending.moves() + i);
            }
        }
        spending.tried(tries);
    }

    /** The line on a rung and the one below it change places, surely when the hotter one is better. */
    private void meet(int rung, double learning) {
        long worse = BestOrder.count(lines[rung], aim) - BestOrder.count(lines[rung - 1], aim);
        double loss = stage.price(aim) * worse * (1 / heats[rung - 1] - 1 / heats[rung]);
        if (loss <= dice.exponential()) {
            swap(lines, rung);
            swap(moves, rung);
            steps[rung] *= 1 + learning * (1 - EXCHANGES_WANTED);
        } else {
            steps[rung] *= 1 - learning * EXCHANGES_WANTED;
        }
        steps[rung] = Math.clamp(steps[rung], STEP_MIN, STEP_MAX);
    }

    private static <T> void swap(T[] all, int rung) {
        T upper = all[rung];
        all[rung] = all[rung - 1];
        all[rung - 1] = upper;
    }
}
