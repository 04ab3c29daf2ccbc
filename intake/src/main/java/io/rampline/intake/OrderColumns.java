package io.rampline.intake;

import io.rampline.factory.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders as they were read, column by column, open ones and past ones, in the order of their file. */
final class OrderColumns {
    /** No day on which the order left the book. */
    static final int STILL_OPEN = Integer.MIN_VALUE;

    private int size;
    private int idColumn = 1;
    String[] ids;
    /** {@link IdHash} of each id; not filled where ids cannot repeat. */
    long[] hashes;

    long[] lockedAtMicros;
    byte[] priorityClasses;
    int[] configurationNumbers;
    int[] earliestBuckets;
    int[] promisedBuckets;
    long[] depositsMinor;
    /** The day an order was delivered or, where {@link #cancelled}, cancelled; {@link #STILL_OPEN} for an open one. */
    int[] endDays;

    boolean[] cancelled;
    /** Where each order stands in its file. */
    int[] lines;

    private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();
    private final List<Configuration> configurations = new ArrayList<>();

    OrderColumns(int capacity) {
        ids = new String[capacity];
        hashes = new long[capacity];
        lockedAtMicros = new long[capacity];
        priorityClasses = new byte[capacity];
        configurationNumbers = new int[capacity];
        earliestBuckets = new int[capacity];
        promisedBuckets = new int[capacity];
        depositsMinor = new long[capacity];
        endDays = new int[capacity];
        cancelled = new boolean[capacity];
        lines = new int[capacity];
    }

    /** The column of the file in which the ids stand, counted from 1. */
    int idColumn() {
        return idColumn;
    }

    void setIdColumn(int column) {
        idColumn = column;
    }

    int size() {
        return size;
    }

    /** The number that stands for a configuration in {@link #configurationNumbers}. */
    int number(Configuration configuration) {
        return numbers.computeIfAbsent(configuration, fresh -> {
            configurations.add(fresh);
            return configurations.size() - 1;
        });
    }

    Configuration configuration(int number) {
        return configurations.get(number);
    }

    List<Configuration> configurations() {
        return configurations;
    }

    /** Adds an order without filling its columns; the answer is its row. */
    int add() {
        if (size == ids.length) {
            resize(Math.max(1024, size * 2));
        }
        return size++;
    }

    /** Adds all orders of another part of the file, {@code lineOffset} lines behind this one's beginning. */
    void addPart(OrderColumns part, int lineOffset) {
        int begin = size;
        int end = size + part.size;
        if (end > ids.length) {
            resize(end);
        }
        System.arraycopy(part.ids, 0, ids, begin, part.size);
        System.arraycopy(part.hashes, 0, hashes, begin, part.size);
        System.arraycopy(part.lockedAtMicros, 0, lockedAtMicros, begin, part.size);
        System.arraycopy(part.priorityClasses, 0, priorityClasses, begin, part.size);
        System.arraycopy(part.earliestBuckets, 0, earliestBuckets, begin, part.size);
        System.arraycopy(part.promisedBuckets, 0, promisedBuckets, begin, part.size);
        System.arraycopy(part.depositsMinor, 0, depositsMinor, begin, part.size);
        System.arraycopy(part.endDays, 0, endDays, begin, part.size);
        System.arraycopy(part.cancelled, 0, cancelled, begin, part.size);
        int[] numberHere = new int[part.configurations.size()];
        for (int number = 0; number < numberHere.length; number++) {
            numberHere[number] = number(part.configurations.get(number));
        }
        for (int row = 0; row < part.size; row++) {
            configurationNumbers[begin + row] = numberHere[part.configurationNumbers[row]];
            lines[begin + row] = part.lines[row] + lineOffset;
        }
        size = end;
    }

    /** Says that the part of the file counted its lines from somewhere inside. */
    void moveLines(int lineOffset) {
        for (int row = 0; row < size; row++) {
            lines[row] += lineOffset;
        }
    }

    private void resize(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        lockedAtMicros = Arrays.copyOf(lockedAtMicros, capacity);
        priorityClasses = Arrays.copyOf(priorityClasses, capacity);
        configurationNumbers = Arrays.copyOf(configurationNumbers, capacity);
        earliestBuckets = Arrays.copyOf(earliestBuckets, capacity);
        promisedBuckets = Arrays.copyOf(promisedBuckets, capacity);
        depositsMinor = Arrays.copyOf(depositsMinor, capacity);
        endDays = Arrays.copyOf(endDays, capacity);
        cancelled = Arrays.copyOf(cancelled, capacity);
        lines = Arrays.copyOf(lines, capacity);
    }
}
