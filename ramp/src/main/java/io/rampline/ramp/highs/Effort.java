package io.rampline.ramp.highs;

/**
 * How much work a solution is worth. All limits count work, none counts time, so that the same program ends in the same
 * solution on a slow and on a fast machine.
 *
 * @param relativeGap it may end as soon as the solution is proved to be within this share of the best, 0 to 1
 * @param nodesMax nodes of the search tree
 * @param iterationsMax iterations of linear programs, all together
 */
public record Effort(double relativeGap, int nodesMax, long iterationsMax) {
    /** Enough to end by itself wherever that is possible at all. */
    public static final Effort UNLIMITED = new Effort(0, Integer.MAX_VALUE, Long.MAX_VALUE);

    public Effort {
        if (!(relativeGap >= 0 && relativeGap <= 1) || nodesMax < 0 || iterationsMax < 0) {
            throw new IllegalArgumentException("found gap " + relativeGap + ", nodes " + nodesMax + ", iterations "
                    + iterationsMax + ", expected a gap of 0 to 1 and limits of 0 or more");
        }
    }
}
