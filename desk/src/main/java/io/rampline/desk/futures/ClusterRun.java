package io.rampline.desk.futures;

import io.rampline.desk.futures.FuturesRun.Asked;
import io.rampline.desk.futures.FuturesRun.Outcome;
import io.rampline.desk.futures.FuturesRun.Watcher;
import io.rampline.simulation.Cluster;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import io.rampline.simulation.window.Tally;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lives through the futures of one book on a cluster. Stretches come back in any order and are added in that of the
 * futures, so an end on demand leaves the first so many of them, as {@link FuturesRun} does.
 */
public final class ClusterRun {
    /** So that places that are slow end with the others. */
    private static final int STRETCHES_A_PLACE = 3;

    private final Cluster cluster;
    private final List<Snapshot> book;
    private final long seed;
    private final Asked asked;
    private final Watcher watcher;
    private final Tally sum;

    private ClusterRun(Cluster cluster, Snapshot snapshot, Simulation simulation, Asked asked, Watcher watcher) {
        this.cluster = cluster;
        this.book = List.of(snapshot);
        this.seed = simulation.seed();
        this.asked = asked;
        this.watcher = watcher;
        this.sum = simulation.tally();
    }

    /**
     * Runs as {@link FuturesRun#run} does, with the same outcome to the bit.
     *
     * @param snapshot what the simulation is made of
     */
    public static Outcome run(Cluster cluster, Snapshot snapshot, Simulation simulation, Asked asked, Watcher watcher) {
        ClusterRun run = new ClusterRun(cluster, snapshot, simulation, asked, watcher);
        return FuturesRun.inRounds(asked, run::upTo);
    }

    private Tally upTo(long until) {
        List<Stretch> stretches = Stretch.cut(0, seed, sum.futures(), until, cluster.places() * STRETCHES_A_PLACE);
        cluster.live(book, stretches, new InOrder(stretches));
        return sum;
    }

    private final class InOrder implements Cluster.Reception {
        private final SortedMap<Integer, long[]> early = new TreeMap<>();
        private final List<Stretch> stretches;
        private int next;
        private long lived;

        InOrder(List<Stretch> stretches) {
            this.stretches = stretches;
            this.lived = sum.futures();
        }

        @Override
        public void take(int number, long[] counts) {
            early.put(number, counts);
            lived += stretches.get(number).futures();
            while (!early.isEmpty() && early.firstKey() == next) {
                sum.add(early.pollFirstEntry().getValue());
                next++;
            }
        }

        @Override
        public boolean goOn() {
            return watcher.goOn(lived, asked.futures());
        }
    }
}
