package io.rampline.promise;

import io.rampline.factory.Configuration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many orders, column by column: 40 bytes an order besides its id. Immutable once built; orders stand in the order in
 * which they were added.
 *
 * <p>An order's row is its position here, 0 to {@code size() - 1}. Configurations are numbered in order of first
 * appearance.
 */
public final class OrderTable {
    /**
     * Limit on the orders of one book on one machine; a row number and its flags fit into an int with room to spare.
     */
    public static final int ORDERS_MAX = 10_000_000;

    /** No delivery bucket promised before. */
    public static final int NEVER_PROMISED = Integer.MIN_VALUE;

    private final int size;
    private final String[] ids;
    private final long[] lockedAtMicros;
    private final byte[] priorityClasses;
    private final int[] configurationNumbers;
    private final int[] earliestBuckets;
    private final int[] promisedBuckets;
    private final long[] depositsMinor;
    private final List<Configuration> configurations;

    private OrderTable(Builder builder) {
        this.size = builder.size;
        this.ids = Arrays.copyOf(builder.ids, size);
        this.lockedAtMicros = Arrays.copyOf(builder.lockedAtMicros, size);
        this.priorityClasses = Arrays.copyOf(builder.priorityClasses, size);
        this.configurationNumbers = Arrays.copyOf(builder.configurationNumbers, size);
        this.earliestBuckets = Arrays.copyOf(builder.earliestBuckets, size);
        this.promisedBuckets = Arrays.copyOf(builder.promisedBuckets, size);
        this.depositsMinor = Arrays.copyOf(builder.depositsMinor, size);
        this.configurations = List.copyOf(builder.numbers.keySet());
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    public String id(int row) {
        return ids[row];
    }

    /** Microseconds since 1970-01-01T00:00, scenario local time. */
    public long lockedAtMicros(int row) {
        return lockedAtMicros[row];
    }

    public int priorityClass(int row) {
        return priorityClasses[row];
    }

    /** Index into {@link #configurations()}. */
    public int configurationNumber(int row) {
        return configurationNumbers[row];
    }

    public Configuration configuration(int row) {
        return configurations.get(configurationNumbers[row]);
    }

    /** First bucket in which the customer takes delivery, or {@link Order#AS_SOON_AS_POSSIBLE}. */
    public int earliestBucket(int row) {
        return earliestBuckets[row];
    }

    /** Bucket of delivery promised before this run, may lie before the horizon, or {@link #NEVER_PROMISED}. */
    public int promisedBucket(int row) {
        return promisedBuckets[row];
    }

    public long depositMinor(int row) {
        return depositsMinor[row];
    }

    public List<Configuration> configurations() {
        return configurations;
    }

    /** One row as a value. */
    public Order order(int row) {
        return new Order(
                ids[row],
                lockedAtMicros[row],
                priorityClasses[row],
                configuration(row),
                earliestBuckets[row],
                depositsMinor[row]);
    }

    /** Collects orders row by row. Not for use by several threads. */
    public static final class Builder {
        private int size;
        private String[] ids = new String[1024];
        private long[] lockedAtMicros = new long[1024];
        private byte[] priorityClasses = new byte[1024];
        private int[] configurationNumbers = new int[1024];
        private int[] earliestBuckets = new int[1024];
        private int[] promisedBuckets = new int[1024];
        private long[] depositsMinor = new long[1024];
        private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();

        private Builder() {}

        public int size() {
            return size;
        }

        /** The number under which {@link #add} takes a configuration; the same for equal configurations. */
        public int number(Configuration configuration) {
            return numbers.computeIfAbsent(configuration, _ -> numbers.size());
        }

        /** Adds an order never promised before. */
        public Builder add(Order order) {
            return add(
                    order.id(),
                    order.lockedAtMicros(),
                    order.priorityClass(),
                    number(order.configuration()),
                    order.earliestBucket(),
                    NEVER_PROMISED,
                    order.depositMinor());
        }

        /**
         * Adds an order by columns.
         *
         * @param configurationNumber from {@link #number}
         * @throws IllegalStateException when the table is full
         */
        public Builder add(
                String id,
                long lockedAt,
                int priorityClass,
                int configurationNumber,
                int earliestBucket,
                int promisedBucket,
                long depositMinor) {
            if (size == ORDERS_MAX) {
                throw new IllegalStateException(
                        "found more than " + ORDERS_MAX + " orders, expected at most that; split the book by plant");
            }
            if (size == ids.length) {
                grow(Math.min(ORDERS_MAX, size * 2));
            }
            ids[size] = id;
            lockedAtMicros[size] = lockedAt;
            priorityClasses[size] = (byte) priorityClass;
            configurationNumbers[size] = configurationNumber;
            earliestBuckets[size] = earliestBucket;
            promisedBuckets[size] = promisedBucket;
            depositsMinor[size] = depositMinor;
            size++;
            return this;
        }

        public OrderTable build() {
            return new OrderTable(this);
        }

        private void grow(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            lockedAtMicros = Arrays.copyOf(lockedAtMicros, capacity);
            priorityClasses = Arrays.copyOf(priorityClasses, capacity);
            configurationNumbers = Arrays.copyOf(configurationNumbers, capacity);
            earliestBuckets = Arrays.copyOf(earliestBuckets, capacity);
            promisedBuckets = Arrays.copyOf(promisedBuckets, capacity);
            depositsMinor = Arrays.copyOf(depositsMinor, capacity);
        }
    }
}
