package io.rampline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds ids that stand in a file twice: an open-addressing table of row numbers, at most half full, without an object
 * per entry. O(1) expected per id.
 */
final class RepeatedIds {
    private static final int EMPTY = -1;

    /** A row whose id stands in an earlier row too. */
    record Repeated(int row, int firstRow) {}

    private RepeatedIds() {}

    /** In the order of rows. */
    static List<Repeated> find(OrderColumns orders) {
        long[] hashes = orders.hashes;
        String[] ids = orders.ids;
        int capacity = Integer.highestOneBit(Math.max(8, orders.size())) * 4;
        int mask = capacity - 1;
        int[] rows = new int[capacity];
        int[] tags = new int[capacity];
        Arrays.fill(rows, EMPTY);
        List<Repeated> repeated = new ArrayList<>();
        for (int row = 0; row < orders.size(); row++) {
            int tag = (int) hashes[row];
            int slot = (int) (hashes[row] >>> Integer.SIZE) & mask;
            while (rows[slot] != EMPTY && !(tags[slot] == tag && ids[rows[slot]].equals(ids[row]))) {
                slot = (slot + 1) & mask;
            }
            if (rows[slot] == EMPTY) {
                rows[slot] = row;
                tags[slot] = tag;
            } else {
                repeated.add(new Repeated(row, rows[slot]));
            }
        }
        return repeated;
    }
}
