package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an empty line takes to run as it always will: the cut after which the mean output of the hours is known best
 * (MSER-5). Source: White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69
 * (1997).
 */
public final class WarmUp {
    private static final int BATCH = 5;
    private static final int PILOTS = 5;
    /** Apart from those that are counted, so that the cut does not depend on them. */
    private static final long FIRST_PILOT = 1L << 40;

    private WarmUp() {}

    /** Hours to cut, at most half of those that are looked at. */
    public static int hours(FlowLine line, int lookedAt, long seed) {
        List<Replication> pilots = new ArrayList<>();
        for (int i = 0; i < PILOTS; i++) {
            pilots.add(Replication.of(line, new Span(0, lookedAt), seed, FIRST_PILOT + i, false));
        }
        int batches = lookedAt / BATCH;
        double[] means = new double[batches];
        for (int batch = 0; batch < batches; batch++) {
            for (Replication pilot : pilots) {
                means[batch] += pilot.jobs(batch * BATCH, (batch + 1) * BATCH);
            }
        }
        return BATCH * cut(means);
    }

    /** How many values to cut from the front, at most half. */
    static int cut(double[] values) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cut = 0; cut <= values.length / 2; cut++) {
            int left = values.length - cut;
            if (left == 0) {
                break;
            }
            double sum = 0;
            for (int i = cut; i < values.length; i++) {
                sum += values[i];
            }
            double squares = 0;
            for (int i = cut; i < values.length; i++) {
                squares += (values[i] - sum / left) * (values[i] - sum / left);
            }
            if (squares / left / left < least) {
                least = squares / left / left;
                best = cut;
            }
        }
        return best;
    }
}
