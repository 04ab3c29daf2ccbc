package io.rampline.orderbook.record;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What entries change in the bucket counters of the record. Worked out from the entries and the scenario alone, so that
 * the database's own check of the counters would notice an engine that oversold.
 *
 * <p>Remembers the slot of every order: 24 bytes and its id. Not for use by several threads.
 */
public final class BucketChanges {
    /** Weeks before the horizon, and after it, in which a part may be needed. */
    public static final int MARGIN = Need.OFFSET_WEEKS_MAX;

    private static final int UNSET = -1;

    private final Network network;
    private final int span;
    private final Map<Configuration, Buildable> plans = new HashMap<>();
    private final Map<String, Slot> slots = new HashMap<>();
    private final int[] units;
    private final int[] capacity;
    private final int[] shortage;
    private final long[] partShortage;
    private final boolean[] touched;
    private int[] touchedPlaces = new int[64];
    private int touchedCount;

    /** Where an order is built; {@code build} is {@value #UNSET} for nowhere. */
    private record Slot(Configuration configuration, String line, int build) {}

    public BucketChanges(Network network) {
        this.network = network;
        this.span = MARGIN + network.horizon().weeks() + MARGIN;
        int places = network.resources().size() * span;
        this.units = new int[places];
        this.capacity = filled(places);
        this.shortage = filled(places);
        this.touched = new boolean[places];
        this.partShortage = new long[network.resources().size()];
        Arrays.fill(partShortage, UNSET);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, UNSET);
        return array;
    }

    /** Remembers an order's slot without a change, for orders that are in the record already. */
    public void remember(String orderId, Configuration configuration, Promise promise) {
        slots.put(orderId, slot(configuration, promise));
    }

    /** Adds what an entry changes. */
    public void add(Entry entry) {
        switch (entry) {
            case Entry.Booked booked -> place(booked.order(), booked.promise());
            case Entry.TakenOver taken -> place(taken.order(), taken.promise());
            case Entry.Held held -> place(held.order(), held.promise());
            case Entry.Changed changed -> place(changed.order(), changed.promise());
            case Entry.PromiseMoved moved -> {
                Slot before = slot(moved.orderId());
                use(before, -1);
                Slot after = slot(before.configuration(), moved.to());
                use(after, 1);
                slots.put(moved.orderId(), after);
            }
            case Entry.Cancelled cancelled -> free(cancelled.orderId());
            case Entry.HoldExpired expired -> free(expired.orderId());
            case Entry.CapacityChanged changed -> {
                int place = touch(changed.resource(), changed.bucket());
                capacity[place] = changed.toUnits();
            }
            case Entry.ShortageOpened opened ->
                shortage(
                        opened.shortage().resource(),
                        opened.shortage().bucket(),
                        opened.shortage().units());
            case Entry.ShortageClosed closed -> shortage(closed.resource(), closed.bucket(), 0);
            case Entry.HoldConfirmed _, Entry.Delivered _, Entry.PlanAdopted _, Entry.Advanced _ -> {}
        }
    }

    private void place(Order order, Promise promise) {
        Slot before = slots.get(order.id());
        if (before != null) {
            use(before, -1);
        }
        Slot after = slot(order.configuration(), promise);
        use(after, 1);
        slots.put(order.id(), after);
    }

    private void free(String orderId) {
        use(slot(orderId), -1);
        slots.remove(orderId);
    }

    private Slot slot(String orderId) {
        Slot slot = slots.get(orderId);
        if (slot == null) {
            throw new IllegalArgumentException("found an entry for order " + orderId + ", expected it booked before");
        }
        return slot;
    }

    private static Slot slot(Configuration configuration, Promise promise) {
        return promise instanceof Promise.Dated dated
                ? new Slot(configuration, dated.line(), dated.buildBucket())
                : new Slot(configuration, "", UNSET);
    }

    private void shortage(int resource, int bucket, long units) {
        if (network.resources().get(resource).kind().storable()) {
            partShortage[resource] = units;
        } else {
            int place = touch(resource, bucket);
            shortage[place] = Math.toIntExact(units);
        }
    }

    private void use(Slot slot, int sign) {
        if (slot.build() == UNSET) {
            return;
        }
        for (Need need : route(slot).needs()) {
            int place = touch(need.resource(), slot.build() + need.offsetWeeks());
            units[place] += sign * need.quantity();
        }
    }

    private Route route(Slot slot) {
        Buildable plan = plans.computeIfAbsent(slot.configuration(), this::plan);
        for (Route route : plan.routes()) {
            if (route.line().equals(slot.line())) {
                return route;
            }
        }
        throw new IllegalArgumentException("found " + slot.configuration() + " on line " + slot.line()
                + ", expected a line of the scenario that builds it");
    }

    private Buildable plan(Configuration configuration) {
        if (network.plan(configuration) instanceof Buildable plan) {
            return plan;
        }
        throw new IllegalArgumentException("found a slot for " + configuration + ", which the scenario does not offer");
    }

    private int touch(int resource, int bucket) {
        int place = resource * span + MARGIN + bucket;
        if (!touched[place]) {
            touched[place] = true;
            if (touchedCount == touchedPlaces.length) {
                touchedPlaces = Arrays.copyOf(touchedPlaces, touchedCount * 2);
            }
            touchedPlaces[touchedCount++] = place;
        }
        return place;
    }

    /** Net changes: one place in the arrays for each bucket changed, ascending by resource and week. */
    public static final class Net {
        public final int[] resources;
        /** Bucket of the horizon, from {@link #MARGIN} before it to as many after. */
        public final int[] weeks;
        /** Added to what is promised. */
        public final int[] units;
        /** Set; null where it stays. */
        public final @Nullable Integer[] capacities;
        /** Set; null where it stays. */
        public final @Nullable Integer[] shortages;
        /** Parts whose allowed shortage is set, and to how much. */
        public final int[] parts;

        public final long[] partShortages;

        private Net(int count, int[] parts, long[] partShortages) {
            this.resources = new int[count];
            this.weeks = new int[count];
            this.units = new int[count];
            this.capacities = new Integer[count];
            this.shortages = new Integer[count];
            this.parts = parts;
            this.partShortages = partShortages;
        }
    }

    /** The net changes since the last call; they are forgotten here. */
    Net take() {
        int[] places = Arrays.copyOf(touchedPlaces, touchedCount);
        Arrays.sort(places);
        int count = places.length;
        Net net = new Net(count, parts(), shorts());
        for (int i = 0; i < count; i++) {
            int place = places[i];
            net.resources[i] = place / span;
            net.weeks[i] = place % span - MARGIN;
            net.units[i] = units[place];
            net.capacities[i] = capacity[place] == UNSET ? null : Integer.valueOf(capacity[place]);
            net.shortages[i] = shortage[place] == UNSET ? null : Integer.valueOf(shortage[place]);
            units[place] = 0;
            capacity[place] = UNSET;
            shortage[place] = UNSET;
            touched[place] = false;
        }
        touchedCount = 0;
        Arrays.fill(partShortage, UNSET);
        return net;
    }

    private int[] parts() {
        List<Resource> resources = network.resources();
        return IntStream.range(0, resources.size())
                .filter(number -> partShortage[number] != UNSET)
                .toArray();
    }

    private long[] shorts() {
        return Arrays.stream(partShortage).filter(units -> units != UNSET).toArray();
    }
}
