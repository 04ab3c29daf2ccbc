package io.rampline.simulation.flowline;

import java.util.List;

/**
 * What a change is worth.
 *
 * @param jobsPerHour more jobs an hour; the runs with and without it share their numbers, so its interval is that of
 *     the differences
 */
public record Effect(Change change, Mean jobsPerHour) {

    /**
     * What a change is worth by runs with and without it.
     *
     * @param with runs of the changed line, in the same order and under the same seed as those without
     */
    public static Effect of(Change change, List<Replication> without, List<Replication> with) {
        double[] more = new double[without.size()];
        for (int i = 0; i < more.length; i++) {
            more[i] = with.get(i).jobsPerHour() - without.get(i).jobsPerHour();
        }
        return new Effect(change, Mean.of(more));
    }
}
