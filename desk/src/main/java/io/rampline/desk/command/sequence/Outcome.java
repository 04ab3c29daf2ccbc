package io.rampline.desk.command.sequence;

import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.form.EarlierOrder;
import io.rampline.sequence.search.Found;
import java.util.Optional;

/**
 * A search and what the check says of its result.
 *
 * @param kept the earlier order that was kept instead of a search
 * @param seconds the search took
 * @param secondsToBest until the sequence was found
 */
record Outcome(
        LineDay day,
        SequenceFormat format,
        long seed,
        Optional<EarlierOrder> kept,
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
