package io.rampline.intake;

import java.util.Arrays;

/**
 * Finds ids that were used before: an open-addressing table of row numbers, at most half full, without an object per
 * entry. The hash mixes all characters, so that nobody's way of counting makes long chains. O(1) expected per id.
 */
final class IdIndex {
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final int EMPTY = -1;

    private final String[] ids;
    private final int mask;
    private final int[] rows;
    private final int[] tags;

    /** @param ids the ids by row; filled by the caller */
    IdIndex(String[] ids, int size) {
        this.ids = ids;
        int capacity = Integer.highestOneBit(Math.max(8, size) * 2 - 1) * 2;
        this.mask = capacity - 1;
        this.rows = new int[capacity];
        this.tags = new int[capacity];
        Arrays.fill(rows, EMPTY);
    }

    /** The row that has the same id; negative when there is none, and the row is added. */
    int addOrFind(int row) {
        String id = ids[row];
        long hash = hash(id);
        int tag = (int) hash;
        int slot = (int) (hash >>> 32) & mask;
        while (rows[slot] != EMPTY) {
            if (tags[slot] == tag && ids[rows[slot]].equals(id)) {
                return rows[slot];
            }
            slot = (slot + 1) & mask;
        }
        rows[slot] = row;
        tags[slot] = tag;
        return EMPTY;
    }

    private static long hash(String id) {
        long hash = id.length();
        for (int at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash * MIX ^ hash >>> 32;
    }
}
