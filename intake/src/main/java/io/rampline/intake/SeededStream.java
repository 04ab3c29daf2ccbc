package io.rampline.intake;

/**
 * Random numbers that are the same everywhere and for ever: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014). Each purpose has a stream of its own, so that drawing more for one
 * changes nothing for another.
 */
final class SeededStream {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    /** @param stream which of the independent streams of the seed */
    SeededStream(long seed, long stream) {
        this.state = mix(seed + GOLDEN_GAMMA) ^ mix(stream * GOLDEN_GAMMA + 1);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Evenly from 0 to {@code bound - 1}; by the high half of a product, drawing again where that would be uneven. */
    long below(long bound) {
        long low = next();
        long high = Math.unsignedMultiplyHigh(low, bound);
        low *= bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long uneven = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, uneven) < 0) {
                low = next();
                high = Math.unsignedMultiplyHigh(low, bound);
                low *= bound;
            }
        }
        return high;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
