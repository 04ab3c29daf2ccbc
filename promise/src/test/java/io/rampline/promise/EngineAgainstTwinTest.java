package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Network;
import io.rampline.promise.PlainTwin.TwinOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The engine and its plain twin get the same commands in thousands of small worlds and must agree after every one. */
class EngineAgainstTwinTest {
    /** Worlds in every run; {@code -Drampline.worlds=N} asks for more. */
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 20_000);

    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);

    @Test
    void agreesWithItsPlainTwinAfterEveryCommand() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            try {
                new World(seed).live();
            } catch (AssertionError | RuntimeException wrong) {
                fail(
                        "world of seed " + seed + " (run again with -Drampline.seed=" + seed + " -Drampline.worlds=1)",
                        wrong);
            }
        }
    }

    /** One world: an engine, its twin and the book they write. */
    private static final class World {
        private final SmallWorlds worlds;
        private PromiseEngine engine;
        private PromiseEngine follower;
        private final List<Entry> entries = new ArrayList<>();
        private final PlainTwin twin;
        private final TwinDesk twinDesk;
        private final Map<String, Promise> fold = new TreeMap<>();
        private final List<Shortage> openShortages = new ArrayList<>();
        private Optional<AdoptedPlan> planInForce = Optional.empty();
        private long lastPosition;

        World(long seed) {
            worlds = new SmallWorlds(seed);
            Network network = Network.ofBook(worlds.scenario());
            engine = new PromiseEngine(network, this::read);
            follower = new PromiseEngine(network);
            twin = new PlainTwin(network);
            twinDesk = new TwinDesk(twin);
        }

        void live() {
            if (worlds.oneIn(2)) {
                loadBook();
            }
            int commands = 3 + worlds.random.nextInt(18);
            for (int i = 0; i < commands; i++) {
                Command command = worlds.command(engine, 100 + i);
                Answer answer = engine.apply(command);
                twinDesk.check(command, answer);
                agree(command);
                follow();
            }
            byte[] bytes = engine.image().bytes();
            assertThat(Arrays.equals(BookImage.read(bytes).bytes(), bytes))
                    .as("bytes read and written again are the same")
                    .isTrue();
        }

        /** A second engine that only repeats entries has the same state; now and then it starts anew from an image. */
        private void follow() {
            while (follower.position() < engine.position()) {
                follower.replay(entries.get((int) follower.position()));
            }
            assertThat(Arrays.equals(follower.image().bytes(), engine.image().bytes()))
                    .as("the state after a replay is the same")
                    .isTrue();
            assertThat(follower.verify()).as("the engine that repeats").isEmpty();
            if (worlds.oneIn(6)) {
                follower = BookImage.read(follower.image().bytes()).engine(engine.network(), _ -> {});
            }
            if (worlds.oneIn(12)) {
                // The follower leads from here on.
                engine = follower.image().engine(engine.network(), this::read);
            }
        }

        private void loadBook() {
            OrderTable.Builder book = OrderTable.builder();
            int size = worlds.random.nextInt(15);
            for (int i = 0; i < size; i++) {
                Order order = worlds.order(engine.network().scenario(), i);
                int promised =
                        worlds.oneIn(4) ? worlds.random.nextInt(worlds.weeks + 2) - 1 : OrderTable.NEVER_PROMISED;
                if (engine.network().plan(order.configuration()) instanceof Buildable && order.priorityClass() < 2) {
                    book.add(
                            order.id(),
                            order.lockedAtMicros(),
                            order.priorityClass(),
                            book.number(order.configuration()),
                            order.earliestBucket(),
                            promised,
                            order.depositMinor());
                    TwinOrder mine = new TwinOrder(order);
                    mine.firstDelivery = promised;
                    twin.orders.add(mine);
                }
            }
            engine.load(book.build());
            engine.promiseAll();
            engine.writeLoaded();
            twin.promiseAll();
            agree("promising the whole book");
        }

        private void agree(Object after) {
            for (TwinOrder mine : twin.orders) {
                int row = engine.find(mine.order.id());
                assertThat(row).as("row of %s after %s", mine.order, after).isNotNegative();
                assertThat(engine.isOpen(row))
                        .as("%s open after %s", mine.order, after)
                        .isEqualTo(!mine.closed);
                if (!mine.closed) {
                    assertThat(engine.order(row)).isEqualTo(mine.order);
                    assertThat(engine.buildBucket(row))
                            .as("build bucket of %s after %s", mine.order, after)
                            .isEqualTo(mine.build);
                    if (mine.build >= 0) {
                        assertThat(engine.line(row)).isEqualTo(mine.route.line());
                    }
                    assertThat(fold.get(mine.order.id())).as("fold of the book").isEqualTo(engine.promiseOf(row));
                }
            }
            assertThat(engine.verify()).as("after %s", after).isEmpty();
            assertThat(engine.planInForce()).as("plan in force after %s", after).isEqualTo(planInForce);
            assertThat(engine.openShortages()).as("shortages after %s", after).isEqualTo(twin.shortages());
            assertThat(openShortages)
                    .as("shortages in the book after %s", after)
                    .containsExactlyInAnyOrderElementsOf(engine.openShortages());
            for (int r = 0; r < twin.capacity.length; r++) {
                for (int bucket = 0; bucket < twin.weeks; bucket++) {
                    assertThat(engine.balance(r, bucket))
                            .as("balance after %s", after)
                            .isEqualTo(twin.balance(r, bucket));
                }
            }
        }

        /** Folds the book as a reader would, who knows nothing but its entries. */
        private void read(Entry entry) {
            assertThat(entry.position()).isEqualTo(++lastPosition);
            entries.add(entry);
            switch (entry) {
                case Entry.TakenOver taken -> fold.put(taken.order().id(), taken.promise());
                case Entry.Delivered delivered -> fold.remove(delivered.orderId());
                case Entry.Booked booked -> fold.put(booked.order().id(), booked.promise());
                case Entry.Held held -> fold.put(held.order().id(), held.promise());
                case Entry.Changed changed -> fold.put(changed.order().id(), changed.promise());
                case Entry.PromiseMoved moved -> {
                    assertThat(fold.put(moved.orderId(), moved.to())).isEqualTo(moved.from());
                }
                case Entry.Cancelled cancelled -> fold.remove(cancelled.orderId());
                case Entry.HoldExpired expired -> fold.remove(expired.orderId());
                case Entry.ShortageOpened opened -> {
                    openShortages.removeIf(
                            s -> s.resource() == opened.shortage().resource()
                                    && s.bucket() == opened.shortage().bucket());
                    openShortages.add(opened.shortage());
                }
                case Entry.ShortageClosed closed ->
                    assertThat(openShortages.removeIf(
                                    s -> s.resource() == closed.resource() && s.bucket() == closed.bucket()))
                            .isTrue();
                case Entry.PlanAdopted adopted -> {
                    AdoptedPlan plan = new AdoptedPlan(adopted.plan(), adopted.name(), adopted.position());
                    assertThat(engine.planInForce()).as("the plan before").isNotEqualTo(Optional.of(plan));
                    planInForce = Optional.of(plan);
                }
                case Entry.HoldConfirmed _, Entry.CapacityChanged _, Entry.Advanced _ -> {}
            }
        }
    }
}
