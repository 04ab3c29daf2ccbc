package io.rampline.intake.csv;

import java.util.Arrays;

/** Small numbers for keys of 0 or more: open addressing, at most half full, no object per entry. */
public final class LongCodes {
    /** The key was not learnt. */
    public static final int UNKNOWN = -1;

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final long EMPTY = -1;

    private int size;
    private int mask = 63;
    private long[] keys = new long[mask + 1];
    private int[] codes = new int[mask + 1];

    public LongCodes() {
        Arrays.fill(keys, EMPTY);
    }

    /** The code that {@link #learn} gave to the key, or {@link #UNKNOWN}. */
    public int find(long key) {
        int slot = slot(key);
        while (keys[slot] != key) {
            if (keys[slot] == EMPTY) {
                return UNKNOWN;
            }
            slot = (slot + 1) & mask;
        }
        return codes[slot];
    }

    /** Gives the key a code; the first code of a key stays. */
    public void learn(long key, int code) {
        if (find(key) != UNKNOWN) {
            return;
        }
        if (2 * ++size > mask) {
            grow();
        }
        put(key, code);
    }

    private void put(long key, int code) {
        int slot = slot(key);
        while (keys[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        codes[slot] = code;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        mask = 2 * mask + 1;
        keys = new long[mask + 1];
        codes = new int[mask + 1];
        Arrays.fill(keys, EMPTY);
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldKeys[slot] != EMPTY) {
                put(oldKeys[slot], oldCodes[slot]);
            }
        }
    }

    private int slot(long key) {
        return (int) ((key * MIX) >>> 40) & mask;
    }
}
