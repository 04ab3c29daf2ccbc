package io.rampline.desk.timetable;

/**
 * How sure a plan is: the futures of output, outages, demand and cancellations in which everything it guarantees is
 * kept for everybody.
 *
 * @param futures how many were lived through, 1 or more
 * @param kept in how many of them nobody waited longer than guaranteed, 0 to all
 * @param seed which futures
 */
public record PlanInFutures(long futures, long kept, long seed) {
    public PlanInFutures {
        if (futures < 1 || kept < 0 || kept > futures) {
            throw new IllegalArgumentException(
                    "found " + kept + " of " + futures + " futures, expected 0 to all of at least one");
        }
    }

    /** The probability that the plan holds, 0 to 1. */
    public double share() {
        return kept / (double) futures;
    }
}
