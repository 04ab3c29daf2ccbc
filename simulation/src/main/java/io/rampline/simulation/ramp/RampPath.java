package io.rampline.simulation.ramp;

/** One way in which the lines may have gone and may go on. Immutable. */
public final class RampPath {
    private final Ground ground;
    private final Climbs climbs;
    private final double[][] outputs;
    private final double[] levels;
    private final double[] slacks;

    RampPath(Ground ground, Climbs climbs, double[][] outputs, double[] levels, double[] slacks) {
        this.ground = ground;
        this.climbs = climbs;
        this.outputs = outputs;
        this.levels = levels;
        this.slacks = slacks;
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

    /** What the maker itself would plan on this path. */
    public LinePlan plan() {
        return new LinePlan(ground, climbs, levels, slacks);
    }
}
