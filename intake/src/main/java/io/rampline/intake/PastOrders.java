package io.rampline.intake;

import io.rampline.factory.Configuration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders that are out of the book, column by column: 13 bytes an order. Immutable once built; in rank order.
 *
 * <p>Days are counted since 1970-01-01.
 */
public final class PastOrders {
    /** How an order left the book. */
    public enum End {
        DELIVERED,
        CANCELLED
    }

    private final int size;
    private final int[] configurationNumbers;
    private final int[] lockedDays;
    private final int[] endDays;
    private final boolean[] cancelled;
    private final List<Configuration> configurations;

    private PastOrders(Builder builder) {
        this.size = builder.size;
        this.configurationNumbers = Arrays.copyOf(builder.configurationNumbers, size);
        this.lockedDays = Arrays.copyOf(builder.lockedDays, size);
        this.endDays = Arrays.copyOf(builder.endDays, size);
        this.cancelled = Arrays.copyOf(builder.cancelled, size);
        this.configurations = List.copyOf(builder.numbers.keySet());
    }

    static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    /** Index into {@link #configurations()}. */
    public int configurationNumber(int row) {
        return configurationNumbers[row];
    }

    public Configuration configuration(int row) {
        return configurations.get(configurationNumbers[row]);
    }

    public List<Configuration> configurations() {
        return configurations;
    }

    public int lockedDay(int row) {
        return lockedDays[row];
    }

    /** The day it was delivered or cancelled; not before it was locked. */
    public int endDay(int row) {
        return endDays[row];
    }

    public End end(int row) {
        return cancelled[row] ? End.CANCELLED : End.DELIVERED;
    }

    /** Collects orders row by row. */
    static final class Builder {
        private int size;
        private int[] configurationNumbers = new int[1024];
        private int[] lockedDays = new int[1024];
        private int[] endDays = new int[1024];
        private boolean[] cancelled = new boolean[1024];
        private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();

        private Builder() {}

        int number(Configuration configuration) {
            return numbers.computeIfAbsent(configuration, _ -> numbers.size());
        }

        void add(int configurationNumber, int lockedDay, int endDay, End end) {
            if (size == endDays.length) {
                int capacity = size * 2;
                configurationNumbers = Arrays.copyOf(configurationNumbers, capacity);
                lockedDays = Arrays.copyOf(lockedDays, capacity);
                endDays = Arrays.copyOf(endDays, capacity);
                cancelled = Arrays.copyOf(cancelled, capacity);
            }
            configurationNumbers[size] = configurationNumber;
            lockedDays[size] = lockedDay;
            endDays[size] = endDay;
            cancelled[size] = end == End.CANCELLED;
            size++;
        }

        PastOrders build() {
            return new PastOrders(this);
        }
    }
}
