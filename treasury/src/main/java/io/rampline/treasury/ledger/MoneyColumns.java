package io.rampline.treasury.ledger;

import java.util.Arrays;

/**
 * The money of every order; a row is an order's number. Grows, never shrinks. All numbers of an order stand side by
 * side with its id, nine words of eight bytes: an entry finds its order anywhere in memory, and should wait for it
 * once. Ids of up to fifteen Latin characters are two words and compared as such; of others the two words are a hash.
 *
 * <p>A row is found by open addressing over slots that hold a hash beside the row, so that a wrong row is seldom looked
 * at.
 */
final class MoneyColumns {
    /** No day, no week. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int WORDS = 9;
    /** The id stands at both ends: whoever has compared it has all of the row near. */
    private static final int ID_BEGIN = 0;

    private static final int DEPOSIT = 1;
    private static final int PREPAID = 2;
    private static final int POSITION = 3;
    private static final int ORDERED_AND_LAST_DAY = 4;
    private static final int PREPAID_AND_END_DAY = 5;
    private static final int BASIS_AND_PROMISED = 6;
    private static final int CONTRACT_AND_STATE = 7;
    private static final int ID_END = 8;
    /** Words for each order that is looked for: its id, the hash of it, and what stands in the slot of the hash. */
    private static final int SOUGHT = 4;

    private static final int ID_LENGTH_MAX = 15;
    /** In place of a length, where the words do not hold the id itself. */
    private static final long HASHED = 0xFFL << 56;

    /** In place of a row. */
    static final int NOBODY = -1;

    private static final long EMPTY = 0;
    private static final long LOWER = 0xFFFF_FFFFL;

    int size;
    String[] id = new String[0];
    private long[] words = new long[0];
    private long[] slots = new long[2048];
    private long begin;
    private long end;
    private long[] sought = new long[0];

    /** The row of an order; negative for an unknown one. */
    int find(String orderId) {
        pack(orderId);
        int hash = hash(begin, end);
        return findPacked(orderId, hash, slots[hash & (slots.length - 1)]);
    }

    /**
     * The rows of so many orders. Each step is taken for all of them before the next one, so that no order waits for
     * the memory of the one before it.
     */
    void find(String[] orderIds, int count, int[] rows) {
        if (sought.length < SOUGHT * count) {
            sought = new long[SOUGHT * count];
        }
        for (int i = 0; i < count; i++) {
            pack(orderIds[i]);
            sought[SOUGHT * i] = begin;
            sought[SOUGHT * i + 1] = end;
            sought[SOUGHT * i + 2] = hash(begin, end);
        }
        for (int i = 0; i < count; i++) {
            sought[SOUGHT * i + 3] = slots[(int) sought[SOUGHT * i + 2] & (slots.length - 1)];
        }
        for (int i = 0; i < count; i++) {
            begin = sought[SOUGHT * i];
            end = sought[SOUGHT * i + 1];
            rows[i] = findPacked(orderIds[i], (int) sought[SOUGHT * i + 2], sought[SOUGHT * i + 3]);
        }
    }

