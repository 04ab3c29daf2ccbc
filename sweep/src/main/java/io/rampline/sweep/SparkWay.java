package io.rampline.sweep;

import io.rampline.simulation.Cluster;

/** The way to a Spark cluster; found by whoever looks for a {@link Cluster.Way}. */
public final class SparkWay implements Cluster.Way {
    @Override
    public Cluster join(String master) {
        return SparkCluster.join(master);
    }
}
