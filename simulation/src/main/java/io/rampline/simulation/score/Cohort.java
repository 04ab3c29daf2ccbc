package io.rampline.simulation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the forecasts of one cohort did.
 *
 * @param count forecasts with an outturn, at least 1
 * @param held how often p10 to p90 held; 80 % are meant to
 * @param below how often the outturn lay below p10; 10 % are meant to
 * @param pinball mean pinball score of p10, p50 and p90
 * @param crps mean continuous ranked probability score
 * @param interval mean interval score of p10 to p90
 * @param error mean of p50 less outturn
 * @param relative mean |p50 - outturn| / outturn; of those whose outturn is above 0
 */
public record Cohort(
        int count, int held, int below, double pinball, double crps, double interval, double error, double relative) {
    /** By cohort, and all together under the empty name; empty when there is nothing to judge. */
    public static SortedMap<String, Cohort> of(List<Scored> scored) {
        SortedMap<String, List<Scored>> grouped = new TreeMap<>();
        for (Scored one : scored) {
            grouped.computeIfAbsent("", _ -> new ArrayList<>()).add(one);
            grouped.computeIfAbsent(one.cohort(), _ -> new ArrayList<>()).add(one);
        }
        SortedMap<String, Cohort> cohorts = new TreeMap<>();
        grouped.forEach((name, members) -> cohorts.put(name, judge(members)));
        return cohorts;
    }

    /** Share in which p10 to p90 held. */
    public double coverage() {
        return (double) held / count;
    }

    private static Cohort judge(List<Scored> members) {
        int held = 0;
        int below = 0;
        int positive = 0;
        double[] sums = new double[5];
        for (Scored one : members) {
            Forecasted forecast = one.forecast();
            double actual = one.actual();
            held += forecast.holds(actual) ? 1 : 0;
            below += actual < forecast.p10() ? 1 : 0;
            sums[0] += forecast.pinball(actual);
            sums[1] += forecast.crps(actual);
            sums[2] += forecast.interval(actual);
            sums[3] += forecast.p50() - actual;
            if (actual > 0) {
                positive++;
                sums[4] += StrictMath.abs(forecast.p50() - actual) / actual;
            }
        }
        int n = members.size();
        return new Cohort(
                n,
                held,
                below,
                sums[0] / n,
                sums[1] / n,
                sums[2] / n,
                sums[3] / n,
                positive == 0 ? 0 : sums[4] / positive);
    }
}
