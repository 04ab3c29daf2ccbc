package io.rampline.simulation.ramp;

import java.util.List;

/** One way in which the lines may have gone and may go on. Immutable. */
public final class RampPath {
    private final Ground ground;
    private final Climbs climbs;
    private final double[][] outputs;
    private final double[] levels;

    RampPath(Ground ground, Climbs climbs, double[][] outputs, double[] levels) {
        this.ground = ground;
        this.climbs = climbs;
        this.outputs = outputs;
        this.levels = levels;
    }

    public int weeks() {
        return levels.length;
    }

    /** Units that a line builds in a week, with all that disturbs it. */
    public double output(int line, int week) {
        return outputs[line][week];
    }

    /** Units of all lines in a week. */
    public double output(int week) {
        double sum = 0;
        for (double[] line : outputs) {
            sum += line[week];
        }
        return sum;
    }

    /** Units of all lines in a period that may begin and end within weeks. */
    public double built(double from, double to) {
        double sum = 0;
        for (int week = (int) from; week < StrictMath.min(to, weeks()); week++) {
            double share = StrictMath.min(to, week + 1) - StrictMath.max(from, week);
            sum += share * output(week);
        }
        return sum;
    }

    /**
     * Units that a line is planned to build in each week from {@code known} on: the blocks that have started by that
     * week or are certain to come, at the level of that week, undisturbed.
     *
     * @param known week whose knowledge the plan has
     * @param weeks how far; weeks after the last of the path are as the last
     */
    public double[] planned(int line, int known, int weeks) {
        double[] plan = new double[weeks];
        double factor = StrictMath.exp(levels[known]);
        List<Block> blocks = ground.blocks();
        for (int b = 0; b < blocks.size(); b++) {
            boolean isKnown = climbs.isPresent(b)
                    && (climbs.start(b) <= known || blocks.get(b).chance() >= 1);
            if (isKnown && climbs.line(b) == line) {
                for (int w = 0; w < weeks; w++) {
                    int week = StrictMath.min(known + w, ground.weeks() - 1);
                    plan[w] += climbs.units(b, known + w) * ground.working().get(week) * factor;
                }
            }
        }
        return plan;
    }
}
