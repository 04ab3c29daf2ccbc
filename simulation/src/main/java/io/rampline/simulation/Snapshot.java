package io.rampline.simulation;

import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;

/**
 * All that the futures of a book follow from, but for the seed: whoever has it counts the same, wherever that is.
 *
 * @param book the open orders, in rank order
 * @param groupsMax about how many groups the book is cut into, 1 or more
 */
public record Snapshot(Scenario scenario, OrderTable book, Uncertainty uncertainty, int groupsMax) {
    /** Lines up the book, for the futures of a seed. */
    public Simulation simulation(long seed) {
        return new Simulation(Network.of(scenario), book, uncertainty, seed, groupsMax);
    }
}
