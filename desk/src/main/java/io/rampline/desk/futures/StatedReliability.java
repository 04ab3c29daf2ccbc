package io.rampline.desk.futures;

import io.rampline.simulation.window.Fate;
import io.rampline.simulation.window.StatedWeek;
import io.rampline.simulation.window.Statement;
import io.rampline.simulation.window.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was stated against what came: a reliability diagram of the probabilities that promised weeks are kept, and how
 * many windows held. Counted is what is over: a statement whose promised week has passed, a window whose last week has.
 * To count early deliveries before would favour what was kept. Who left is left out.
 *
 * @param weeks in which something was stated that is over
 * @param bins of equal width from 0 to 1
 * @param windows that are over
 * @param windowsHeld deliveries inside them
 */
public record StatedReliability(int weeks, List<Bin> bins, int windows, int windowsHeld) {
    public static final int BINS = 10;

    public StatedReliability {
        bins = List.copyOf(bins);
    }

    /**
     * Statements of a like probability.
     *
     * @param statements how many are over
     * @param stated mean of what was stated, 0 without any
     * @param came in how many of them the car had been delivered by the promised week
     */
    public record Bin(int statements, double stated, int came) {}

    /** Counts as they grow. */
    private static final class Sums {
        private final int[] statements = new int[BINS];
        private final double[] stated = new double[BINS];
        private final int[] came = new int[BINS];
        private int weeks;
        private int windows;
        private int held;
    }

    /**
     * Counts.
     *
     * @param fates by what a statement calls its order; one without a fate is open
     * @param nowWeek number of the present week, which is not over
     */
    public static StatedReliability of(List<StatedWeek> stated, Map<String, Fate> fates, int nowWeek) {
        Sums sums = new Sums();
        for (StatedWeek week : stated) {
            int before = sums.windows + IntStream.of(sums.statements).sum();
            for (Statement statement : week.statements()) {
                count(statement, fates.getOrDefault(statement.orderId(), new Fate.Open()), nowWeek, sums);
            }
            sums.weeks += sums.windows + IntStream.of(sums.statements).sum() > before ? 1 : 0;
        }
        List<Bin> bins = IntStream.range(0, BINS)
                .mapToObj(bin -> new Bin(
                        sums.statements[bin],
                        sums.statements[bin] == 0 ? 0 : sums.stated[bin] / sums.statements[bin],
                        sums.came[bin]))
                .toList();
        return new StatedReliability(sums.weeks, bins, sums.windows, sums.held);
    }

    private static void count(Statement statement, Fate fate, int nowWeek, Sums sums) {
        int delivered = switch (fate) {
            case Fate.Delivered done -> done.week();
            case Fate.Open _ -> Integer.MAX_VALUE;
            case Fate.Left _ -> Integer.MIN_VALUE;
        };
        if (delivered == Integer.MIN_VALUE) {
            return;
        }
        if (statement.promisedWeek() < nowWeek) {
            int bin = Math.min(BINS - 1, (int) (statement.keptProbability() * BINS));
            sums.statements[bin]++;
            sums.stated[bin] += statement.keptProbability();
            sums.came[bin] += delivered <= statement.promisedWeek() ? 1 : 0;
        }
        if (statement.late() != Window.BEYOND_HORIZON && statement.late() < nowWeek) {
            sums.windows++;
            sums.held += delivered >= statement.early() && delivered <= statement.late() ? 1 : 0;
        }
    }

    /** Statements that are over. */
    public int statements() {
        return bins.stream().mapToInt(Bin::statements).sum();
    }
}
