package io.rampline.proving.backtest;

import io.rampline.simulation.ramp.Block;
import io.rampline.simulation.ramp.Estimate;
import io.rampline.simulation.ramp.Ground;
import io.rampline.simulation.ramp.Output;
import io.rampline.simulation.ramp.PublicRamp;
import io.rampline.simulation.ramp.RampPrior;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Public ramps, each forecast period by period from its own first figures and from what the others teach: one ramp out
 * at a time. Others may have been later; what is tried is the family and not the day.
 */
final class RampsStudy {
    /** Periods that must be known before the first forecast. */
    private static final int KNOWN = 2;

    private static final int STEPS = 4;
    private static final double ROOM_ABOVE_SEEN = 2;
    private static final double CEILING_SPREAD = 0.15;

    /** Of a ceiling that nobody told. */
    private static final double UNTOLD_SPREAD = 0.5;

    private final List<PublicRamp> ramps;
    private final Map<String, List<Block>> told;
    private final long seed;
    private final int particles;

    /**
     * Prepares.
     *
     * @param told blocks that a maker told of, by maker; without them a ceiling above what was seen is taken, and
     *     little trusted
     */
    RampsStudy(List<PublicRamp> ramps, Map<String, List<Block>> told, long seed, int particles) {
        this.ramps = List.copyOf(ramps);
        this.told = Map.copyOf(told);
        this.seed = seed;
        this.particles = particles;
    }

    /** By ramp and step; and by step for all ramps together, in shares of each ramp's best period. */
    Map<String, Marks> run() {
        Map<String, Marks> marks = new TreeMap<>();
        for (PublicRamp ramp : ramps) {
            for (int known = KNOWN; known < ramp.periods().size(); known++) {
                forecast(ramp, known, marks);
            }
        }
        return marks;
    }

    private void forecast(PublicRamp ramp, int known, Map<String, Marks> marks) {
        List<Output> seen = ramp.periods().subList(0, known);
        int steps = Math.min(STEPS, ramp.periods().size() - known);
        int now = (int) Math.ceil(seen.getLast().to());
        int weeks = (int) Math.ceil(ramp.periods().get(known + steps - 1).to()) + 1;
        List<Block> blocks = told.getOrDefault(ramp.maker(), List.of());
        RampPrior prior = RampPrior.from(ramps, ramp.maker(), LocalDate.MAX)
                .withCeilingSpread(blocks.isEmpty() ? UNTOLD_SPREAD : CEILING_SPREAD);
        Ground ground = new Ground(
                blocks.isEmpty() ? List.of(above(seen)) : blocks, seen, now, Collections.nCopies(weeks, 1.0), prior);
        Estimate estimate = Estimate.of(ground, seed, particles);
        double best = ramp.periods().stream().mapToDouble(Output::units).max().orElseThrow();
        Output last = seen.get(known - 1);
        Output before = seen.get(known - 2);
        for (int step = 1; step <= steps; step++) {
            Output came = ramp.periods().get(known + step - 1);
            double length = came.to() - came.from();
            double rate = last.units() / (last.to() - last.from());
            double earlier = before.units() / (before.to() - before.from());
            double line = Math.max(0, rate + step * (rate - earlier));
            double ratio = rate * Math.pow(rate / earlier, step);
            double[] values = estimate.built(came.from(), came.to());
            add(
                    marks,
                    ramp.maker() + " " + ramp.model(),
                    step,
                    values,
                    1,
                    came.units(),
                    length * rate,
                    length * line,
                    length * ratio);
            add(
                    marks,
                    "all, percent of best period",
                    step,
                    values,
                    100 / best,
                    came.units(),
                    length * rate,
                    length * line,
                    length * ratio);
        }
    }

    private static void add(
            Map<String, Marks> marks,
            String name,
            int step,
            double[] values,
            double scale,
            double came,
            double... plain) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scale * values[i];
        }
        marks.computeIfAbsent(name + ", step " + step, _ -> new Marks())
                .add(
                        new Forecasted(scaled),
                        scale * came,
                        Optional.of(scale * plain[0]),
                        Optional.of(scale * plain[1]),
                        Optional.of(scale * plain[2]));
    }

    private static Block above(List<Output> seen) {
        double most = seen.stream()
                .mapToDouble(output -> output.units() / (output.to() - output.from()))
                .max()
                .orElseThrow();
        return new Block("*", "*", ROOM_ABOVE_SEEN * most, 0, 0, 1, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
