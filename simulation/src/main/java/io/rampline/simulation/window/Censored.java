package io.rampline.simulation.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The share that missed among customers of whom some left before it was known. Those who stay are weighted by the
 * inverse of the chance not to have left by then (Kaplan and Meier's estimate of leaving, within the cohort): leaving
 * early would otherwise hide misses, since whoever waits longer leaves more often.
 *
 * <p>Source: inverse probability of censoring weights, Robins and Rotnitzky 1992.
 */
final class Censored {
    private Censored() {}

    /**
     * One customer.
     *
     * @param week in which it was known, or in which the customer left
     * @param left whether the customer left before it was known
     * @param missed whether the window did not hold; nothing for who left
     */
    record Seen(int week, boolean left, boolean missed) {}

    /** The share, 0 to 1; not a number when everybody left. */
    static double missedShare(List<Seen> cohort) {
        List<Seen> inTime = new ArrayList<>(cohort);
        // On a tie what is known comes before who leaves, as in the estimate.
        inTime.sort(Comparator.comparingInt(Seen::week).thenComparing(Seen::left));
        double stayed = 1;
        double weights = 0;
        double misses = 0;
        for (int i = 0; i < inTime.size(); i++) {
            Seen seen = inTime.get(i);
            if (seen.left()) {
                stayed *= 1 - 1.0 / (inTime.size() - i);
            } else {
                weights += 1 / stayed;
                misses += seen.missed() ? 1 / stayed : 0;
            }
        }
        return weights == 0 ? Double.NaN : misses / weights;
    }
}
