package io.rampline.orderbook.audit;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.factory.Route;
import io.rampline.orderbook.audit.FoldedOrder.Life;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.TimeOfBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the entries a second time: where every order is in its life and on which slot, and what that uses of every
 * bucket. What does not follow from what was there before is a difference; the fold goes on as the entry says, so that
 * one difference does not hide the next.
 */
final class HistoryFold {
    private final Network network;
    private final Findings findings;
    private final FoldedBuckets buckets;
    private final Map<String, FoldedOrder> orders = new HashMap<>();
    private final Map<Configuration, Optional<Buildable>> plans = new HashMap<>();
    private long nowMicros;
    private long position;

    HistoryFold(Network network, Findings findings) {
        this.network = network;
        this.findings = findings;
        this.buckets = new FoldedBuckets(network, findings);
        this.nowMicros = TimeOfBook.startOfDayMicros(network.scenario().asOf());
    }

    FoldedBuckets buckets() {
        return buckets;
    }

    /** What the entries say of an order; null when there are none. */
    @Nullable FoldedOrder find(String orderId) {
        return orders.get(orderId);
    }

    int size() {
        return orders.size();
    }

    void add(Entry entry) {
        findings.count(Check.HISTORIES);
        if (beginsCommand(entry)) {
            buckets.settle(position);
        }
        position = entry.position();
        switch (entry) {
            case Entry.Booked booked -> open(booked.order(), booked.promise(), Life.OPEN, false);
            case Entry.TakenOver taken ->
                open(taken.order(), taken.promise(), Life.OPEN, taken.firstDelivery() != OrderTable.NEVER_PROMISED);
            case Entry.Held held ->
                open(held.order(), held.promise(), Life.HELD, false).holdExpiresMicros = held.expiresAtMicros();
            case Entry.HoldConfirmed confirmed -> held(confirmed.orderId(), "confirmed").life = Life.OPEN;
            case Entry.HoldExpired expired -> expire(expired);
            case Entry.Cancelled cancelled -> close(open(cancelled.orderId(), "cancelled"), Life.CANCELLED);
            case Entry.Delivered delivered -> deliver(delivered);
            case Entry.Changed changed -> change(changed.order(), changed.promise());
            case Entry.PromiseMoved moved -> move(moved);
            case Entry.CapacityChanged changed -> capacity(changed);
            case Entry.PlanAdopted _ -> {}
            case Entry.ShortageOpened opened -> shortage(opened);
            case Entry.ShortageClosed closed -> shortage(closed);
            case Entry.Advanced advanced -> advance(advanced);
        }
    }

    /** Whether everything must fit before the entry, because the command before it has ended. */
    private static boolean beginsCommand(Entry entry) {
        return switch (entry) {
            case Entry.Booked _,
                    Entry.TakenOver _,
                    Entry.Held _,
                    Entry.HoldConfirmed _,
                    Entry.Cancelled _,
                    Entry.Delivered _,
                    Entry.Changed _,
                    Entry.PlanAdopted _,
                    Entry.Advanced _ -> true;
            case Entry.PromiseMoved moved -> moved.reason() instanceof Reason.PullForward;
            case Entry.HoldExpired _, Entry.CapacityChanged _, Entry.ShortageOpened _, Entry.ShortageClosed _ -> false;
        };
    }

    /** The last command has ended. */
    void end() {
        buckets.settle(position);
        buckets.end();
    }

    private FoldedOrder open(Order asked, Promise promise, Life life, boolean promisedBefore) {
        FoldedOrder before = orders.get(asked.id());
        FoldedOrder order = new FoldedOrder(position, life);
        if (before != null && before.life != Life.EXPIRED) {
            findings.add(
                    before.dated ? Check.FIRST_PROMISES : Check.HISTORIES,
                    place(),
                    "found order " + asked.id() + " a second time, expected it only in entry " + before.firstPosition);
            release(before);
        }
        orders.put(asked.id(), order);
        order.plan = plan(asked.configuration());
        order.lockedAtMicros = asked.lockedAtMicros();
        if (promisedBefore) {
            findings.count(Check.FIRST_PROMISES);
            order.dated = true;
        }
        place(order, promise);
        return order;
    }

    private void change(Order asked, Promise promise) {
        FoldedOrder order = open(asked.id(), "changed");
        expect(
                asked.lockedAtMicros() >= order.lockedAtMicros,
                () -> "found order " + asked.id() + " with an earlier lock after its change");
        order.lockedAtMicros = asked.lockedAtMicros();
        release(order);
        order.plan = plan(asked.configuration());
        place(order, promise);
    }

    private void move(Entry.PromiseMoved moved) {
        FoldedOrder order = open(moved.orderId(), "moved");
        String from = slot(moved.from());
        expect(
                from.equals(order.slot()),
                () -> "found order " + moved.orderId() + " moved from " + from + ", expected from " + order.slot());
        release(order);
        place(order, moved.to());
    }

    private void expire(Entry.HoldExpired expired) {
        FoldedOrder order = held(expired.orderId(), "expired");
        expect(
                order.holdExpiresMicros <= nowMicros,
                () -> "found the hold expired at " + nowMicros + ", expected not before " + order.holdExpiresMicros);
        close(order, Life.EXPIRED);
    }

