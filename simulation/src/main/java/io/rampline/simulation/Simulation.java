package io.rampline.simulation;

import io.rampline.factory.Network;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import io.rampline.simulation.loading.Loading;
import io.rampline.simulation.loading.WaitingLine;
import io.rampline.simulation.window.Tally;

/**
 * One book in many futures. It has no threads: a caller makes a {@link Worker} for each thread of its own, gives every
 * future to one of them, and adds up their tallies; the sum is the same however futures were given out.
 */
public final class Simulation {
    /**
     * About so many groups the book is cut into: with half a million orders 125 each, a fiftieth of a week of a plant
     * that builds 6,000 a week.
     */
    public static final int GROUPS = 4_000;

    private final Network network;
    private final Uncertainty uncertainty;
    private final long seed;
    private final WaitingLine line;

    /**
     * @param book the open orders
     * @param groupsMax about how many groups the book is cut into, 1 or more
     */
    public Simulation(Network network, OrderTable book, Uncertainty uncertainty, long seed, int groupsMax) {
        this(
                network,
                uncertainty,
                seed,
                WaitingLine.of(
                        network,
                        book,
                        new Futures(network, uncertainty, seed).models(),
                        uncertainty.leaving(),
                        groupsMax));
    }

    private Simulation(Network network, Uncertainty uncertainty, long seed, WaitingLine line) {
        this.network = network;
        this.uncertainty = uncertainty;
        this.seed = seed;
        this.line = line;
    }

    /** The same book in the futures of another seed. */
    public Simulation with(long otherSeed) {
        return new Simulation(network, uncertainty, otherSeed, line);
    }

    public long seed() {
        return seed;
    }

    public WaitingLine line() {
        return line;
    }

    /** An empty tally, for sums. */
    public Tally tally() {
        return new Tally(line);
    }

    /** Someone who can live through futures, for one thread. */
    public Worker worker() {
        return new Worker(this);
    }

    /** Lives through futures and counts them; makes no object while it does. */
    public static final class Worker {
        private final Futures futures;
        private final Course course;
        private final Loading loading;
        private final Tally tally;

        private Worker(Simulation simulation) {
            this.futures = new Futures(simulation.network, simulation.uncertainty, simulation.seed);
            this.course = futures.course();
            this.loading = new Loading(simulation.line);
            this.tally = new Tally(simulation.line);
        }

        /** Lives through one future, 0 or more. */
        public void live(long future) {
            futures.write(future, course);
            loading.load(course);
            tally.count(future, loading);
        }

        /** All that it has counted. */
        public Tally tally() {
            return tally;
        }
    }
}
