package io.rampline.promise;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state of an engine as a value: a copy of its columns, taken in a few milliseconds for a million orders, to be
 * encoded, hashed or turned into an engine again elsewhere.
 *
 * <p>The bytes are canonical: engines that followed the same entries over the same network have the same bytes,
 * whatever was asked of them in between. Layout, big-endian: form (2), position, now, weeks, resources, capacity of
 * every resource and week, configurations in order of first use, orders by row, holds by expiry, recorded shortages,
 * the plan in force. Texts are a length in bytes and UTF-8.
 */
public final class BookImage {
    private static final int FORM = 2;
    /** Bytes of an order besides its id. */
    private static final int ORDER_BYTES = 60;

    /** Bytes of everything whose size does not depend on the book. */
    private static final int FRAME_BYTES = 56;

    private final long position;
    private final long nowMicros;
    private final int weeks;
    private final int[] capacity;
    private final OrderColumns orders;
    private final List<Configuration> configurations;
    private final List<CommandDesk.Hold> holds;
    private final List<Shortage> shortages;
    private final Optional<AdoptedPlan> plan;

    private BookImage(
            long position,
            long nowMicros,
            int weeks,
            int[] capacity,
            OrderColumns orders,
            List<Configuration> configurations,
            List<CommandDesk.Hold> holds,
            List<Shortage> shortages,
            Optional<AdoptedPlan> plan) {
        this.position = position;
        this.nowMicros = nowMicros;
        this.weeks = weeks;
        this.capacity = capacity;
        this.orders = orders;
        this.configurations = configurations;
        this.holds = holds;
        this.shortages = shortages;
        this.plan = plan;
    }

    static BookImage of(PromiseEngine engine) {
        int weeks = engine.buckets.weeks();
        int[] capacity = new int[engine.network.resources().size() * weeks];
        for (int i = 0; i < capacity.length; i++) {
            capacity[i] = engine.capacity(i / weeks, i % weeks);
        }
        List<Configuration> configurations = new ArrayList<>();
        for (int number = 0; number < engine.configurations().count(); number++) {
            configurations.add(engine.configurations().get(number).configuration);
        }
        return new BookImage(
                engine.position(),
                engine.nowMicros(),
                weeks,
                capacity,
                engine.orders.copy(),
                configurations,
                engine.desk.holds(),
                engine.capacityDesk.recorded(),
                engine.planInForce());
    }

    /** Position of the last entry in it. */
    public long position() {
        return position;
    }

    /**
     * An engine in this state.
     *
     * @param network the one the image was taken of
     * @param book as for {@link PromiseEngine#PromiseEngine(Network, Consumer)}
     * @throws IllegalArgumentException when the image is of another network
     */
    public PromiseEngine engine(Network network, Consumer<Entry> book) {
        return engine(new PromiseEngine(network, book));
    }

    /** As {@link #engine(Network, Consumer)}, with entries that nobody keeps. */
    public PromiseEngine engine(Network network) {
        return engine(new PromiseEngine(network));
    }

    private PromiseEngine engine(PromiseEngine engine) {
        Network network = engine.network();
        if (weeks != network.horizon().weeks()
                || capacity.length != network.resources().size() * weeks) {
            throw new IllegalArgumentException("found an image of " + weeks + " weeks and " + capacity.length / weeks
                    + " resources, expected " + network.horizon().weeks() + " and "
                    + network.resources().size());
        }
        engine.setNow(nowMicros);
        engine.setPosition(position);
        for (int i = 0; i < capacity.length; i++) {
            if (engine.capacity(i / weeks, i % weeks) != capacity[i]) {
                engine.buckets.setCapacity(i / weeks, i % weeks, capacity[i]);
            }
        }
        configurations.forEach(engine.configurations()::number);
        engine.orders.become(orders);
        for (int row = 0; row < orders.size; row++) {
            if (orders.usesSlot(row)) {
                engine.configuration(row).take(engine.buckets, orders.route[row], orders.build[row]);
            }
        }
        holds.forEach(hold -> engine.desk.rememberHold(hold.row(), hold.expiresAtMicros()));
        engine.capacityDesk.remember(shortages);
        plan.ifPresent(engine::adopted);
        engine.rankChanged();
        return engine;
    }

