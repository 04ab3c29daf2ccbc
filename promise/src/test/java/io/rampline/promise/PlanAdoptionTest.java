package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What adopting a plan guarantees, in thousands of small worlds; {@code -Drampline.plans=N} asks for more. */
class PlanAdoptionTest {
    private static final int PLANS = Integer.getInteger("rampline.plans", 10_000);

    /** A book with some slots given back, and what is to be known of it before a plan is adopted. */
    private static final class Book {
        final SmallWorlds worlds;
        final List<Entry> entries = new ArrayList<>();
        final PromiseEngine engine;

        Book(long seed) {
            worlds = new SmallWorlds(seed);
            Network network = Network.ofBook(worlds.scenario());
            engine = new PromiseEngine(network, entries::add);
            for (int i = 0; i < 25; i++) {
                engine.apply(new Command.Book(worlds.order(network.scenario(), i)));
            }
            for (int i = worlds.random.nextInt(6); i > 0; i--) {
                engine.apply(new Command.Cancel("o" + worlds.random.nextInt(25)));
            }
            if (worlds.oneIn(3)) {
                engine.apply(new Command.Advance(engine.nowMicros() + worlds.random.nextLong(20) * 86_400_000_000L));
            }
        }

        int[] builds() {
            int[] builds = new int[engine.size()];
            for (int row = 0; row < builds.length; row++) {
                int bucket = engine.buildBucket(row);
                builds[row] = bucket < 0 ? Integer.MAX_VALUE : bucket;
            }
            return builds;
        }
    }

    @Test
    void nobodyIsLaterUnderAPlanThatTakesNothingAway() {
        int earlier = 0;
        for (long seed = 1; seed <= PLANS; seed++) {
            Book book = new Book(seed);
            List<Level> more = book.worlds.levels(book.engine).stream()
                    .distinct()
                    .filter(level -> level.units() >= book.engine.capacity(level.resource(), level.bucket()))
                    .toList();
            int[] before = book.builds();
            if (book.engine.apply(new Command.AdoptPlan("p", "more", more, false))
                    instanceof Answer.PlanAdopted adopted) {
                int[] after = book.builds();
                for (int row = 0; row < after.length; row++) {
                    assertThat(after[row])
                            .as("seed %d, %s under %s", seed, book.engine.order(row), more)
                            .isLessThanOrEqualTo(before[row]);
                }
                assertThat(adopted.later()).isZero();
                earlier += adopted.earlier();
            }
        }
        assertThat(earlier).as("orders that gained").isGreaterThan(PLANS / 10);
    }

    @Test
    void everyMoveNamesThePlanAndAReplayArrivesAtTheSameState() {
        int moves = 0;
        for (long seed = 1; seed <= PLANS / 4; seed++) {
            Book book = new Book(seed);
            int first = book.entries.size();
            book.engine.apply(book.worlds.plan(book.engine));
            List<Entry> written = book.entries.subList(first, book.entries.size());
            String plan = "";
            for (Entry entry : written) {
                if (entry instanceof Entry.PlanAdopted adopted) {
                    plan = adopted.plan();
                }
                if (entry instanceof Entry.PromiseMoved moved) {
                    assertThat(moved.reason()).as("seed %d, %s", seed, moved).isEqualTo(new Reason.PlanAdopted(plan));
                    moves++;
                }
            }
            PromiseEngine follower = new PromiseEngine(book.engine.network());
            book.entries.forEach(follower::replay);
            assertThat(Arrays.equals(
                            follower.image().bytes(), book.engine.image().bytes()))
                    .as("replay of seed %d", seed)
                    .isTrue();
            assertThat(book.engine.verify()).as("seed %d", seed).isEmpty();
        }
        assertThat(moves).isGreaterThan(PLANS / 20);
    }

    @Test
    void whoStoodAheadOfAnEqualOrderStaysAhead() {
        int overtaken = 0;
        for (long seed = 1; seed <= PLANS; seed++) {
            Book book = new Book(seed);
            PromiseEngine engine = book.engine;
            int[] before = book.builds();
            boolean[] movable = new boolean[before.length];
            for (int row = 0; row < before.length; row++) {
                movable[row] = engine.isOpen(row)
                        && !engine.frozen(row)
                        && engine.network().plan(engine.order(row).configuration()) instanceof Buildable;
            }
            List<Level> more = book.worlds.levels(engine).stream()
                    .distinct()
                    .filter(level -> level.units() >= engine.capacity(level.resource(), level.bucket()))
                    // What is kept for a market that opens is less for the others.
                    .filter(level -> engine.network().reservations().stream()
                            .noneMatch(kept -> kept.openings().contains(level.resource())))
                    .toList();
            engine.apply(new Command.AdoptPlan("p", "more", more, true));
            int[] after = book.builds();
            for (int a = 0; a < before.length; a++) {
                for (int b = 0; b < before.length; b++) {
                    if (movable[a] && movable[b] && equalAndAhead(engine, a, b) && before[a] <= before[b]) {
                        assertThat(after[a])
                                .as("seed %d: %s ahead of %s", seed, engine.order(a), engine.order(b))
                                .isLessThanOrEqualTo(after[b]);
                        overtaken += after[a] < before[a] ? 1 : 0;
                    }
                }
            }
        }
        assertThat(overtaken).as("pairs whose first gained").isGreaterThan(PLANS / 100);
    }

    private static boolean equalAndAhead(PromiseEngine engine, int a, int b) {
        Order ahead = engine.order(a);
        Order behind = engine.order(b);
        return ahead.configuration().equals(behind.configuration())
                && ahead.earliestBucket() == behind.earliestBucket()
                && engine.orders.compareRank(a, b) < 0;
    }
}
