package io.rampline.simulation.ramp;

import java.util.List;

/**
 * What the lines built and will build, as equally likely paths week by week: the posterior where something was seen,
 * and its continuation after that.
 *
 * <p>Output of a week = sum over blocks of (units x ceiling factors x climb) x working share x exp(level + noise) x (1
 * - loss while stopped). The ceiling factor of a block is the product of one for all, one for its line and one of its
 * own, so that what one line teaches counts for a line of the same maker. Level is a random walk with a jump now and
 * then, noise log-AR(1), stops a mixture. Updated week by week by particles (bootstrap filter, systematic resampling
 * when fewer than half count, figures that do not change moved by the kernel of Liu and West, so that their mean and
 * variance stay). The particles start where two passes before found what agrees with the figures ({@link Proposal}).
 *
 * <p>A count weighs by Student's t with 4 degrees of freedom on its logarithm: one odd figure does not outvote the
 * rest.
 *
 * <p>Cost: O(particles x blocks x weeks). The same ground, seed and number give the same paths on every machine.
 *
 * <p>Sources: Gordon, Salmond and Smith, IEE Proceedings F 140, 1993; Liu and West in Doucet, de Freitas and Gordon,
 * Sequential Monte Carlo Methods in Practice, 2001, chapter 10.
 *
 * <p>Not here: what was ordered; a line is never idle for want of orders.
 */
public final class Estimate {
    /** Enough for the tenths that are told; half of them move p10 of a month by less than one percent. */
    public static final int PARTICLES = 2_000;

    /** As many as one machine has memory for; beyond this nothing that is told changes. */
    public static final int PARTICLES_MAX = 50_000;

    /** From which the last start is drawn: a few figures leave little of what was believed before. */
    private static final int LOOKS_AROUND = 2;

    private final List<String> lines;
    private final List<RampPath> paths;

    private Estimate(List<String> lines, List<RampPath> paths) {
        this.lines = lines;
        this.paths = List.copyOf(paths);
    }

    /**
     * Estimates.
     *
     * @param particles 10 to {@value #PARTICLES_MAX}
     */
    public static Estimate of(Ground ground, long seed, int particles) {
        if (particles < 10 || particles > PARTICLES_MAX) {
            throw new IllegalArgumentException("found " + particles + " particles, expected 10 to " + PARTICLES_MAX);
        }
        Proposal proposal = Proposal.prior();
        for (int round = 0; round < LOOKS_AROUND && ground.now() > 0; round++) {
            Cloud looking = new Cloud(ground, seed, particles, proposal);
            looking.run(ground.now());
            proposal = proposal.sharpened(looking.climbs(), Climbs.size(ground));
        }
        Cloud cloud = new Cloud(ground, seed, particles, proposal);
        cloud.run(ground.weeks());
        return new Estimate(ground.lines(), cloud.paths());
    }

    /** Names of the lines; a line's place is its number. */
    public List<String> lines() {
        return lines;
    }

    /** Equally likely. */
    public List<RampPath> paths() {
        return paths;
    }

    /** What each path builds in a period, all lines together, in the order of the paths. */
    public double[] built(double from, double to) {
        return paths.stream().mapToDouble(path -> path.built(from, to)).toArray();
    }
}
