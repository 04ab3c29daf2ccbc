package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Equal orders keep their place in line, in whatever order they are handed in. */
class PlaceInLineTest {
    private static final int STREAMS = Integer.getInteger("rampline.streams", 10_000);

    @Test
    void noLaterEqualOrderGetsAnEarlierSlotHoweverTheStreamIsShuffled() {
        int late = 0;
        for (long seed = 1; seed <= STREAMS / 2; seed++) {
            SmallWorlds worlds = new SmallWorlds(seed);
            Network network = Network.ofBook(worlds.scenario());
            List<Order> orders = orders(worlds, network);
            Map<String, Integer> asMade = promise(network, orders);
            for (int i = orders.size() - 1; i > 0; i--) {
                orders.set(i, orders.set(worlds.random.nextInt(i + 1), orders.get(i)));
            }
            assertThat(promise(network, orders))
                    .as("shuffled stream of seed %d", seed)
                    .isEqualTo(asMade);
            late += checkLine(seed, network, orders, asMade);
        }
        assertThat(late)
                .as("pairs of equal orders of which the later has the later week")
                .isGreaterThan(STREAMS);
    }

    private static List<Order> orders(SmallWorlds worlds, Network network) {
        List<Configuration> few = new ArrayList<>();
        while (few.size() < 3) {
            few.add(worlds.configuration(network.scenario()));
        }
        few.removeIf(configuration -> !(network.plan(configuration) instanceof Buildable));
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 20 && !few.isEmpty(); i++) {
            orders.add(new Order(
                    "o" + i,
                    worlds.random.nextInt(8),
                    worlds.random.nextInt(2),
                    worlds.oneOf(few),
                    worlds.oneIn(6) ? worlds.earliest() : Order.AS_SOON_AS_POSSIBLE,
                    0));
        }
        return orders;
    }

    private static Map<String, Integer> promise(Network network, List<Order> orders) {
        PromiseEngine engine = new PromiseEngine(network);
        OrderTable.Builder table = OrderTable.builder();
        orders.forEach(table::add);
        engine.load(table.build());
        engine.promiseAll();
        Map<String, Integer> buckets = new TreeMap<>();
        for (int row = 0; row < engine.size(); row++) {
            int bucket = engine.buildBucket(row);
            buckets.put(engine.order(row).id(), bucket < 0 ? Integer.MAX_VALUE : bucket);
        }
        return buckets;
    }

    /** How many equal orders further back have a later week. */
    private static int checkLine(long seed, Network network, List<Order> orders, Map<String, Integer> buckets) {
        int later = 0;
        for (Order ahead : orders) {
            for (Order behind : orders) {
                boolean equal = ahead.configuration().equals(behind.configuration())
                        && ahead.earliestBucket() == behind.earliestBucket();
                if (equal && rank(ahead).compareTo(rank(behind)) < 0) {
                    assertThat(buckets.get(ahead.id()))
                            .as(
                                    "%s ahead of %s, seed %d, %s",
                                    ahead, behind, seed, network.scenario().lines())
                            .isLessThanOrEqualTo(buckets.get(behind.id()));
                    later += buckets.get(ahead.id()) < buckets.get(behind.id()) ? 1 : 0;
                }
            }
        }
        return later;
    }

    private static String rank(Order order) {
        return order.priorityClass() + " " + order.lockedAtMicros() + " " + order.id();
    }
}
