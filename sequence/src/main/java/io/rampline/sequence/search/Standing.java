package io.rampline.sequence.search;

import io.rampline.sequence.day.LineDay;
import java.util.List;

/**
 * How well a car stands where it stands: what an exchange with each other car would do to the mark.
 *
 * @param place of the car, from 0
 * @param better places that would lower the mark
 * @param equal places that would leave it as it is
 * @param worse places that would raise it
 * @param forbidden places that bounds or batches forbid
 * @param nextBest the place of the cheapest exchange that is allowed, -1 when there is none
 * @param nextCost what that exchange adds to the mark
 */
public record Standing(int place, int better, int equal, int worse, int forbidden, int nextBest, long nextCost) {
    /** Prices all exchanges of one car of the sequence. O(cars x ratios). */
    public static Standing of(LineDay day, List<Integer> order, int place) {
        Line line = new Line(day);
        line.take(order.stream().mapToInt(Integer::intValue).toArray());
        Mending.price(line);
        int[] found = new int[4];
        int nextBest = -1;
        long nextCost = Long.MAX_VALUE;
        int at = line.first + place;
        for (int other = line.first; other < line.end; other++) {
            if (other == at) {
                continue;
            }
            int i = Math.min(at, other);
            int k = Math.max(at, other);
            if (!line.mayExchange(i, k)) {
                found[3]++;
                continue;
            }
            long cost = line.exchangeCost(i, k);
            found[1 + Long.signum(cost)]++;
            if (cost < nextCost && !line.areLike(i, k)) {
                nextCost = cost;
                nextBest = other - line.first;
            }
        }
        return new Standing(place, found[0], found[1], found[2], found[3], nextBest, nextBest < 0 ? 0 : nextCost);
    }
}
