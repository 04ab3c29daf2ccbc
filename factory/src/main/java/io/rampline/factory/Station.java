package io.rampline.factory;

import java.util.Optional;

/**
 * One station of a line, with everything that decides how many jobs it lets through. Times are seconds of staffed time.
 *
 * @param name unique within its line
 * @param places jobs that it can have in work at once, 1 to {@value #PLACES_MAX}
 * @param cycle time that one job takes on one place
 * @param bufferBefore jobs that may wait before it, 0 to {@value #BUFFER_MAX}; says nothing for the first station,
 *     which never waits for work
 * @param breakdowns of each place for itself; empty when it never breaks down
 * @param rework jobs that have to be done again; empty when none
 */
public record Station(
        String name,
        int places,
        Times cycle,
        int bufferBefore,
        Optional<Breakdowns> breakdowns,
        Optional<Rework> rework) {
    public static final int PLACES_MAX = 100;
    public static final int BUFFER_MAX = 10_000;
    public static final double REWORK_MAX = 0.9;

    /** Longest time between breakdowns or cycle: a year. */
    public static final double SECONDS_MAX = 366.0 * 24 * 3600;

    public Station {
        if (places < 1 || places > PLACES_MAX) {
            throw new IllegalArgumentException("found places = " + places + ", expected 1 to " + PLACES_MAX);
        }
        if (bufferBefore < 0 || bufferBefore > BUFFER_MAX) {
            throw new IllegalArgumentException(
                    "found buffer_before = " + bufferBefore + ", expected 0 to " + BUFFER_MAX);
        }
    }

    /** What runs until a place breaks down. */
    public enum Wear {
        /** Only time in work counts: a place that waits does not break down. */
        OPERATING,
        /** Time counts whether there is work or not. */
        CLOCK
    }

    /**
     * Breakdowns of a place: times between them are exponential.
     *
     * @param meanSecondsBetween from the end of a repair to the next breakdown, above 0
     * @param repair how long a repair takes
     */
    public record Breakdowns(double meanSecondsBetween, Times repair, Wear wear) {
        public Breakdowns {
            Times.check("mean time between breakdowns", meanSecondsBetween);
        }

        /** Share of the time that a place is whole when it is never kept waiting, 0 to 1. */
        public double availability() {
            return meanSecondsBetween / (meanSecondsBetween + repair.meanSeconds());
        }
    }

    /**
     * Jobs that are not good.
     *
     * @param share of the jobs that leave the station, 0 to {@value #REWORK_MAX}
     * @param toStation position of the station where they begin again, at or before this one
     */
    public record Rework(double share, int toStation) {
        public Rework {
            if (!(share >= 0 && share <= REWORK_MAX)) {
                throw new IllegalArgumentException("found rework share " + share + ", expected 0 to " + REWORK_MAX);
            }
            if (toStation < 0) {
                throw new IllegalArgumentException("found rework to station " + toStation + ", expected 0 or more");
            }
        }
    }

    /** Jobs an hour that it would do if it never waited, rework not counted off. */
    public double jobsPerHourAlone() {
        double availability = breakdowns.map(Breakdowns::availability).orElse(1.0);
        return 3600 * places * availability / cycle.meanSeconds();
    }

    public Station withCycle(Times times) {
        return new Station(name, places, times, bufferBefore, breakdowns, rework);
    }

    public Station withBuffer(int jobs) {
        return new Station(name, places, cycle, jobs, breakdowns, rework);
    }

    public Station withBreakdowns(Breakdowns other) {
        return new Station(name, places, cycle, bufferBefore, Optional.of(other), rework);
    }
}
