package io.rampline.promise.reassign;

/**
 * A row of costs in the strict order of the aims: weight left out, then weighted lateness, then churn. They are kept as
 * three numbers each and compared one after the other, so nothing has to be scaled and nothing can be rounded or run
 * over.
 *
 * <p>Churn holds two aims in one number, {@link #CHANGE} x changes + drift. That is exact as long as the drifts that
 * meet in a sum stay below 2<sup>31</sup>. They do: costs are only added along a chain of moves that enters each bucket
 * once, so its drift is below B x (B + 1) &lt; 2<sup>21</sup> for B = {@link ReassignmentProblem#BUCKETS_MAX} buckets,
 * and at most ten such sums meet (see {@link OverloadRelief}).
 */
final class LexicographicCosts {

    /** One change, in the unit of churn. */
    static final long CHANGE = 1L << 32;

    final long[] left;
    final long[] late;
    final long[] churn;

    LexicographicCosts(int size) {
        left = new long[size];
        late = new long[size];
        churn = new long[size];
    }

    void set(int i, long newLeft, long newLate, long newChurn) {
        left[i] = newLeft;
        late[i] = newLate;
        churn[i] = newChurn;
    }

    /** Negative, zero or positive as the cost at i is below, equal to or above the given one. */
    int compare(int i, long otherLeft, long otherLate, long otherChurn) {
        if (left[i] != otherLeft) {
            return left[i] < otherLeft ? -1 : 1;
        }
        if (late[i] != otherLate) {
            return late[i] < otherLate ? -1 : 1;
        }
        return Long.compare(churn[i], otherChurn);
    }

    /** As above, against the cost at j. */
    int compare(int i, int j) {
        return compare(i, left[j], late[j], churn[j]);
    }
}
