package io.rampline.sequence.search;

import io.rampline.sequence.day.Counts;

/** Is told what the search finds. */
@FunctionalInterface
public interface Watcher {
    /**
     * A sequence was found that is better than all before.
     *
     * @param moves tried so far
     */
    void better(Counts counts, long moves);
}
