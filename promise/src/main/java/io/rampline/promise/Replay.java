package io.rampline.promise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Repeats entries on an engine: what was decided is taken as it is, nothing is searched. */
final class Replay {
    private static final Comparator<Shortage> BY_PLACE =
            Comparator.comparingInt(Shortage::resource).thenComparingInt(Shortage::bucket);

    private final PromiseEngine engine;
    private final OrderColumns orders;

    private Replay(PromiseEngine engine) {
        this.engine = engine;
        this.orders = engine.orders;
    }

    static void of(PromiseEngine engine, Entry entry) {
        if (entry.position() != engine.position() + 1) {
            throw new IllegalArgumentException("found entry " + entry.position() + " after entry " + engine.position()
                    + ", expected the next one");
        }
        new Replay(engine).repeat(entry);
        engine.setPosition(entry.position());
    }

    private void repeat(Entry entry) {
        switch (entry) {
            case Entry.Booked booked -> add(booked.order(), booked.promise(), booked.position());
            case Entry.TakenOver taken -> {
                int row = orders.add(
                        taken.order(),
                        engine.configurations().number(taken.order().configuration()));
                orders.promisedBefore(row, taken.firstDelivery());
                settle(row, taken.promise(), taken.position());
            }
            case Entry.Held held -> {
                int row = add(held.order(), held.promise(), held.position());
                orders.state[row] = OrderColumns.HELD;
                engine.desk.rememberHold(row, held.expiresAtMicros());
            }
            case Entry.HoldConfirmed confirmed -> {
                int row = row(confirmed.orderId());
                engine.desk.forgetHold(row);
                orders.state[row] = OrderColumns.OPEN;
                orders.position[row] = confirmed.position();
            }
            case Entry.HoldExpired expired -> close(row(expired.orderId()), OrderColumns.EXPIRED);
            case Entry.Cancelled cancelled -> close(row(cancelled.orderId()), OrderColumns.CANCELLED);
            case Entry.Delivered delivered -> {
                int row = row(delivered.orderId());
                orders.deliver(row, delivered.deliveredAtMicros());
                orders.position[row] = delivered.position();
            }
            case Entry.Changed changed -> change(changed);
            case Entry.PromiseMoved moved -> {
                int row = row(moved.orderId());
                engine.slots.release(row);
                date(row, moved.to());
            }
            case Entry.CapacityChanged changed ->
                engine.buckets.setCapacity(changed.resource(), changed.bucket(), changed.toUnits());
            case Entry.PlanAdopted adopted ->
                engine.adopted(new AdoptedPlan(adopted.plan(), adopted.name(), adopted.position()));
            case Entry.ShortageOpened opened -> shortage(opened.shortage(), true);
            case Entry.ShortageClosed closed -> shortage(new Shortage(closed.resource(), closed.bucket(), 1), false);
            case Entry.Advanced advanced -> engine.setNow(advanced.nowMicros());
        }
    }

    private int add(Order order, Promise promise, long position) {
        int row = orders.add(order, engine.configurations().number(order.configuration()));
        settle(row, promise, position);
        return row;
    }

    private void settle(int row, Promise promise, long position) {
        engine.rankChanged();
        orders.position[row] = position;
        date(row, promise);
    }

    private void change(Entry.Changed changed) {
        Order order = changed.order();
        int row = row(order.id());
        engine.slots.release(row);
        orders.set(row, order, engine.configurations().number(order.configuration()));
        engine.rankChanged();
        date(row, changed.promise());
    }

    private void close(int row, byte state) {
        if (orders.state[row] == OrderColumns.HELD) {
            engine.desk.forgetHold(row);
        }
        engine.slots.release(row);
        orders.state[row] = state;
    }

    private void date(int row, Promise promise) {
        orders.binding[row] = promise.binding().pack();
        if (promise instanceof Promise.Dated dated) {
            CompiledRoute[] routes = engine.configuration(row).routes;
            int route = 0;
            while (route < routes.length && !routes[route].line.equals(dated.line())) {
                route++;
            }
            if (route == routes.length) {
                throw new IllegalArgumentException("found order " + orders.id[row] + " on line " + dated.line()
                        + ", expected a line of the scenario that builds it");
            }
            engine.slots.place(row, route, dated.buildBucket());
        }
    }

    private int row(String orderId) {
        int row = orders.find(orderId);
        if (row < 0) {
            throw new IllegalArgumentException("found an entry for order " + orderId + ", expected it booked before");
        }
        return row;
    }

    private void shortage(Shortage shortage, boolean opened) {
        List<Shortage> all = new ArrayList<>(engine.capacityDesk.recorded());
        all.removeIf(other -> BY_PLACE.compare(other, shortage) == 0);
        if (opened) {
            all.add(shortage);
            all.sort(BY_PLACE);
        }
        engine.capacityDesk.remember(all);
    }
}
