package io.rampline.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.SmallWorlds;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import io.rampline.simulation.window.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One Spark for all: its start takes longer than anything it does here. */
class SparkClusterTest {
    private static final int FUTURES = 200;

    private static Cluster spark;
    private static List<Snapshot> books;

    @BeforeAll
    static void join() {
        spark = ServiceLoader.load(Cluster.Way.class).findFirst().orElseThrow().join("local[2]");
        books = List.of(snapshot(3), snapshot(4), snapshot(5));
    }

    @AfterAll
    static void leave() {
        spark.close();
    }

    private static Snapshot snapshot(long seed) {
        SmallWorlds worlds = new SmallWorlds(seed);
        Scenario scenario = worlds.scenario();
        OrderTable.Builder book = OrderTable.builder();
        for (int i = 0; i < 60; i++) {
            book.add(new Order(
                    "o" + i, i, 0, SnapshotBytesTest.configuration(worlds, scenario), Order.AS_SOON_AS_POSSIBLE, 0));
        }
        return new Snapshot(scenario, book.build(), Uncertainty.ASSUMED, Simulation.GROUPS);
    }

    /** Adds up what comes in, and ends after so many stretches. */
    private static final class Sums implements Cluster.Reception {
        private final List<Tally> sums = new ArrayList<>();
        private final List<Stretch> stretches;
        private final int most;
        private int taken;

        Sums(List<Stretch> stretches, int most) {
            books.forEach(book -> sums.add(book.simulation(1).tally()));
            this.stretches = stretches;
            this.most = most;
        }

        @Override
        public void take(int number, long[] counts) {
            sums.get(stretches.get(number).book()).add(counts);
            taken++;
        }

        @Override
        public boolean goOn() {
            return taken < most;
        }
    }

    private static List<Stretch> stretches(long seed) {
        List<Stretch> all = new ArrayList<>();
        for (int book = 0; book < books.size(); book++) {
            all.addAll(Stretch.cut(book, seed + book, 0, FUTURES, 5));
        }
        return all;
    }

    @Test
    void sparkCountsWhatOneThreadCounts() {
        List<Stretch> stretches = stretches(7);
        Sums sums = new Sums(stretches, Integer.MAX_VALUE);
        spark.live(books, stretches, sums);

        for (int book = 0; book < books.size(); book++) {
            Simulation.Worker alone = books.get(book).simulation(7 + book).worker();
            for (int future = 0; future < FUTURES; future++) {
                alone.live(future);
            }
            assertThat(sums.sums.get(book).counts()).isEqualTo(alone.tally().counts());
        }
    }

    @Test
    void anEndOnDemandHandsNothingOverAfterwards() {
        List<Stretch> stretches = stretches(9);
        Sums sums = new Sums(stretches, 2);
        spark.live(books, stretches, sums);

        assertThat(sums.taken).isEqualTo(2);
    }

    @Test
    void aStretchThatCannotBeLivedThroughIsToldWithTheReason() {
        List<Stretch> ofNoBook = List.of(new Stretch(99, 1, 0, 10));

        assertThatThrownBy(() -> spark.live(books, ofNoBook, new Sums(ofNoBook, 1)))
                .isInstanceOf(ClusterFault.class)
                .hasMessageContaining("Spark gave up");
    }
}
