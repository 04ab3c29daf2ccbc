package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.Steps;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.Watcher;

/** Ends a search by the clock, by the count of moves or when the user says so, and shows how far it is. */
final class Stopwatch implements Budget, Watcher {
    private static final long NANOS_BETWEEN_WORDS = 200_000_000;
    private static final double NANOS = 1e9;

    private final LineDay day;
    private final Steps steps;
    private final Interruption interruption;
    private final Speech speech;
    private final double seconds;
    private final long movesMax;
    private final long beganNanos = System.nanoTime();
    private double bestSeconds;
    private long bestMark;
    private long saidNanos = beganNanos;

    /**
     * Begins to count.
     *
     * @param seconds after which the search ends; infinite for never
     * @param movesMax after which it ends
     */
    Stopwatch(LineDay day, Steps steps, Interruption interruption, Speech speech, double seconds, long movesMax) {
        this.day = day;
        this.steps = steps;
        this.interruption = interruption;
        this.speech = speech;
        this.seconds = seconds;
        this.movesMax = movesMax;
    }

    double seconds() {
        return (System.nanoTime() - beganNanos) / NANOS;
    }

    double bestSeconds() {
        return bestSeconds;
    }

    @Override
    public double spent(long moves) {
        if (interruption.isAsked()) {
            return 1;
        }
        long now = System.nanoTime();
        if (now - saidNanos >= NANOS_BETWEEN_WORDS) {
            saidNanos = now;
            double took = seconds();
            steps.tell(speech.say("progress.moves", speech.number(bestMark), speech.decimal(moves / took / 1e6)));
        }
        double byMoves = (double) moves / movesMax;
        return Double.isInfinite(seconds) ? byMoves : Math.max(byMoves, seconds() / seconds);
    }

    @Override
    public long left(long moves) {
        return movesMax - moves;
    }

    @Override
    public void better(Counts counts, long moves) {
        bestSeconds = seconds();
        bestMark = counts.mark(day.aims());
    }
}
