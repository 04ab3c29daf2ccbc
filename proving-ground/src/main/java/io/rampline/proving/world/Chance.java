package io.rampline.proving.world;

import java.util.List;
import java.util.SplittableRandom;

/** Everything that is left to chance in a world comes from here, so a seed says it all. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** From least to most, both included. */
    public int from(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public long below(long bound) {
        return random.nextLong(bound);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
