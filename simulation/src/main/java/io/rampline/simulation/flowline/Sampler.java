package io.rampline.simulation.flowline;

import io.rampline.factory.Times;
import io.rampline.simulation.futures.Draws;

/**
 * Turns a number of {@link Draws} into seconds. One class for all kinds of times, so that a run with several kinds
 * calls no method through a table.
 */
final class Sampler {
    private enum Kind {
        FIXED,
        EXPONENTIAL,
        LOG_NORMAL
    }

    private final Kind kind;
    private final double mean;
    private final double location;
    private final double spread;

    private Sampler(Kind kind, double mean, double location, double spread) {
        this.kind = kind;
        this.mean = mean;
        this.location = location;
        this.spread = spread;
    }

    static Sampler of(Times times) {
        double mean = times.meanSeconds();
        return switch (times) {
            case Times.Fixed _ -> new Sampler(Kind.FIXED, mean, 0, 0);
            case Times.Exponential _ -> new Sampler(Kind.EXPONENTIAL, mean, 0, 0);
            case Times.LogNormal normal -> {
                double variance = StrictMath.log1p(normal.variation() * normal.variation());
                yield new Sampler(
                        Kind.LOG_NORMAL, mean, StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
            }
        };
    }

    boolean isFixed() {
        return kind == Kind.FIXED;
    }

    /** Seconds made of the first half of the address at which the draws stand. */
    double first(Draws draws) {
        return switch (kind) {
            case FIXED -> mean;
            case EXPONENTIAL -> -mean * StrictMath.log(draws.uniform());
            case LOG_NORMAL -> StrictMath.exp(location + spread * draws.normal());
        };
    }

    /** Seconds made of the other half. */
    double other(Draws draws) {
        return switch (kind) {
            case FIXED -> mean;
            case EXPONENTIAL -> -mean * StrictMath.log(draws.otherUniform());
            case LOG_NORMAL -> StrictMath.exp(location + spread * draws.otherNormal());
        };
    }
}
