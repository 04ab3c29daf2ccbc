package io.rampline.simulation.ramp;

import java.util.List;

/**
 * What a maker plans that lives on one path: the blocks that have started by its day or are certain to come, at the
 * level of that day, undisturbed. What holds a line back for a while is planned to pass as it usually does. Immutable.
 */
public final class LinePlan {
    /** Three years: nobody is told a longer wait. */
    public static final int WEEKS_AHEAD_MAX = 156;

    private final Ground ground;
    private final Climbs climbs;
    private final double[] levels;
    private final double[] slacks;
    /** By block and week. */
    private final double[][] units;

    LinePlan(Ground ground, Climbs climbs, double[] levels, double[] slacks) {
        this.ground = ground;
        this.climbs = climbs;
        this.levels = levels;
        this.slacks = slacks;
        List<Block> blocks = ground.blocks();
        this.units = new double[blocks.size()][ground.weeks() + WEEKS_AHEAD_MAX];
        for (int b = 0; b < units.length; b++) {
            for (int week = 0; week < units[b].length; week++) {
                double working = ground.working().get(StrictMath.min(week, ground.weeks() - 1));
                units[b][week] = working * climbs.units(b, week);
            }
        }
    }

    /**
     * Units planned for each of the {@value #WEEKS_AHEAD_MAX} weeks from {@code known} on.
     *
     * @param known week whose knowledge the plan has
     */
    public double[] of(int line, int known) {
        double[] plan = new double[WEEKS_AHEAD_MAX];
        double lasting = levels[known] - slacks[known];
        for (int b = 0; b < units.length; b++) {
            boolean isKnown = climbs.isPresent(b)
                    && (climbs.start(b) <= known || ground.blocks().get(b).chance() >= 1);
            if (isKnown && climbs.line(b) == line) {
                double slack = slacks[known];
                for (int ahead = 0; ahead < plan.length; ahead++) {
                    plan[ahead] += StrictMath.exp(lasting + slack) * units[b][known + ahead];
                    slack *= Cloud.SLACK_CARRY;
                }
            }
        }
        return plan;
    }
}
