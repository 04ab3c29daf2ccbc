package io.rampline.ramp.plan;

import io.rampline.factory.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens week by week to customers of one market and model whose orders need the same. They are served in the
 * order of their locks; an order locked in a week is built in a later one.
 *
 * @param name market and model, with trims where a model has several groups
 * @param configurations whose orders these are
 * @param guarantee what is guaranteed to them; empty for nothing
 * @param transitWeeks from the line to the customer
 * @param opening orders waiting before the first bucket
 * @param orders locked in each bucket
 * @param builds units built in each bucket, by line
 * @param backlog orders waiting at the end of each bucket
 */
public record GroupFlow(
        String name,
        List<Configuration> configurations,
        Optional<Wait> guarantee,
        int transitWeeks,
        double opening,
        Amounts orders,
        SortedMap<String, Amounts> builds,
        Amounts backlog) {
    public GroupFlow {
        configurations = List.copyOf(configurations);
        builds = new TreeMap<>(builds);
    }

    /** Units built in a bucket on all lines. */
    public double built(int bucket) {
        return builds.values().stream().mapToDouble(line -> line.get(bucket)).sum();
    }
}
