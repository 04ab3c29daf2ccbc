package io.rampline.factory;

import java.util.Optional;

/**
 * How much of a model or of some of its trims may be built in a week.
 *
 * @param line the line it holds on; empty means all lines together
 * @param limit units a week, {@link WeeklyUnits#UNLIMITED} where there is none
 */
public record MixLimit(Optional<String> line, Selector products, WeeklyUnits limit) {
    /** The name of its resource: {@code F1 SU7 Max}, without a line {@code SU7 Max}. */
    public String resourceName() {
        return line.map(name -> name + " ").orElse("") + products;
    }
}
