package io.rampline.simulation.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A burst of orders before one line of constant capacity: T = ln(1 + theta N / c) / theta. */
class BurstTest {
    private static final int ORDERS = 240_000;
    private static final int PER_WEEK = 5_000;

    @ParameterizedTest
    @CsvSource({"0, 48.0", "0.0025, 45.3315", "0.01, 39.2042"})
    void theLastOfABurstWaitsAsTheClosedFormSays(double theta, double expectedWeeks) {
        assertThat(loadedWeeks(theta, 4_000)).isCloseTo(expectedWeeks, within(0.001));
        assertThat(loadedWeeks(theta, 100)).isCloseTo(expectedWeeks, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0.0025, 45.291", "0.01, 39.183"})
    void customersWhoDrawTheirPatienceOneByOneWaitAsLong(double theta, double simulatedElsewhere) {
        SplittableRandom random = new SplittableRandom(3);
        double weeks = 0;
        for (int i = 0; i < ORDERS; i++) {
            double patience = -Math.log(1 - random.nextDouble()) / theta;
            if (patience > weeks) {
                weeks += 1.0 / PER_WEEK;
            }
        }

        assertThat(loadedWeeks(theta, 4_000)).isCloseTo(weeks, within(0.2)).isCloseTo(simulatedElsewhere, within(0.2));
    }

    /** Weeks until the last unit is built, the share of the last week counted. */
    private static double loadedWeeks(double theta, int groups) {
        double percentPerMonth = 100 * (1 - Math.exp(-theta * Cancellations.WEEKS_PER_MONTH));
        Network network =
                Network.of(OneLine.scenario(60, PER_WEEK, new Cancellations(percentPerMonth, new TreeMap<>())));
        Futures futures = new Futures(network, Uncertainty.NONE, 1);
        WaitingLine line =
                WaitingLine.of(network, OneLine.book(ORDERS), futures.models(), Uncertainty.Leaving.AS_PLANNED, groups);
        Loading loading = new Loading(line);
        Course course = futures.course();
        futures.write(0, course);
        loading.load(course);
        int last = loading.lastBucket(line.groups() - 1);
        double share = 1 - loading.free(0, last) / PER_WEEK;
        assertThat(line.groups()).isLessThanOrEqualTo(groups);
        return last + share;
    }
}
