package io.rampline.sequence.search;

import io.rampline.sequence.day.Counts;
import java.util.List;

/**
 * What a search came to.
 *
 * @param order indices into the cars of the day, first car of the line first
 * @param counts as the search kept them
 * @param bounds below which no count can go
 * @param isProvenOptimal whether no sequence can be better: each aim is at its bound
 * @param moves tried
 * @param movesToBest tried when this sequence was found
 */
public record Found(
        List<Integer> order, Counts counts, Counts bounds, boolean isProvenOptimal, long moves, long movesToBest) {
    public Found {
        order = List.copyOf(order);
    }
}
