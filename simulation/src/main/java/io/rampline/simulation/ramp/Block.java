package io.rampline.simulation.ramp;

import java.util.OptionalDouble;

/**
 * Capacity that comes in one piece: a line with its first shift, or one shift more. Its climb is a logistic.
 *
 * @param line what it belongs to
 * @param name unique within its line
 * @param units a week at full rate, as announced or planned; above 0
 * @param startEarliest week in which it starts, from the origin
 * @param startLatest not before {@code startEarliest}; every week between is equally likely
 * @param chance that it comes at all, 0 to 1
 * @param climbWeeks median weeks from 10 to 90 percent, where something is known of this block
 * @param startShare median share of the full rate on the first day, above 0 and below 1; where it is not known, a block
 *     of known climb starts at a tenth and others as deep as other ramps
 */
public record Block(
        String line,
        String name,
        double units,
        double startEarliest,
        double startLatest,
        double chance,
        OptionalDouble climbWeeks,
        OptionalDouble startShare) {
    public Block {
        if (!(units > 0 && startLatest >= startEarliest && chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("found block " + line + " " + name + " with " + units
                    + " units a week, starting in week " + startEarliest + " to " + startLatest + " with chance "
                    + chance + ", expected units above 0, the earlier week first and a chance from 0 to 1");
        }
    }
}
