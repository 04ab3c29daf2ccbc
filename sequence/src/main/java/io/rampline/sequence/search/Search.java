package io.rampline.sequence.search;

import io.rampline.sequence.day.LineDay;

/** Seeks a good order of a day's cars. */
public final class Search {
    private Search() {}

    /**
     * Seeks a sequence until the budget is spent, or no sequence can be better.
     *
     * <p>The same day, seed and budget of moves give the same sequence on every machine.
     *
     * @param watcher is told of every better sequence, the first included
     * @throws NoSequence when batches and bounds allow none, or none was found to begin with
     */
    public static Found run(LineDay day, long seed, Budget budget, Watcher watcher) throws NoSequence {
        return new Annealing(day, seed, budget, watcher).run();
    }
}