    /** SHA-256 of the bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The state as bytes: see the class. */
    public byte[] bytes() {
        int[] canonical = new int[configurations.size()];
        List<Configuration> used = usedConfigurations(canonical);
        byte[][] ids = new byte[orders.size][];
        byte[] planText = plan.map(AdoptedPlan::plan).orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] planName = plan.map(AdoptedPlan::name).orElse("").getBytes(StandardCharsets.UTF_8);
        long length = FRAME_BYTES
                + planText.length
                + planName.length
                + 4L * capacity.length
                + 12L * holds.size()
                + 16L * shortages.size();
        for (int row = 0; row < orders.size; row++) {
            ids[row] = orders.id[row].getBytes(StandardCharsets.UTF_8);
            length += ORDER_BYTES + ids[row].length;
        }
        byte[] catalogue = catalogue(used);
        ByteBuffer to = ByteBuffer.allocate(Math.toIntExact(length + catalogue.length));
        to.putInt(FORM).putLong(position).putLong(nowMicros).putInt(weeks).putInt(capacity.length);
        for (int units : capacity) {
            to.putInt(units);
        }
        to.putInt(used.size()).put(catalogue).putInt(orders.size);
        for (int row = 0; row < orders.size; row++) {
            to.putShort((short) ids[row].length).put(ids[row]);
            putOrder(to, row, canonical[orders.configuration[row]]);
        }
        to.putInt(holds.size());
        holds.forEach(hold -> to.putLong(hold.expiresAtMicros()).putInt(hold.row()));
        to.putInt(shortages.size());
        shortages.forEach(shortage ->
                to.putInt(shortage.resource()).putInt(shortage.bucket()).putLong(shortage.units()));
        to.putLong(plan.map(AdoptedPlan::position).orElse(0L));
        to.putShort((short) planText.length).put(planText);
        to.putShort((short) planName.length).put(planName);
        return to.array();
    }

    private void putOrder(ByteBuffer to, int row, int configuration) {
        boolean slot = orders.build[row] >= 0;
        to.putLong(orders.lockedAtMicros[row])
                .put(orders.priorityClass[row])
                .putInt(configuration)
                .putInt(orders.earliestBucket[row])
                .putLong(orders.depositMinor[row])
                .put(orders.state[row])
                .putShort(orders.build[row])
                .put(slot ? orders.route[row] : 0)
                .putLong(orders.binding[row])
                .putInt(orders.firstDelivery[row])
                .put(orders.promisedBefore[row])
                .putLong(orders.state[row] == OrderColumns.DELIVERED ? orders.deliveredAtMicros[row] : 0)
                .putLong(orders.position[row]);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static BookImage read(byte[] bytes) {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | NegativeArraySizeException broken) {
            throw new IllegalArgumentException("found an image that ends early, expected the whole of it", broken);
        }
    }

    private static BookImage read(ByteBuffer from) {
        int form = from.getInt();
        if (form != FORM) {
            throw new IllegalArgumentException("found an image of form " + form + ", expected form " + FORM);
        }
        long position = from.getLong();
        long now = from.getLong();
        int weeks = from.getInt();
        int[] capacity = new int[from.getInt()];
        for (int i = 0; i < capacity.length; i++) {
            capacity[i] = from.getInt();
        }
        List<Configuration> configurations = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            configurations.add(configuration(from));
        }
        OrderColumns orders = new OrderColumns();
        int size = from.getInt();
        orders.ensure(size);
        for (int row = 0; row < size; row++) {
            readOrder(from, orders, row);
        }
        orders.size = size;
        List<CommandDesk.Hold> holds = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            holds.add(new CommandDesk.Hold(from.getLong(), from.getInt()));
        }
        List<Shortage> shortages = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            shortages.add(new Shortage(from.getInt(), from.getInt(), from.getLong()));
        }
        long adoptedAt = from.getLong();
        AdoptedPlan plan = new AdoptedPlan(text(from, from.getShort()), text(from, from.getShort()), adoptedAt);
        return new BookImage(
                position,
                now,
                weeks,
                capacity,
                orders,
                configurations,
                holds,
                shortages,
                adoptedAt == 0 ? Optional.empty() : Optional.of(plan));
    }

    private static void readOrder(ByteBuffer from, OrderColumns orders, int row) {
        orders.id[row] = text(from, from.getShort());
        orders.lockedAtMicros[row] = from.getLong();
        orders.priorityClass[row] = from.get();
        orders.configuration[row] = from.getInt();
        orders.earliestBucket[row] = from.getInt();
        orders.depositMinor[row] = from.getLong();
        orders.state[row] = from.get();
        orders.build[row] = from.getShort();
        orders.route[row] = from.get();
        orders.binding[row] = from.getLong();
        orders.firstDelivery[row] = from.getInt();
        orders.promisedBefore[row] = from.get();
        orders.anyPromisedBefore |= orders.promisedBefore[row] != 0;
        orders.deliveredAtMicros[row] = from.getLong();
        orders.anyDelivered |= orders.state[row] == OrderColumns.DELIVERED;
        orders.position[row] = from.getLong();
    }

    /** Configurations that orders have, in order of first use; {@code canonical} gets the place of each by number. */
    private List<Configuration> usedConfigurations(int[] canonical) {
        Map<Configuration, Integer> places = new LinkedHashMap<>();
        Arrays.fill(canonical, -1);
        for (int row = 0; row < orders.size; row++) {
            int number = orders.configuration[row];
            if (canonical[number] < 0) {
                canonical[number] = places.size();
                places.put(configurations.get(number), canonical[number]);
            }
        }
        return List.copyOf(places.keySet());
    }

    private static byte[] catalogue(List<Configuration> configurations) {
        List<byte[]> texts = new ArrayList<>();
        int length = 0;
        for (Configuration configuration : configurations) {
            List<String> fields =
                    new ArrayList<>(List.of(configuration.market(), configuration.model(), configuration.trim()));
            fields.addAll(configuration.options());
            ByteBuffer one = ByteBuffer.allocate(
                    fields.stream().mapToInt(field -> 3 * field.length() + 2).sum() + 2);
            one.putShort((short) fields.size());
            for (String field : fields) {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                one.putShort((short) text.length).put(text);
            }
            texts.add(Arrays.copyOf(one.array(), one.position()));
            length += one.position();
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        texts.forEach(all::put);
        return all.array();
    }

    private static Configuration configuration(ByteBuffer from) {
        List<String> fields = new ArrayList<>();
        for (int left = from.getShort(); left > 0; left--) {
            fields.add(text(from, from.getShort()));
        }
        return new Configuration(fields.get(0), fields.get(1), fields.get(2), fields.subList(3, fields.size()));
    }

    private static String text(ByteBuffer from, int length) {
        byte[] text = new byte[length];
        from.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
