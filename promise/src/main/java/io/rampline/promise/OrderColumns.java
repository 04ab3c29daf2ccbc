package io.rampline.promise;

import io.rampline.factory.Configuration;
import java.util.Arrays;

/** The engine's orders, column by column; a row is an order's number. Grows, never shrinks. */
final class OrderColumns {
    /** Life of an order in the book. */
    static final byte OPEN = 0;

    static final byte HELD = 1;
    static final byte CANCELLED = 2;
    static final byte EXPIRED = 3;
    static final byte DELIVERED = 4;

    int size;
    boolean anyPromisedBefore;
    boolean anyDelivered;
    String[] id = new String[0];
    long[] lockedAtMicros = new long[0];
    byte[] priorityClass = new byte[0];
    int[] configuration = new int[0];
    int[] earliestBucket = new int[0];
    long[] depositMinor = new long[0];
    byte[] state = new byte[0];
    /** Build bucket now promised, {@link CompiledConfiguration#BEYOND_HORIZON} for none. */
    short[] build = new short[0];

    byte[] route = new byte[0];
    long[] binding = new long[0];
    /** Delivery bucket first promised, {@link OrderTable#NEVER_PROMISED} until there is one. */
    int[] firstDelivery = new int[0];

    /** When it was delivered; 0 until then. */
    long[] deliveredAtMicros = new long[0];

    /** 1 when it was promised a delivery before it was loaded. */
    byte[] promisedBefore = new byte[0];

    /** Position of the entry that booked it, 0 for a loaded order. */
    long[] position = new long[0];

    private final IdIndex index = new IdIndex();

    void ensure(int capacity) {
        if (capacity > id.length) {
            int larger = Math.max(capacity, Math.max(1024, id.length + (id.length >> 1)));
            id = Arrays.copyOf(id, larger);
            lockedAtMicros = Arrays.copyOf(lockedAtMicros, larger);
            priorityClass = Arrays.copyOf(priorityClass, larger);
            configuration = Arrays.copyOf(configuration, larger);
            earliestBucket = Arrays.copyOf(earliestBucket, larger);
            depositMinor = Arrays.copyOf(depositMinor, larger);
            state = Arrays.copyOf(state, larger);
            build = Arrays.copyOf(build, larger);
            route = Arrays.copyOf(route, larger);
            binding = Arrays.copyOf(binding, larger);
            firstDelivery = Arrays.copyOf(firstDelivery, larger);
            deliveredAtMicros = Arrays.copyOf(deliveredAtMicros, larger);
            promisedBefore = Arrays.copyOf(promisedBefore, larger);
            position = Arrays.copyOf(position, larger);
        }
    }

    /**
     * Adds the orders of a table, without dates.
     *
     * @param numbers the engine's number of each of the table's configurations
     */
    void load(OrderTable table, int[] numbers) {
        ensure(size + table.size());
        for (int row = 0; row < table.size(); row++) {
            int mine = size++;
            id[mine] = table.id(row);
            lockedAtMicros[mine] = table.lockedAtMicros(row);
            priorityClass[mine] = (byte) table.priorityClass(row);
            configuration[mine] = numbers[table.configurationNumber(row)];
            earliestBucket[mine] = table.earliestBucket(row);
            depositMinor[mine] = table.depositMinor(row);
            state[mine] = OPEN;
            build[mine] = CompiledConfiguration.BEYOND_HORIZON;
            promisedBefore(mine, table.promisedBucket(row));
        }
    }

    /** Sets what an order was promised in another book. */
    void promisedBefore(int row, int deliveryBucket) {
        firstDelivery[row] = deliveryBucket;
        boolean before = deliveryBucket != OrderTable.NEVER_PROMISED;
        promisedBefore[row] = before ? (byte) 1 : 0;
        anyPromisedBefore |= before;
    }

    /** Adds an order without a date, in the row of its expired hold where there is one. */
    int add(Order order, int configurationNumber) {
        int known = find(order.id());
        int row = known >= 0 ? known : size;
        ensure(row + 1);
        set(row, order, configurationNumber);
        state[row] = OPEN;
        build[row] = CompiledConfiguration.BEYOND_HORIZON;
        firstDelivery[row] = OrderTable.NEVER_PROMISED;
        promisedBefore[row] = 0;
        size = Math.max(size, row + 1);
        return row;
    }

    /** The same orders in columns of their own. */
    OrderColumns copy() {
        OrderColumns copy = new OrderColumns();
        copy.become(this);
        return copy;
    }

    /** Takes over the orders of other columns, which stay as they are. */
    void become(OrderColumns other) {
        size = other.size;
        anyPromisedBefore = other.anyPromisedBefore;
        anyDelivered = other.anyDelivered;
        id = Arrays.copyOf(other.id, size);
        lockedAtMicros = Arrays.copyOf(other.lockedAtMicros, size);
        priorityClass = Arrays.copyOf(other.priorityClass, size);
        configuration = Arrays.copyOf(other.configuration, size);
        earliestBucket = Arrays.copyOf(other.earliestBucket, size);
        depositMinor = Arrays.copyOf(other.depositMinor, size);
        state = Arrays.copyOf(other.state, size);
        build = Arrays.copyOf(other.build, size);
        route = Arrays.copyOf(other.route, size);
        binding = Arrays.copyOf(other.binding, size);
        firstDelivery = Arrays.copyOf(other.firstDelivery, size);
        promisedBefore = Arrays.copyOf(other.promisedBefore, size);
        deliveredAtMicros = Arrays.copyOf(other.deliveredAtMicros, size);
        position = Arrays.copyOf(other.position, size);
    }

    boolean open(int row) {
        return state[row] <= HELD;
    }

    void deliver(int row, long atMicros) {
        state[row] = DELIVERED;
        deliveredAtMicros[row] = atMicros;
        anyDelivered = true;
    }

    /** Whether the order uses up its slot: open, held or delivered. */
    boolean usesSlot(int row) {
        return build[row] >= 0 && (open(row) || state[row] == DELIVERED);
    }

    void set(int row, Order order, int configurationNumber) {
        id[row] = order.id();
        lockedAtMicros[row] = order.lockedAtMicros();
        priorityClass[row] = (byte) order.priorityClass();
        configuration[row] = configurationNumber;
        earliestBucket[row] = order.earliestBucket();
        depositMinor[row] = order.depositMinor();
    }

    /** One row as a value. */
    Order order(int row, Configuration wanted) {
        return new Order(
                id[row], lockedAtMicros[row], priorityClass[row], wanted, earliestBucket[row], depositMinor[row]);
    }

    /** The row of an id, -1 when there is none. */
    int find(String orderId) {
        return index.find(orderId, id, size);
    }

    /** Negative when row a is served before row b: by priority class, lock time, id. */
    int compareRank(int a, int b) {
        if (priorityClass[a] != priorityClass[b]) {
            return Byte.compare(priorityClass[a], priorityClass[b]);
        }
        if (lockedAtMicros[a] != lockedAtMicros[b]) {
            return Long.compare(lockedAtMicros[a], lockedAtMicros[b]);
        }
        return id[a].compareTo(id[b]);
    }
}
