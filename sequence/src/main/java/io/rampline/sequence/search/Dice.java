package io.rampline.sequence.search;

/** Random numbers from a seed: xorshift with 64 bits (Marsaglia, 2003), the same on every machine. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int LOGS = 1 << 12;

    /** Quantiles of the exponential distribution of mean 1, so that no logarithm is taken in the loop. */
    private static final double[] EXPONENTIAL = new double[LOGS];

    static {
        for (int i = 0; i < LOGS; i++) {
            EXPONENTIAL[i] = -StrictMath.log((i + 0.5) / LOGS);
        }
    }

    private long state;

    Dice(long seed) {
        long mixed = (seed + 1) * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = mixed == 0 ? GOLDEN : mixed;
    }

    private long next() {
        long x = state;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        state = x;
        return x;
    }

    /** A number from 0 to {@code bound - 1}; {@code bound} is at least 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from 1 on: 1 with probability 1/mean, and so on. At most {@code most}. */
    int geometric(double mean, int most) {
        int drawn = 1 + (int) (EXPONENTIAL[below(LOGS)] * (mean - 1));
        return Math.min(drawn, most);
    }

    /** From the exponential distribution of mean 1. */
    double exponential() {
        return EXPONENTIAL[below(LOGS)];
    }

    boolean coin() {
        return next() < 0;
    }
}
