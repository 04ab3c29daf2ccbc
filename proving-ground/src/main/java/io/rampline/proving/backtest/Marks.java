package io.rampline.proving.backtest;

import io.rampline.simulation.score.Forecasted;
import io.rampline.simulation.score.Scores;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a set of forecasts comes to beside plain rules over the same outturns. Grows while forecasts are added. */
final class Marks {
    static final String HEAD = "%-34s %5s %8s %8s %10s %10s %10s %10s %10s"
            .formatted("", "count", "in 80 %", "in 90 %", "CRPS", "interval", "last", "line", "ratio");

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final int RULES = 3;

    private int count;
    private int within80;
    private int within90;
    private double crps;
    private double interval;
    /** Absolute errors of last value, line and ratio: a single value's CRPS. */
    private final double[] plain = new double[RULES];

    private final int[] told = new int[RULES];

    void add(Forecasted forecast, double actual, Optional<Double> last, Optional<Double> line, Optional<Double> ratio) {
        count++;
        within80 += forecast.holds(actual) ? 1 : 0;
        within90 += actual >= forecast.quantile(LOW) && actual <= forecast.quantile(HIGH) ? 1 : 0;
        crps += Scores.crps(actual, forecast.values());
        interval += forecast.interval(actual);
        int rule = 0;
        for (Optional<Double> value : Arrays.asList(last, line, ratio)) {
            if (value.isPresent()) {
                plain[rule] += Math.abs(value.get() - actual);
                told[rule]++;
            }
            rule++;
        }
    }

    double crps() {
        return crps / count;
    }

    /** Mean absolute error of the last value. */
    double last() {
        return plain[0] / told[0];
    }

    double within80() {
        return (double) within80 / count;
    }

    String line(String name) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-34s %5d %8.0f %8.0f %,10.1f %,10.1f",
                name,
                count,
                100.0 * within80 / count,
                100.0 * within90 / count,
                crps / count,
                interval / count));
        for (int rule = 0; rule < RULES; rule++) {
            text.append(
                    told[rule] == 0 ? "          -" : String.format(Locale.ROOT, " %,10.1f", plain[rule] / told[rule]));
        }
        return text.toString();
    }
}
