package io.rampline.simulation.flowline;

import java.util.List;

/**
 * How much the output of a week strays around its mean for reasons that lie in the line itself.
 *
 * @param percent standard deviation of a week's output over its mean, per cent
 * @param carry correlation of a week with the next, 0 to less than 1; 0 where chance alone would explain it
 * @param weeks weeks that were counted; 0 when no run was as long as a week
 */
public record WeekNoise(double percent, double carry, int weeks) {
    /** As far as uncertainty.toml goes. */
    private static final double CARRY_MAX = 0.99;

    static WeekNoise of(List<Replication> runs, double weekHours) {
        int each = (int) (runs.getFirst().hours() / weekHours);
        int weeks = each * runs.size();
        if (weeks < 2) {
            return new WeekNoise(0, 0, 0);
        }
        double[][] output = new double[runs.size()][each];
        double sum = 0;
        for (int run = 0; run < runs.size(); run++) {
            for (int week = 0; week < each; week++) {
                output[run][week] = runs.get(run)
                        .jobs((int) StrictMath.round(week * weekHours), (int) StrictMath.round((week + 1) * weekHours));
                sum += output[run][week];
            }
        }
        double mean = sum / weeks;
        double squares = 0;
        double products = 0;
        int pairs = 0;
        for (double[] run : output) {
            for (int week = 0; week < each; week++) {
                squares += (run[week] - mean) * (run[week] - mean);
                if (week > 0) {
                    products += (run[week] - mean) * (run[week - 1] - mean);
                    pairs++;
                }
            }
        }
        double variance = squares / (weeks - 1);
        if (variance == 0 || mean == 0) {
            return new WeekNoise(0, 0, weeks);
        }
        double carry = pairs == 0 ? 0 : products / pairs / variance;
        boolean isSure = carry > 2 / StrictMath.sqrt(StrictMath.max(1, pairs));
        return new WeekNoise(
                100 * StrictMath.sqrt(variance) / mean, isSure ? StrictMath.min(CARRY_MAX, carry) : 0, weeks);
    }
}
