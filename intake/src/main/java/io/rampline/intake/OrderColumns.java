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
    String[] ids;
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

    private void resize(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
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
