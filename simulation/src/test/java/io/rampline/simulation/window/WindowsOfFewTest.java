package io.rampline.simulation.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.loading.OneLine;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsOfFewTest {
    private static final int FUTURES = 1_000;

    private static Tally lived(int orders, int unitsPerWeek) {
        Network network = Network.of(OneLine.scenario(80, unitsPerWeek, new Cancellations(0.8, new TreeMap<>())));
        Simulation simulation =
                new Simulation(network, OneLine.book(orders), Uncertainty.ASSUMED, 3, Simulation.GROUPS);
        Simulation.Worker worker = simulation.worker();
        for (int future = 0; future < FUTURES; future++) {
            worker.live(future);
        }
        return worker.tally();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 99})
    void noWindowOfATinyPlantFallsShortWhileThereIsAWeekToAdd(int orders) {
        Tally tally = lived(orders, 2);

        for (double confidence : new double[] {0.6, 0.8, 0.9, 0.95}) {
            Windows windows = Windows.of(tally, confidence);
            for (int row = 0; row < orders; row++) {
                assertThat(windows.ofRow(row).probability())
                        .as("order %d of %d at %s", row, orders, confidence)
                        .isGreaterThanOrEqualTo(confidence);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 40_000})
    void theWindowsOfManyHoldTogetherAndNoneFallsFarShort(int orders) {
        Tally tally = lived(orders, orders / 40);
        Windows windows = Windows.of(tally, 0.9);

        assertThat(windows.meanProbability()).isCloseTo(0.9, within(0.015));
        for (int row = 0; row < orders; row += 10) {
            assertThat(windows.ofRow(row).probability()).isGreaterThanOrEqualTo(0.9 - Windows.SHORT_MAX);
        }
    }
}
