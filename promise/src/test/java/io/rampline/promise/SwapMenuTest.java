package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Network;
import io.rampline.promise.PlainTwin.Slot;
import io.rampline.promise.PlainTwin.TwinOrder;
import io.rampline.promise.SwapMenu.Offer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every offer of the swap menu is taken in turn: the date is the one offered, it is earlier, and nobody else moves. */
class SwapMenuTest {
    @Test
    void everyOfferHoldsAndMovesNobodyElse() {
        int offers = 0;
        for (long seed = 1; seed <= 1_500; seed++) {
            SmallWorlds worlds = new SmallWorlds(seed);
            Network network = Network.ofBook(worlds.scenario());
            List<Order> orders = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                Order made = worlds.order(network.scenario(), i);
                if (network.plan(made.configuration()) instanceof Buildable && made.priorityClass() < 2) {
                    orders.add(made);
                }
            }
            PromiseEngine engine = book(network, orders);
            for (int row = 0; row < engine.size(); row++) {
                Promise before = engine.promiseOf(row);
                List<Offer> menu = engine.alternatives(row);
                assertThat(engine.promiseOf(row)).isEqualTo(before);
                for (Offer offer : menu) {
                    offers++;
                    take(seed, network, orders, row, offer);
                }
            }
            assertThat(engine.verify()).isEmpty();
        }
        assertThat(offers).as("offers made").isGreaterThan(2_000);
    }

    private static void take(long seed, Network network, List<Order> orders, int row, Offer offer) {
        PromiseEngine engine = book(network, orders);
        PlainTwin twin = new PlainTwin(network);
        for (int i = 0; i < orders.size(); i++) {
            TwinOrder mine = new TwinOrder(orders.get(i));
            twin.orders.add(mine);
            mine.build = i == row ? PlainTwin.BEYOND : engine.buildBucket(i);
            Buildable plan = (Buildable) network.plan(orders.get(i).configuration());
            String line = engine.line(i);
            mine.route = plan.routes().stream()
                    .filter(route -> route.line().equals(line))
                    .findFirst()
                    .orElse(plan.routes().getFirst());
        }
        int from = Math.max(twin.from(offer.configuration(), orders.get(row).earliestBucket()), twin.firstMovable());
        Slot slot = twin.earliest(offer.configuration(), from).orElseThrow();
        assertThat(offer.promise().buildBucket()).as("offer of seed %d", seed).isEqualTo(slot.bucket());
        int deliveryNow = engine.deliveryBucket(row);
        if (deliveryNow >= 0) {
            assertThat(offer.promise().deliveryBucket() + offer.weeksGained()).isEqualTo(deliveryNow);
        }
        assertThat(offer.weeksGained()).isPositive();
        int[] others = new int[engine.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = engine.buildBucket(i);
        }
        Order order = orders.get(row);
        Answer answer = engine.apply(new Command.Change(order.id(), offer.configuration(), order.earliestBucket(), 9));
        assertThat(answer).isInstanceOf(Answer.Changed.class);
        assertThat(engine.buildBucket(row)).isEqualTo(offer.promise().buildBucket());
        for (int i = 0; i < others.length; i++) {
            if (i != row) {
                assertThat(engine.buildBucket(i))
                        .as("order %d of seed %d", i, seed)
                        .isEqualTo(others[i]);
            }
        }
        assertThat(engine.openShortages()).isEmpty();
    }

    private static PromiseEngine book(Network network, List<Order> orders) {
        PromiseEngine engine = new PromiseEngine(network);
        OrderTable.Builder table = OrderTable.builder();
        orders.forEach(table::add);
        engine.load(table.build());
        engine.promiseAll();
        return engine;
    }
}
