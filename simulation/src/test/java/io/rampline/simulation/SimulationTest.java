package io.rampline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.loading.OneLine;
import io.rampline.simulation.window.Settled;
import io.rampline.simulation.window.Tally;
import io.rampline.simulation.window.Window;
import io.rampline.simulation.window.Windows;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int ORDERS = 40_000;

    private static Simulation simulation(long seed, int groups) {
        Network network = Network.of(OneLine.scenario(80, 1_000, new Cancellations(0.8, new TreeMap<>())));
        return new Simulation(network, OneLine.book(ORDERS), Uncertainty.ASSUMED, seed, groups);
    }

    private static Tally run(Simulation simulation, int workers, int futures) {
        Simulation.Worker[] all = new Simulation.Worker[workers];
        for (int i = 0; i < workers; i++) {
            all[i] = simulation.worker();
        }
        // Backwards and in turn: who lives through which future must not matter.
        for (int future = futures - 1; future >= 0; future--) {
            all[future * 7 % workers].live(future);
        }
        Tally sum = simulation.tally();
        for (Simulation.Worker worker : all) {
            sum.add(worker.tally());
        }
        return sum;
    }

    @Test
    void theSameFuturesGiveTheSameBitsHoweverTheyAreGivenOut() {
        Tally one = run(simulation(1, 500), 1, 600);
        Tally three = run(simulation(1, 500), 3, 600);
        Tally other = run(simulation(2, 500), 1, 600);

        assertThat(three.hash()).isEqualTo(one.hash());
        assertThat(other.hash()).isNotEqualTo(one.hash());
        Windows windows = Windows.of(one, 0.9);
        Windows again = Windows.of(three, 0.9);
        for (int group = 0; group < one.line().groups(); group++) {
            assertThat(again.of(group)).isEqualTo(windows.of(group));
        }
    }

    @Test
    void theWindowsOfTheBookTogetherHoldAsOftenAsTheyShall() {
        Tally tally = run(simulation(1, 500), 1, 2_000);

        for (double confidence : new double[] {0.9, 0.95}) {
            assertThat(Windows.of(tally, confidence).meanProbability()).isCloseTo(confidence, within(0.01));
        }
        // Those built within days are surer than that, even in one week.
        for (double confidence : new double[] {0.5, 0.8}) {
            assertThat(Windows.of(tally, confidence).meanProbability()).isBetween(confidence - 0.005, confidence + 0.1);
        }
    }

    @Test
    void fewGroupsGiveTheWindowsOfManyToWithinAWeek() {
        Windows coarse = Windows.of(run(simulation(1, 100), 1, 1_000), 0.9);
        Windows fine = Windows.of(run(simulation(1, 4_000), 1, 1_000), 0.9);

        for (int row = 0; row < ORDERS; row += 50) {
            Window few = coarse.ofRow(row);
            Window many = fine.ofRow(row);
            assertThat(Math.abs(few.earlyBucket() - many.earlyBucket())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(few.lateBucket() - many.lateBucket())).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void windowsWidenWithThePlaceInLine() {
        Windows windows = Windows.of(run(simulation(1, 500), 1, 1_000), 0.9);

        assertThat(windows.ofRow(0).weeks()).isLessThan(4);
        assertThat(windows.ofRow(ORDERS - 1).weeks()).isGreaterThan(4);
        assertThat(windows.deliveredBy(ORDERS - 1, 79)).isEqualTo(1);
        assertThat(windows.deliveredBy(ORDERS - 1, 10)).isZero();
    }

    @Test
    void moreFuturesSettleTheAnswer() {
        Simulation simulation = simulation(1, 200);

        assertThat(Settled.is(run(simulation, 1, 300), 0.9, 0.02)).isFalse();
        assertThat(Settled.is(run(simulation, 1, 6_000), 0.9, 0.02)).isTrue();
        assertThat(Settled.is(run(simulation, 1, 6_000), 0.9, 0.0001)).isFalse();
    }

    @Test
    void withoutUncertaintyEveryWindowIsOneCertainWeek() {
        Network network = Network.of(OneLine.scenario(60, 1_000, Cancellations.NONE));
        Simulation simulation = new Simulation(network, OneLine.book(ORDERS), Uncertainty.NONE, 1, 400);
        Windows windows = Windows.of(run(simulation, 1, 3), 0.9);

        assertThat(windows.ofRow(0)).isEqualTo(new Window(0, 0, 0, 1));
        assertThat(windows.ofRow(ORDERS - 1)).isEqualTo(new Window(39, 39, 39, 1));
    }
}
