package io.rampline.desk.command.sequence;

import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Found;

/**
 * A search and what the check says of its result.
 *
 * @param seconds the search took
 * @param secondsToBest until the sequence was found
 */
record Outcome(
        LineDay day,
        SequenceFormat format,
        long seed,
        Found found,
        Verdict verdict,
        double seconds,
        double secondsToBest) {
    long mark() {
        return verdict.counts().mark(day.aims());
    }

    double movesPerSecond() {
        return seconds == 0 ? 0 : found.moves() / seconds;
    }
}
