package io.rampline.promise;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks a live engine against the definitions: every bucket is the sum of its orders, nothing is oversold, every
 * remembered answer is still true.
 */
final class EngineCheck {
    private EngineCheck() {}

    /** What is wrong, one sentence each; empty when all is right. */
    static List<String> flaws(PromiseEngine engine) {
        List<String> flaws = new ArrayList<>(engine.buckets.balances().flaws(engine.network.resources()));
        Buckets recounted = engine.buckets.emptyCopy();
        OrderColumns orders = engine.orders;
        for (int row = 0; row < orders.size; row++) {
            if (orders.usesSlot(row)) {
                engine.routeOf(row).take(recounted, orders.build[row]);
                if (orders.build[row] < engine.configuration(row).opensBucket) {
                    flaws.add("found order " + orders.id[row] + " built in bucket " + orders.build[row]
                            + " before its market opens");
                }
            }
            if (orders.build[row] >= 0 && !orders.usesSlot(row)) {
                flaws.add("found order " + orders.id[row] + " closed and with a slot, expected none");
            }
        }
        for (int r = 0; r < engine.network.resources().size(); r++) {
            for (int bucket = 0; bucket < engine.buckets.weeks(); bucket++) {
                if (recounted.used(r, bucket) != engine.buckets.used(r, bucket)) {
                    flaws.add("found " + engine.buckets.used(r, bucket) + " used of "
                            + engine.network.resources().get(r).label() + " in bucket " + bucket
                            + ", expected the orders' sum "
                            + recounted.used(r, bucket));
                }
            }
        }
        addStaleAnswers(engine, flaws);
        return flaws;
    }

    private static void addStaleAnswers(PromiseEngine engine, List<String> flaws) {
        SlotSearch search = new SlotSearch(engine.buckets);
        for (int number = 0; number < engine.configurations().count(); number++) {
            CompiledConfiguration configuration = engine.configurations().get(number);
            int from = configuration.foundFrom;
            if (from == CompiledConfiguration.UNKNOWN) {
                continue;
            }
            search.find(configuration, from);
            int bucket = configuration.foundBucket;
            int route = configuration.foundRoute;
            long binding = configuration.foundBinding;
            configuration.foundFrom = CompiledConfiguration.UNKNOWN;
            search.find(configuration, from);
            if (configuration.foundBucket != bucket
                    || configuration.foundRoute != route
                    || configuration.foundBinding != binding) {
                flaws.add("found a remembered answer for " + configuration.configuration + ": bucket " + bucket
                        + ", expected " + configuration.foundBucket);
            }
        }
    }
}
