package io.rampline.simulation.ramp;

import java.util.List;
import java.util.TreeSet;

/**
 * All that an estimate stands on. Week 0 is the origin of every time in it.
 *
 * @param blocks at least one
 * @param seen what was built, in any order; periods may overlap, and weeks may be missing
 * @param now first week of which nothing is known; nothing in {@code seen} ends after its beginning
 * @param working share of a usual week in which each week works, from week 0 on; as many as there are weeks to
 *     estimate, more than {@code now}
 */
public record Ground(List<Block> blocks, List<Output> seen, int now, List<Double> working, RampPrior prior) {
    public Ground {
        blocks = List.copyOf(blocks);
        seen = List.copyOf(seen);
        working = List.copyOf(working);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("found no block of capacity, expected at least one");
        }
        for (Output output : seen) {
            if (output.to() > now || output.from() < 0) {
                throw new IllegalArgumentException("found " + output.units() + " units from week " + output.from()
                        + " to " + output.to() + ", expected periods between week 0 and week " + now
                        + ". Maybe it is dated after the day of the estimate.");
            }
        }
    }

    /** Weeks to estimate: those that are past and those to come. */
    public int weeks() {
        return working.size();
    }

    /** Names of the lines, in alphabetical order; a line's place is its number. */
    public List<String> lines() {
        TreeSet<String> names = new TreeSet<>();
        blocks.forEach(block -> names.add(block.line()));
        return List.copyOf(names);
    }
}
