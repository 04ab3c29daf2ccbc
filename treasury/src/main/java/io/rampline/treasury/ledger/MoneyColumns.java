package io.rampline.treasury.ledger;

import io.rampline.promise.IdIndex;
import java.util.Arrays;

/**
 * The money of every order; a row is an order's number. Grows, never shrinks. All numbers of an order stand side by
 * side, seven words of eight bytes: an entry finds its order anywhere in memory, and should wait for it once.
 */
final class MoneyColumns {
    /** No day, no week. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int WORDS = 8;
    private static final int DEPOSIT = 0;
    private static final int PREPAID = 1;
    private static final int POSITION = 2;
    private static final int ORDERED_AND_LAST_DAY = 3;
    private static final int PREPAID_AND_END_DAY = 4;
    private static final int BASIS_AND_PROMISED = 5;
    private static final int CONTRACT_AND_STATE = 6;
    private static final long LOWER = 0xFFFF_FFFFL;

    int size;
    String[] id = new String[0];
    private long[] words = new long[0];
    private final IdIndex index = new IdIndex();

    int find(String orderId) {
        return index.find(orderId, id, size);
    }

    /** The row of a new order, or of one whose hold ran out. */
    int add(String orderId) {
        int known = find(orderId);
        int row = known >= 0 ? known : size;
        if (row == id.length) {
            int capacity = Math.max(1024, row + (row >> 1));
            id = Arrays.copyOf(id, capacity);
            words = Arrays.copyOf(words, capacity * WORDS);
        }
        id[row] = orderId;
        size = Math.max(size, row + 1);
        setPrepaid(row, 0);
        setPrepaidDay(row, NONE);
        setEndDay(row, NONE);
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