    private void deliver(Entry.Delivered delivered) {
        FoldedOrder order = known(delivered.orderId());
        expect(order.life == Life.OPEN, () -> "found a " + order.life + " order delivered, expected it open");
        order.life = Life.DELIVERED;
    }

    private void shortage(Entry.ShortageOpened opened) {
        long units = opened.shortage().units();
        expect(units > 0, () -> "found a shortage of " + units + " opened, expected 1 or more");
        buckets.setShortage(opened.shortage().resource(), opened.shortage().bucket(), units);
    }

    private void shortage(Entry.ShortageClosed closed) {
        expect(
                buckets.shortageNamed(closed.resource(), closed.bucket()) > 0,
                () -> "found a shortage closed that was not on record: "
                        + buckets.name(closed.resource(), closed.bucket()));
        buckets.setShortage(closed.resource(), closed.bucket(), 0);
    }

    private void advance(Entry.Advanced advanced) {
        expect(
                advanced.nowMicros() >= nowMicros,
                () -> "found time run back from " + nowMicros + " to " + advanced.nowMicros());
        nowMicros = advanced.nowMicros();
    }

    private void capacity(Entry.CapacityChanged changed) {
        boolean inside = buckets.isInside(changed.bucket());
        expect(
                inside && buckets.capacity(changed.resource(), changed.bucket()) == changed.fromUnits(),
                () -> "found " + buckets.name(changed.resource(), changed.bucket()) + " changed from "
                        + changed.fromUnits() + ", expected from "
                        + buckets.capacity(changed.resource(), changed.bucket()));
        if (inside) {
            buckets.setCapacity(changed.resource(), changed.bucket(), changed.toUnits());
        }
    }

    private void place(FoldedOrder order, Promise promise) {
        if (!(promise instanceof Promise.Dated dated)) {
            return;
        }
        Route route = route(order, dated);
        if (route == null) {
            return;
        }
        if (!order.dated) {
            order.dated = true;
            findings.count(Check.FIRST_PROMISES);
        }
        order.route = route;
        order.build = dated.buildBucket();
        order.delivery = dated.deliveryBucket();
        buckets.take(route, order.build);
    }

    private @Nullable Route route(FoldedOrder order, Promise.Dated dated) {
        Buildable plan = order.plan;
        if (plan == null) {
            findings.add(Check.HISTORIES, place(), "found a date for what the scenario does not offer");
            return null;
        }
        for (Route route : plan.routes()) {
            if (route.line().equals(dated.line())) {
                int delivery = dated.buildBucket() + plan.transitWeeks();
                expect(
                        buckets.holds(route, dated.buildBucket()) && dated.buildBucket() >= plan.opensBucket(),
                        () -> "found a slot in bucket " + dated.buildBucket()
                                + ", expected one inside the horizon, after the market opens");
                expect(
                        dated.deliveryBucket() == delivery,
                        () -> "found delivery in bucket " + dated.deliveryBucket() + ", expected " + delivery);
                return route;
            }
        }
        findings.add(
                Check.HISTORIES,
                place(),
                "found line " + dated.line() + ", expected one of the scenario that builds the order");
        return null;
    }

    private void release(FoldedOrder order) {
        Route route = order.route;
        if (route != null) {
            buckets.give(route, order.build);
        }
        order.route = null;
        order.build = FoldedOrder.NOWHERE;
        order.delivery = FoldedOrder.NOWHERE;
    }

    private void close(FoldedOrder order, Life life) {
        release(order);
        order.life = life;
    }

    private FoldedOrder known(String orderId) {
        FoldedOrder order = orders.get(orderId);
        if (order == null) {
            findings.add(Check.HISTORIES, place(), "found order " + orderId + ", expected it booked before");
            order = new FoldedOrder(position, Life.OPEN);
            orders.put(orderId, order);
        }
        return order;
    }

    private FoldedOrder open(String orderId, String what) {
        FoldedOrder order = known(orderId);
        expect(
                order.open(),
                () -> "found order " + orderId + " " + what + ", expected it open, but it is " + order.life);
        return order;
    }

    private FoldedOrder held(String orderId, String what) {
        FoldedOrder order = known(orderId);
        expect(
                order.life == Life.HELD,
                () -> "found order " + orderId + " " + what + ", expected it held, but it is " + order.life);
        return order;
    }

    private @Nullable Buildable plan(Configuration configuration) {
        return plans.computeIfAbsent(
                        configuration,
                        added -> network.plan(added) instanceof Buildable plan ? Optional.of(plan) : Optional.empty())
                .orElse(null);
    }

    private static String slot(Promise promise) {
        return switch (promise) {
            case Promise.Dated dated -> FoldedOrder.slot(dated.line(), dated.buildBucket(), dated.deliveryBucket());
            case Promise.BeyondHorizon _ -> FoldedOrder.slot("", FoldedOrder.NOWHERE, FoldedOrder.NOWHERE);
        };
    }

    private interface Words {
        String say();
    }

    private void expect(boolean holds, Words otherwise) {
        if (!holds) {
            findings.add(Check.HISTORIES, place(), otherwise.say());
        }
    }

    private String place() {
        return "entry " + position;
    }
}
