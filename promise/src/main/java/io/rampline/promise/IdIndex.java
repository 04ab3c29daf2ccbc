package io.rampline.promise;

import java.util.Arrays;

/**
 * Finds the row of an order id: open addressing over row numbers, so a million ids cost 8 MB and no object. It catches
 * up with new rows when it is asked, so a book that is only loaded and promised never pays for it.
 */
final class IdIndex {
    private static final int EMPTY = -1;

    private int[] slots = filled(1024);
    private int indexed;

    /** The row of {@code id} among the first {@code size} of {@code ids}, -1 when there is none. Ids are distinct. */
    int find(String id, String[] ids, int size) {
        if (size * 2L > slots.length) {
            slots = filled(Integer.highestOneBit(size * 2) * 2);
            indexed = 0;
        }
        while (indexed < size) {
            slots[slot(ids[indexed], ids)] = indexed;
            indexed++;
        }
        return slots[slot(id, ids)];
    }

    private int slot(String id, String[] ids) {
        int mask = slots.length - 1;
        int hash = id.hashCode();
        int slot = (((hash ^ (hash >>> 15)) * 0x2c1b3c6d) >>> 7) & mask;
        while (slots[slot] != EMPTY && !ids[slots[slot]].equals(id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