    /** @param first what stands in the slot of the hash */
    private int findPacked(String orderId, int hash, long first) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long seen = first; seen != EMPTY; seen = slots[slot]) {
            if ((int) (seen >>> Integer.SIZE) == hash && isOf(orderId, (int) seen - 1)) {
                return (int) seen - 1;
            }
            slot = (slot + 1) & mask;
        }
        return NOBODY;
    }

    private boolean isOf(String orderId, int row) {
        return words[row * WORDS + ID_BEGIN] == begin
                && words[row * WORDS + ID_END] == end
                && ((end & HASHED) != HASHED || id[row].equals(orderId));
    }

    /** Puts an id into the two words. */
    private void pack(String orderId) {
        begin = 0;
        end = 0;
        int length = orderId.length();
        int wide = 0;
        for (int i = 0; i < Math.min(length, ID_LENGTH_MAX); i++) {
            char letter = orderId.charAt(i);
            wide |= letter;
            if (i < Long.BYTES) {
                begin |= (long) letter << (i * Byte.SIZE);
            } else {
                end |= (long) letter << ((i - Long.BYTES) * Byte.SIZE);
            }
        }
        if (length > ID_LENGTH_MAX || wide > 0xFF) {
            begin = orderId.hashCode();
            end = HASHED;
        } else {
            end |= (long) length << 56;
        }
    }

    private static int hash(long begin, long end) {
        long mixed = (begin * 0x9E37_79B9_7F4A_7C15L) ^ (Long.rotateLeft(end, 29) * 0xC2B2_AE3D_27D4_EB4FL);
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
        return (int) (mixed >>> 32);
    }

    private void enter(long hashAndRow) {
        int mask = slots.length - 1;
        int slot = (int) (hashAndRow >>> Integer.SIZE) & mask;
        while (slots[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = hashAndRow;
    }

    /** The row of a new order, or of one whose hold ran out. */
    int add(String orderId) {
        int known = find(orderId);
        return renew(known >= 0 ? known : append(orderId));
    }

    /** The row of an order that begins once more, as if nothing had been paid. */
    int renew(int row) {
        setPrepaid(row, 0);
        setPrepaidDay(row, NONE);
        setEndDay(row, NONE);
        return row;
    }

    /** As it was packed last. */
    private int append(String orderId) {
        int row = size++;
        if (row == id.length) {
            int capacity = Math.max(1024, row + (row >> 1));
            id = Arrays.copyOf(id, capacity);
            words = Arrays.copyOf(words, capacity * WORDS);
        }
        id[row] = orderId;
        words[row * WORDS + ID_BEGIN] = begin;
        words[row * WORDS + ID_END] = end;
        if (size * 2 > slots.length) {
            long[] before = slots;
            slots = new long[before.length * 2];
            // In the order of the slots: they go to two places that move along.
            for (long known : before) {
                if (known != EMPTY) {
                    enter(known);
                }
            }
        }
        enter(((long) hash(begin, end) << Integer.SIZE) | (row + 1L));
        return row;
    }

    /** What was paid at order. */
    long deposit(int row) {
        return words[row * WORDS + DEPOSIT];
    }

    void setDeposit(int row, long minor) {
        words[row * WORDS + DEPOSIT] = minor;
    }

    /** What was paid since. */
    long prepaid(int row) {
        return words[row * WORDS + PREPAID];
    }

    void setPrepaid(int row, long minor) {
        words[row * WORDS + PREPAID] = minor;
    }

    /** Of the last entry. */
    long position(int row) {
        return words[row * WORDS + POSITION];
    }

    void setPosition(int row, long position) {
        words[row * WORDS + POSITION] = position;
    }

    /** Day of the lock, which the cooling-off days count from. */
    int orderedDay(int row) {
        return upper(row, ORDERED_AND_LAST_DAY);
    }

    void setOrderedDay(int row, int day) {
        setUpper(row, ORDERED_AND_LAST_DAY, day);
    }

    /** Day of the last entry: nothing of the order is booked before it any more. */
    int lastDay(int row) {
        return lower(row, ORDERED_AND_LAST_DAY);
    }

    void setLastDay(int row, int day) {
        setLower(row, ORDERED_AND_LAST_DAY, day);
    }

    int prepaidDay(int row) {
        return upper(row, PREPAID_AND_END_DAY);
    }

    void setPrepaidDay(int row, int day) {
        setUpper(row, PREPAID_AND_END_DAY, day);
    }

    int endDay(int row) {
        return lower(row, PREPAID_AND_END_DAY);
    }

    void setEndDay(int row, int day) {
        setLower(row, PREPAID_AND_END_DAY, day);
    }

    /** Delivery bucket that a slip counts from, {@link #NONE} without one. */
    int basis(int row) {
        return upper(row, BASIS_AND_PROMISED);
    }

    void setBasis(int row, int bucket) {
        setUpper(row, BASIS_AND_PROMISED, bucket);
    }

    /** Delivery bucket promised now, {@link #NONE} beyond the horizon. */
    int promised(int row) {
        return lower(row, BASIS_AND_PROMISED);
    }

    void setPromised(int row, int bucket) {
        setLower(row, BASIS_AND_PROMISED, bucket);
    }

    int contract(int row) {
        return upper(row, CONTRACT_AND_STATE);
    }

    void setContract(int row, int number) {
        setUpper(row, CONTRACT_AND_STATE, number);
    }

    byte state(int row) {
        return (byte) lower(row, CONTRACT_AND_STATE);
    }

    void setState(int row, byte code) {
        setLower(row, CONTRACT_AND_STATE, code);
    }

    private int upper(int row, int word) {
        return (int) (words[row * WORDS + word] >> Integer.SIZE);
    }

    private void setUpper(int row, int word, int value) {
        int at = row * WORDS + word;
        words[at] = (words[at] & LOWER) | ((long) value << Integer.SIZE);
    }

    private int lower(int row, int word) {
        return (int) words[row * WORDS + word];
    }

    private void setLower(int row, int word, int value) {
        int at = row * WORDS + word;
        words[at] = (words[at] & ~LOWER) | (value & LOWER);
    }
}
