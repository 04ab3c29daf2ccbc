package io.rampline.proving.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** Thousands of small books live through crashes, lost connections and rivals. */
class WorldTest {
    /** Worlds in every run; {@code -Drampline.world.count=N} asks for more. */
    private static final int WORLDS = Integer.getInteger("rampline.world.count", 20_000);

    private static final long FIRST_SEED = Long.getLong("rampline.world.seed", 1);

    @Test
    void noWorldLosesAnswersOrOversells() {
        long faults = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            try {
                faults += World.live(seed).faults();
            } catch (Violation violation) {
                fail(
                        "world of seed " + seed + " (run again with -Drampline.world.seed=" + seed
                                + " -Drampline.world.count=1)",
                        violation);
            }
        }
        assertThat(faults).as("faults in all worlds").isGreaterThan(WORLDS / 2);
    }

    @Test
    void theSameSeedEndsInTheSameHash() {
        for (long seed = 1; seed <= 200; seed++) {
            assertThat(World.live(seed)).as("world of seed " + seed).isEqualTo(World.live(seed));
        }
        assertThat(World.live(1).hash()).isNotEqualTo(World.live(2).hash());
    }
}
