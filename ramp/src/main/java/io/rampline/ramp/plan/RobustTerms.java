package io.rampline.ramp.plan;

import java.util.List;

/**
 * How a plan is to hold in several futures.
 *
 * @param futures at least one
 * @param gateBucket starts before it are the same in every future; from it on each future has its own, since by then
 *     one knows which it is
 * @param lateMinor price of an order and week beyond the guarantee, minor units: in a future with much demand the
 *     guarantee may be out of reach
 * @param tailWeight how much the mean of the worst futures counts beside the mean of all, 0 to 1
 * @param tailShare share of the futures that are the worst, above 0 to 1
 */
public record RobustTerms(List<Future> futures, int gateBucket, long lateMinor, double tailWeight, double tailShare) {
    public RobustTerms {
        futures = List.copyOf(futures);
        if (futures.isEmpty() || !(tailWeight >= 0 && tailWeight <= 1) || !(tailShare > 0 && tailShare <= 1)) {
            throw new IllegalArgumentException("found " + futures.size() + " futures, tail weight " + tailWeight
                    + ", tail share " + tailShare
                    + ", expected at least one future, a weight of 0 to 1 and a share above 0 to 1");
        }
    }
}
