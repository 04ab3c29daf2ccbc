package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.LineDay;
import java.util.Arrays;
import java.util.List;

/**
 * Puts right a sequence that has been disturbed, by as few exchanges of two cars as possible: each time the one that
 * gains most. O(cars squared) for each exchange.
 */
public final class Mending {
    private static final long FIRST_PRICE = 1_000_000;
    private static final long STEP = 1_000;

    private Mending() {}

    /**
     * The order after at most so many exchanges.
     *
     * @param order all cars of the day; bounds and batches kept where the exchanges are to keep them
     * @param gainLeast an exchange that lowers the mark by less is not made; from 1
     */
    public static List<Integer> of(LineDay day, List<Integer> order, int exchangesMax, long gainLeast) {
        Line line = new Line(day);
        line.take(order.stream().mapToInt(Integer::intValue).toArray());
        price(line);
        for (int exchange = 0; exchange < exchangesMax; exchange++) {
            if (!exchangeBest(line, -gainLeast)) {
                break;
            }
        }
        int[] mended = new int[order.size()];
        line.tell(mended);
        return Arrays.stream(mended).boxed().toList();
    }

    /** Prices by the mark. */
    static void price(Line line) {
        long high = 0;
        long low = 0;
        long price = FIRST_PRICE;
        line.colourPrice = 0;
        for (Aim aim : line.day.aims()) {
            switch (aim) {
                case HIGH_RATIOS -> high = price;
                case LOW_RATIOS -> low = price;
                case COLOUR_CHANGES -> line.colourPrice = price;
            }
            price /= STEP;
        }
        line.windows.setPrices(high, low);
    }

    private static boolean exchangeBest(Line line, long costMost) {
        long best = costMost + 1;
        int bestI = -1;
        int bestK = -1;
        for (int i = line.first; i < line.end - 1; i++) {
            for (int k = i + 1; k < line.end; k++) {
                long cost = line.exchangeCost(i, k);
                if (cost < best && line.mayExchange(i, k)) {
                    best = cost;
                    bestI = i;
                    bestK = k;
                }
            }
        }
        if (bestI < 0) {
            return false;
        }
        line.exchange(bestI, bestK);
        return true;
    }
}
