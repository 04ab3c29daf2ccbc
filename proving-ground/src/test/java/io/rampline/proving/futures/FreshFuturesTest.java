package io.rampline.proving.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Window;
import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of some futures holds for others. */
class FreshFuturesTest {
    private static final int ORDERS = 2_000;
    /**
     * As many as simulate lives through unless told otherwise: two standard errors of a difference are 1.4 points then.
     */
    private static final int FUTURES = 10_000;

    @Test
    void theProbabilityThatAGuaranteeHoldsIsRightWithinTwoPointsOnFreshFutures() {
        List<Double> told = new ArrayList<>();
        for (int wait : new int[] {24, 36}) {
            Simulation first = simulation(wait, 1);
            Simulation fresh = simulation(wait, 2);

            double said = kept(live(first, 1));
            assertThat(kept(live(fresh, 1))).as("a wait of %d weeks", wait).isCloseTo(said, within(0.02));
            told.add(said);
        }
        assertThat(told).as("longer waits are surer").isSorted();
        assertThat(told.getLast() - told.getFirst()).isGreaterThan(0.1);
    }

    @Test
    void windowsHoldAsOftenOnFreshFutures() {
        Outcome counted = live(simulation(28, 1), 2);
        Windows windows = Windows.of(counted.tally(), 0.9);
        Outcome fresh = live(simulation(28, 3), 2);

        Windows others = Windows.of(fresh.tally(), 0.9);
        double inside = 0;
        for (int row = 0; row < ORDERS; row += 10) {
            Window window = windows.ofRow(row);
            double byEnd =
                    window.lateBucket() == Window.BEYOND_HORIZON ? 1 : others.deliveredBy(row, window.lateBucket());
            inside += byEnd - others.deliveredBy(row, window.earlyBucket() - 1);
        }
        assertThat(inside / (ORDERS / 10.0)).isBetween(0.88, 0.92);
    }

    @Test
    void anEndOnDemandLeavesTheFirstSoManyFutures() {
        Simulation simulation = simulation(28, 1);
        Outcome ended = FuturesRun.run(simulation, new Asked(10_000_000, 2, 0.9, 0), (done, most) -> done < 200);
        long lived = ended.tally().futures();
        Outcome asked = FuturesRun.run(simulation, new Asked(lived, 1, 0.9, 0), (done, most) -> true);

        assertThat(ended.end()).isEqualTo(FuturesRun.End.ENDED);
        assertThat(lived).isBetween(200L, 9_999_999L);
        assertThat(asked.tally().hash()).isEqualTo(ended.tally().hash());
    }

    private static double kept(Outcome outcome) {
        return outcome.tally().allKept() / (double) outcome.tally().futures();
    }

    private static Outcome live(Simulation simulation, int threads) {
        return FuturesRun.run(simulation, new Asked(FUTURES, threads, 0.9, 0), (done, most) -> true);
    }

    private static Simulation simulation(int wait, long seed) {
        Scenario scenario = LargeBook.network(ORDERS)
                .scenario()
                .guaranteeing(List.of(new Guarantee(Optional.empty(), Optional.empty(), wait, 52)));
        return new Simulation(Network.of(scenario), LargeBook.book(ORDERS), Uncertainty.ASSUMED, seed, 100);
    }
}
