package io.rampline.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.SmallWorlds;
import io.rampline.simulation.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SnapshotBytesTest {
    private static final long SEED = Long.getLong("rampline.seed", 1);
    private static final int WORLDS = 300;

    static Configuration configuration(SmallWorlds worlds, Scenario scenario) {
        var product = scenario.products()
                .get(worlds.random.nextInt(scenario.products().size()));
        var market =
                scenario.markets().get(worlds.random.nextInt(scenario.markets().size()));
        return new Configuration(market.name(), product.model(), product.trim(), List.of());
    }

    private static Snapshot small(long seed) {
        SmallWorlds worlds = new SmallWorlds(seed);
        Scenario scenario = worlds.scenario();
        OrderTable.Builder book = OrderTable.builder();
        for (int i = 0; i < 30; i++) {
            book.add(
                    "o" + i,
                    1_700_000_000_000_000L - i * 7L,
                    i % 3,
                    book.number(configuration(worlds, scenario)),
                    i - 5,
                    i % 2 == 0 ? OrderTable.NEVER_PROMISED : i,
                    i * 100L);
        }
        return new Snapshot(scenario, book.build(), Uncertainty.ASSUMED, 1 + (int) seed);
    }

    @Test
    void aSnapshotArrivesAsItWasSentButForTheIds() {
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            Snapshot sent = small(seed);
            Snapshot got = SnapshotBytes.snapshot(SnapshotBytes.bytes(sent));

            assertThat(got.scenario()).as("seed %d", seed).isEqualTo(sent.scenario());
            assertThat(got.uncertainty()).isEqualTo(sent.uncertainty());
            assertThat(got.groupsMax()).isEqualTo(sent.groupsMax());
            assertThat(got.book().configurations()).isEqualTo(sent.book().configurations());
            for (int row = 0; row < sent.book().size(); row++) {
                Order was = sent.book().order(row);
                assertThat(got.book().order(row))
                        .as("row %d of seed %d", row, seed)
                        .isEqualTo(new Order(
                                "",
                                was.lockedAtMicros(),
                                was.priorityClass(),
                                was.configuration(),
                                was.earliestBucket(),
                                was.depositMinor()));
                assertThat(got.book().promisedBucket(row)).isEqualTo(sent.book().promisedBucket(row));
            }
        }
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        byte[] bytes = SnapshotBytes.bytes(small(1));

        assertThatThrownBy(() -> SnapshotBytes.snapshot(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SnapshotBytes.snapshot(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsArriveAsTheyWereSent() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 2_000; round++) {
            long[] counts = new long[random.nextInt(60)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(3) > 0 ? 0 : random.nextLong() >> random.nextInt(64);
            }
            assertThat(SparseCounts.counts(SparseCounts.bytes(counts)))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(counts);
        }
    }

    @Test
    void countsThatAreCutShortAreRefused() {
        byte[] bytes = SparseCounts.bytes(new long[] {1, 2, 300});

        assertThatThrownBy(() -> SparseCounts.counts(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected more counts");
    }
}
