package io.rampline.sequence.day;

import java.util.EnumSet;
import java.util.List;

/**
 * A day on one line.
 *
 * @param name for messages
 * @param ratios at most {@link #RATIOS_MAX}
 * @param before the cars of the day before, in their order; they stay where they are
 * @param cars the cars of the day, in the order in which they are given; at least one
 * @param runMax most cars of one colour in a row, from 1; counted inside the day only
 * @param aims what is to be made small, what matters most first; none twice, from one to three
 */
public record LineDay(
        String name, List<Ratio> ratios, List<Car> before, List<Car> cars, int runMax, List<Aim> aims, DayEdge edge) {
    /** One bit each in a {@code long}. */
    public static final int RATIOS_MAX = 64;

    /** Some weeks of a large plant; all counts of such a day fit in 31 bits. */
    public static final int CARS_MAX = 100_000;

    public LineDay {
        ratios = List.copyOf(ratios);
        before = List.copyOf(before);
        cars = List.copyOf(cars);
        aims = List.copyOf(aims);
        if (ratios.size() > RATIOS_MAX || cars.isEmpty() || cars.size() > CARS_MAX || runMax < 1) {
            throw new IllegalArgumentException(name + ": found " + ratios.size() + " ratios, " + cars.size()
                    + " cars, runs of " + runMax + "; expected at most " + RATIOS_MAX + " ratios, 1 to " + CARS_MAX
                    + " cars, runs of 1 or more");
        }
        if (aims.isEmpty() || EnumSet.copyOf(aims).size() != aims.size()) {
            throw new IllegalArgumentException(
                    name + ": found aims " + aims + ", expected one to three different ones");
        }
    }

    /** The longest window, 1 when there are no ratios. */
    public int longestWindow() {
        return ratios.stream().mapToInt(Ratio::in).max().orElse(1);
    }
}
