package io.rampline.simulation.futures;

/**
 * Random numbers by address: seed, future, cause and week name a number, so that it does not matter who asks for it, in
 * which order, or how many others were asked for. Futures of two plans share the numbers of the causes that the plans
 * share.
 *
 * <p>Philox 4x32 with ten rounds: the seed is the key, future, cause and week are the counter. Source: Salmon, Moraes,
 * Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011. About 20 multiplications for two numbers.
 */
public final class Draws {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int STEP_0 = 0x9E3779B9;
    private static final int STEP_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private final int key0;
    private final int key1;
    private long first;
    private long second;

    public Draws(long seed) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32);
    }

    /**
     * Goes to an address.
     *
     * @param week may be negative: such weeks are for what is drawn once
     */
    public void at(long future, int cause, int week) {
        go(week, cause, (int) future, (int) (future >>> 32));
    }

    void go(int counter0, int counter1, int counter2, int counter3) {
        int a = counter0;
        int b = counter1;
        int c = counter2;
        int d = counter3;
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long productA = MULTIPLIER_0 * (a & LOW);
            long productC = MULTIPLIER_1 * (c & LOW);
            a = (int) (productC >>> 32) ^ b ^ k0;
            b = (int) productC;
            c = (int) (productA >>> 32) ^ d ^ k1;
            d = (int) productA;
            k0 += STEP_0;
            k1 += STEP_1;
        }
        first = (a & LOW) | (b & LOW) << 32;
        second = (c & LOW) | (d & LOW) << 32;
    }

    /** The first 64 bits of the address. */
    long first() {
        return first;
    }

    /** The other 64 bits of the address. */
    long second() {
        return second;
    }

    /** Uniform, above 0 and below 1. */
    public double uniform() {
        return open(first);
    }

    /** Uniform, above 0 and below 1, independent of {@link #uniform}. */
    public double otherUniform() {
        return open(second);
    }

    /** Standard normal, made of the same bits as {@link #uniform}. */
    public double normal() {
        return NormalCurve.quantile(open(first));
    }

    /** Standard normal, made of the same bits as {@link #otherUniform}. */
    public double otherNormal() {
        return NormalCurve.quantile(open(second));
    }

    private static double open(long bits) {
        return ((bits >>> 11) + 0.5) * 0x1p-53;
    }
}
