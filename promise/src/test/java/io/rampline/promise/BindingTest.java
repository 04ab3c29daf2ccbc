package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Network;
import io.rampline.promise.Binding.Cause;
import io.rampline.promise.PlainTwin.Slot;
import io.rampline.promise.PlainTwin.TwinOrder;
import io.rampline.promise.WhySoLate.Relief;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A late date names the true bottleneck. Held against the facts: one unit is added to each bucket of each resource in
 * turn, and the plain twin says whether the date would have been earlier.
 */
class BindingTest {
    private static final int PROMISES = Integer.getInteger("rampline.bindings", 10_000);

    private int lateDates;

    @Test
    void oneMoreUnitThereGivesAnEarlierDateAndOneMoreUnitAnywhereElseDoesNot() {
        int promises = 0;
        for (long seed = 1; promises < PROMISES; seed++) {
            try {
                promises += world(seed);
            } catch (AssertionError | RuntimeException wrong) {
                fail("world of seed " + seed, wrong);
            }
        }
        assertThat(lateDates).as("dates that something made late").isGreaterThan(PROMISES / 3);
    }

    private int world(long seed) {
        SmallWorlds worlds = new SmallWorlds(seed);
        Network network = Network.ofBook(worlds.scenario());
        PromiseEngine engine = new PromiseEngine(network);
        PlainTwin twin = new PlainTwin(network);
        int orders = worlds.weeks > 20 ? 8 : 5 + worlds.random.nextInt(20);
        for (int i = 0; i < orders; i++) {
            Order made = worlds.order(network.scenario(), i);
            // Booked in rank order, so that those ahead are those booked before.
            Order order = new Order(made.id(), i, 0, made.configuration(), made.earliestBucket(), 0);
            if (network.plan(order.configuration()) instanceof Buildable) {
                Map<String, Integer> truth = reliefs(twin, order);
                Promise promise = ((Answer.Booked) engine.apply(new Command.Book(order))).promise();
                TwinOrder mine = new TwinOrder(order);
                twin.orders.add(mine);
                twin.date(mine, 0);
                check(engine, twin, mine, promise.binding(), truth);
            }
        }
        return orders;
    }

    /** For each resource and bucket in which one more unit gives an earlier date, that date. */
    private static Map<String, Integer> reliefs(PlainTwin twin, Order order) {
        Map<String, Integer> reliefs = new TreeMap<>();
        int now = date(twin, order);
        for (int r = 0; r < twin.capacity.length; r++) {
            for (int bucket = 0; bucket < twin.weeks; bucket++) {
                int units = twin.capacity[r][bucket];
                if (units != Integer.MAX_VALUE) {
                    twin.capacity[r][bucket] = units + 1;
                    int then = date(twin, order);
                    twin.capacity[r][bucket] = units;
                    assertThat(then).isLessThanOrEqualTo(now);
                    if (then < now) {
                        reliefs.put(r + "@" + bucket, then);
                    }
                }
            }
        }
        return reliefs;
    }

    private static int date(PlainTwin twin, Order order) {
        Optional<Slot> slot =
                twin.earliest(order.configuration(), twin.from(order.configuration(), order.earliestBucket()));
        return slot.map(Slot::bucket).orElse(twin.weeks);
    }

    private void check(
            PromiseEngine engine, PlainTwin twin, TwinOrder mine, Binding binding, Map<String, Integer> truth) {
        int found = twin.horizonIfNone(mine.build);
        int start = Math.max(
                twin.from(mine.order.configuration(), mine.order.earliestBucket()),
                twin.opens(mine.order.configuration()));
        if (found <= start) {
            assertThat(binding.cause()).isNotEqualTo(Cause.RESOURCE);
            assertThat(truth).isEmpty();
            return;
        }
        lateDates++;
        assertThat(binding.cause()).isEqualTo(Cause.RESOURCE);
        if (truth.isEmpty()) {
            assertThat(binding.bucket()).isEqualTo(found - 1);
            assertThat(binding.resources()).isNotEmpty();
        } else {
            assertThat(binding.resources()).hasSize(1);
            int best = truth.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
            assertThat(binding.bucket()).as("binding %s of %s", binding, truth).isEqualTo(best);
            String resource = binding.resources().getFirst() + "@";
            assertThat(truth.entrySet()).anyMatch(e -> e.getKey().startsWith(resource) && e.getValue() == best);
        }
        List<Relief> named = engine.whySoLate(engine.find(mine.order.id())).reliefs();
        assertThat(spread(twin, named)).isEqualTo(truth);
    }

    /** The named reliefs bucket by bucket: a part may arrive in any bucket up to the named one. */
    private static Map<String, Integer> spread(PlainTwin twin, List<Relief> named) {
        Map<String, Integer> all = new TreeMap<>();
        for (Relief relief : named) {
            boolean storable =
                    twin.network.resources().get(relief.resource()).kind().storable();
            for (int bucket = storable ? 0 : relief.bucket(); bucket <= relief.bucket(); bucket++) {
                all.merge(relief.resource() + "@" + bucket, relief.buildBucket(), Math::min);
            }
        }
        return all;
    }
}
