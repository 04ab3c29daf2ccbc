package io.rampline.desk.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.End;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRunTest {
    @TempDir
    Path folder;

    private Snapshot snapshot;
    private Simulation simulation;

    @BeforeEach
    void aPlant() {
        Path plant = SmallScenario.in(folder)
                .with("uncertainty.toml", "[lines]\nnoise_percent = 20\n")
                .folder();
        if (!(ScenarioFolder.read(plant, Progress.NONE) instanceof Reading.Sound sound)) {
            throw new AssertionError("the small plant has flaws");
        }
        ScenarioContents contents = sound.contents();
        snapshot = new Snapshot(contents.scenario(), contents.openOrders(), contents.uncertainty(), Simulation.GROUPS);
        simulation = snapshot.simulation(4);
    }

    /** One hand, which begins with the last stretch. */
    private static final class Backwards implements Cluster {
        @Override
        public int places() {
            return 3;
        }

        @Override
        public void live(List<Snapshot> books, List<Stretch> stretches, Reception reception) {
            for (int number = stretches.size() - 1; number >= 0 && reception.goOn(); number--) {
                Stretch stretch = stretches.get(number);
                Simulation.Worker worker =
                        books.get(stretch.book()).simulation(stretch.seed()).worker();
                for (long future = stretch.first(); future < stretch.until(); future++) {
                    worker.live(future);
                }
                reception.take(number, worker.tally().counts());
            }
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private Outcome onThreads(long futures, double precision) {
        return FuturesRun.run(simulation, new Asked(futures, 2, 0.8, precision), (done, most) -> true);
    }

    @Test
    void aClusterEndsAfterTheSameFutureAsThreads() {
        for (double precision : new double[] {0, 0.03, 0.01}) {
            Asked asked = new Asked(6_000, 1, 0.8, precision);
            Outcome threads = onThreads(6_000, precision);
            for (Cluster cluster : List.of(new Backwards(), new ThreadCluster(2))) {
                Outcome spread = ClusterRun.run(cluster, snapshot, simulation, asked, (done, most) -> true);

                assertThat(spread.end()).isEqualTo(threads.end());
                assertThat(spread.tally().counts()).isEqualTo(threads.tally().counts());
            }
        }
        assertThat(onThreads(6_000, 0.03).end()).isEqualTo(End.SETTLED);
    }

    @Test
    void anEndOnDemandLeavesTheFirstSoManyWithoutAGap() {
        Asked asked = new Asked(900, 1, 0.8, 0);
        Outcome backwards = ClusterRun.run(new Backwards(), snapshot, simulation, asked, (done, most) -> done < 300);
        Outcome threads = ClusterRun.run(new ThreadCluster(2), snapshot, simulation, asked, (done, most) -> done < 300);

        assertThat(backwards.end()).isEqualTo(End.ENDED);
        assertThat(backwards.tally().futures()).isZero();
        assertThat(threads.end()).isEqualTo(End.ENDED);
        assertThat(threads.tally().hash())
                .isEqualTo(onThreads(threads.tally().futures(), 0).tally().hash());
    }
}
