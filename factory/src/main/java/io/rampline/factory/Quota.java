package io.rampline.factory;

import java.util.Optional;

/**
 * What a market gets at most, and on which line it is kept for it.
 *
 * @param units ceiling of each bucket; 0 in a bucket without a row
 * @param reservedOn the line that keeps the units from markets without a quota until the release fence; empty for a
 *     ceiling only
 */
public record Quota(String market, Selector products, WeeklyUnits units, Optional<String> reservedOn) {
    /** The name of its resource: {@code EU SU7}. */
    public String resourceName() {
        return market + " " + products;
    }
}
