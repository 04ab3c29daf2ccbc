package io.rampline.simulation;

import io.rampline.simulation.window.Tally;
import java.util.List;

/** Many who live through futures at a time: threads of this machine, or a cluster of machines. */
public interface Cluster extends AutoCloseable {
    /** How many stretches are lived through at a time, 1 or more. */
    int places();

    /**
     * Lives through stretches and hands over what each has counted, every stretch once and in whatever order they are
     * done, on the thread that calls. Begins them in the order of the list.
     *
     * @param books what the stretches are about
     * @throws ClusterFault when stretches cannot be lived through any more
     */
    void live(List<Snapshot> books, List<Stretch> stretches, Reception reception);

    /** Ends whatever it holds. */
    @Override
    void close();

    /** Somebody who takes what has been counted. */
    interface Reception {
        /**
         * Takes a stretch.
         *
         * @param number its place in the list
         * @param counts of a tally, {@link Tally#counts}
         */
        void take(int number, long[] counts);

        /**
         * Called now and then.
         *
         * @return false to end with what there is; nothing is handed over after that
         */
        boolean goOn();
    }

    /** Somebody who knows the way to a cluster. */
    @FunctionalInterface
    interface Way {
        /**
         * Joins a cluster.
         *
         * @param master its address, such as {@code local[2]} or {@code spark://host:7077}
         * @throws ClusterFault when there is none
         */
        Cluster join(String master);
    }
}
