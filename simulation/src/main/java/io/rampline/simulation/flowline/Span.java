package io.rampline.simulation.flowline;

/**
 * How long a line is watched, in hours of staffed time.
 *
 * @param warmUpHours hours before counting begins, for an empty line to fill, 0 or more
 * @param hours hours that count, 1 to {@value #HOURS_MAX}
 */
public record Span(int warmUpHours, int hours) {
    /** Twenty years around the clock. */
    public static final int HOURS_MAX = 200_000;

    public Span {
        if (warmUpHours < 0 || warmUpHours > HOURS_MAX || hours < 1 || hours > HOURS_MAX) {
            throw new IllegalArgumentException("found " + warmUpHours + " h before " + hours
                    + " h, expected 0 or more before 1 or more, at most " + HOURS_MAX);
        }
    }
}
