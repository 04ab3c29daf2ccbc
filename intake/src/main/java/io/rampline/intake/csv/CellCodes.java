package io.rampline.intake.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Small numbers for cells that were seen before, found by their bytes without making a text of them.
 *
 * <p>Open addressing, at most half full; the first eight bytes stand in the table, so that most cells are compared as
 * one {@code long}. O(1) expected and O(length) per cell.
 */
public final class CellCodes {
    /** The cell was not learnt. */
    public static final int UNKNOWN = -1;

    /** Most different cells that are learnt: a column with more is no set of names. */
    public static final int CODES_MAX = 1 << 15;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private int size;
    private int mask = 63;
    private long[] words = new long[mask + 1];
    /** The cell in each slot; an empty slot has none. */
    private byte[][] cells = new byte[mask + 1][];

    private int[] codes = new int[mask + 1];

    /** The code that {@link #learn} gave to the same bytes, or {@link #UNKNOWN}. */
    public int find(byte[] bytes, int from, int to) {
        int length = to - from;
        long word = word(bytes, from, length);
        int slot = slot(bytes, from, to, word);
        while (true) {
            byte[] cell = cells[slot];
            if (cell == null) {
                return UNKNOWN;
            }
            if (words[slot] == word
                    && cell.length == length
                    && (length <= Long.BYTES
                            || Arrays.equals(cell, Long.BYTES, length, bytes, from + Long.BYTES, to))) {
                return codes[slot];
            }
            slot = (slot + 1) & mask;
        }
    }

    /** How many cells have been learnt. */
    public int size() {
        return size;
    }

    /**
     * Gives the bytes a code and answers with it, or with the one they have already; {@link #UNKNOWN} once
     * {@link #CODES_MAX} cells are known.
     *
     * @param code 0 or more
     */
    public int learn(byte[] bytes, int from, int to, int code) {
        int known = find(bytes, from, to);
        if (known != UNKNOWN || size == CODES_MAX) {
            return known;
        }
        if (2 * ++size > mask) {
            grow();
        }
        put(Arrays.copyOfRange(bytes, from, to), code);
        return code;
    }

    private void put(byte[] cell, int code) {
        long word = word(cell, 0, cell.length);
        int slot = slot(cell, 0, cell.length, word);
        while (cells[slot] != null) {
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        cells[slot] = cell;
        codes[slot] = code;
    }

    private void grow() {
        byte[][] oldCells = cells;
        int[] oldCodes = codes;
        mask = 2 * mask + 1;
        words = new long[mask + 1];
        cells = new byte[mask + 1][];
        codes = new int[mask + 1];
        for (int slot = 0; slot < oldCells.length; slot++) {
            if (oldCells[slot] != null) {
                put(oldCells[slot], oldCodes[slot]);
            }
        }
    }

    private int slot(byte[] bytes, int from, int to, long word) {
        long mixed = (word ^ (to - from)) * MIX;
        for (int at = from + Long.BYTES; at < to; at += Long.BYTES) {
            mixed = (mixed ^ (mixed >>> 32) ^ word(bytes, at, to - at)) * MIX;
        }
        return (int) (mixed >>> 40) & mask;
    }

    /** The first eight bytes, zeros behind a shorter cell. */
    private static long word(byte[] bytes, int from, int length) {
        if (from + Long.BYTES > bytes.length) {
            return wordAtTheEnd(bytes, from, Math.min(length, Long.BYTES));
        }
        long word = (long) WORDS.get(bytes, from);
        return length >= Long.BYTES ? word : word & ((1L << (8 * length)) - 1);
    }

    private static long wordAtTheEnd(byte[] bytes, int from, int length) {
        long word = 0;
        for (int at = from + length - 1; at >= from; at--) {
            word = (word << 8) | (bytes[at] & 0xFF);
        }
        return word;
    }
}
