package io.rampline.promise;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Network.Reservation;
import io.rampline.factory.Resource;
import io.rampline.factory.Route;
import io.rampline.factory.Week;
import io.rampline.promise.reassign.Reassignment;
import io.rampline.promise.reassign.ReassignmentProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The promise rule, told as plainly as possible: nothing is remembered, every question is answered by summing over all
 * orders.
 */
final class PlainTwin {
    static final int BEYOND = -1;
    /** Places before bucket 0 that a part may be needed in. */
    private static final int LEAD = Need.OFFSET_WEEKS_MAX;

    final Network network;
    final int weeks;
    final int[][] capacity;
    final List<TwinOrder> orders = new ArrayList<>();
    int asOfBucket;

    /** An order and its slot. */
    static final class TwinOrder {
        Order order;
        int build = BEYOND;
        Route route;
        boolean closed;
        boolean held;
        boolean delivered;
        int firstDelivery = OrderTable.NEVER_PROMISED;

        TwinOrder(Order order) {
            this.order = order;
        }

        TwinOrder copy() {
            TwinOrder copy = new TwinOrder(order);
            copy.build = build;
            copy.route = route;
            copy.closed = closed;
            copy.held = held;
            copy.delivered = delivered;
            copy.firstDelivery = firstDelivery;
            return copy;
        }
    }

    /** A slot found. */
    record Slot(int bucket, Route route) {}

    PlainTwin(Network network) {
        this.network = network;
        this.weeks = network.horizon().weeks();
        this.capacity = new int[network.resources().size()][];
        for (int r = 0; r < capacity.length; r++) {
            capacity[r] = network.resources().get(r).units().toArray();
        }
        this.asOfBucket = network.horizon().bucket(Week.of(network.scenario().asOf()));
    }

    PlainTwin copy() {
        PlainTwin copy = new PlainTwin(network);
        for (int r = 0; r < capacity.length; r++) {
            copy.capacity[r] = capacity[r].clone();
        }
        orders.forEach(order -> copy.orders.add(order.copy()));
        copy.asOfBucket = asOfBucket;
        return copy;
    }

    static final Comparator<TwinOrder> RANK = Comparator.comparingInt((TwinOrder o) -> o.order.priorityClass())
            .thenComparingLong(o -> o.order.lockedAtMicros())
            .thenComparing(o -> o.order.id());

    Optional<TwinOrder> find(String id) {
        return orders.stream().filter(o -> o.order.id().equals(id)).findFirst();
    }

    int firstBucket() {
        return Math.max(0, asOfBucket + 1);
    }

    int firstMovable() {
        return firstBucket() + network.scenario().rules().frozenWeeks();
    }

    boolean frozen(TwinOrder o) {
        return o.build >= 0 && o.build < firstMovable();
    }

    /** Units of a resource used in a bucket, which may be negative for parts needed early. */
    int used(int resource, int bucket) {
        int sum = 0;
        for (TwinOrder o : orders) {
            if ((!o.closed || o.delivered) && o.build >= 0) {
                for (Need need : o.route.needs()) {
                    if (need.resource() == resource && o.build + need.offsetWeeks() == bucket) {
                        sum += need.quantity();
                    }
                }
            }
        }
        return sum;
    }

    /** Units that may still be used in a bucket. */
    long balance(int resource, int bucket) {
        Resource r = network.resources().get(resource);
        if (!r.kind().storable()) {
            return bucket < 0 || bucket >= weeks ? 0 : (long) capacity[resource][bucket] - used(resource, bucket);
        }
        long least = Long.MAX_VALUE;
        long balance = r.openingStock();
        for (int s = -LEAD; s <= weeks + LEAD; s++) {
            balance += (s >= 0 && s < weeks ? capacity[resource][s] : 0) - used(resource, s);
            if (s >= bucket) {
                least = Math.min(least, balance);
            }
        }
        return least;
    }

    List<Need> blocked(Route route, int bucket) {
        return route.needs().stream()
                .filter(need -> balance(need.resource(), bucket + need.offsetWeeks()) < need.quantity())
                .toList();
    }

    Optional<Slot> earliest(Configuration configuration, int from) {
        if (!(network.plan(configuration) instanceof Buildable plan)) {
            return Optional.empty();
        }
        for (int bucket = Math.max(from, plan.opensBucket()); bucket < weeks; bucket++) {
            for (Route route : plan.routes()) {
                if (blocked(route, bucket).isEmpty()) {
                    return Optional.of(new Slot(bucket, route));
                }
            }
        }
        return Optional.empty();
    }

    int transit(Configuration configuration) {
        return network.plan(configuration) instanceof Buildable plan ? plan.transitWeeks() : 0;
    }

    int opens(Configuration configuration) {
        return network.plan(configuration) instanceof Buildable plan ? plan.opensBucket() : 0;
    }

    int from(Configuration configuration, int earliestBucket) {
        return earliestBucket == Order.AS_SOON_AS_POSSIBLE
                ? firstBucket()
                : Math.max(firstBucket(), earliestBucket - transit(configuration));
    }

    void date(TwinOrder o, int notBefore) {
        int from = Math.max(from(o.order.configuration(), o.order.earliestBucket()), notBefore);
        o.build = BEYOND;
        earliest(o.order.configuration(), from).ifPresent(slot -> put(o, slot));
    }

    void put(TwinOrder o, Slot slot) {
        o.build = slot.bucket();
        o.route = slot.route();
        if (o.firstDelivery == OrderTable.NEVER_PROMISED) {
            o.firstDelivery = slot.bucket() + transit(o.order.configuration());
        }
    }

    /** Moves an order to its earliest date when that gains enough. */
    boolean pull(TwinOrder o, int leastWeeks) {
        int build = o.build;
        Route route = o.route;
        o.build = BEYOND;
        int from = Math.max(from(o.order.configuration(), o.order.earliestBucket()), firstMovable());
        Optional<Slot> slot = earliest(o.order.configuration(), from);
        if (slot.isPresent() && (build < 0 || build - slot.get().bucket() >= leastWeeks)) {
            put(o, slot.get());
            return true;
        }
        o.build = build;
        o.route = route;
        return false;
    }

    List<TwinOrder> openInRankOrder() {
        return orders.stream().filter(o -> !o.closed).sorted(RANK).toList();
    }

    void promiseAll() {
        openInRankOrder().forEach(o -> o.build = BEYOND);
        for (TwinOrder o : openInRankOrder()) {
            putAtFirstPromise(o);
        }
        openInRankOrder().stream().filter(o -> o.build < 0).forEach(o -> date(o, 0));
    }

    void putAtFirstPromise(TwinOrder o) {
        int bucket = o.firstDelivery - transit(o.order.configuration());
        boolean allowed = o.firstDelivery != OrderTable.NEVER_PROMISED
                && bucket >= from(o.order.configuration(), o.order.earliestBucket())
                && bucket >= opens(o.order.configuration())
                && bucket < weeks;
        if (allowed && network.plan(o.order.configuration()) instanceof Buildable plan) {
            plan.routes().stream()
                    .filter(route -> blocked(route, bucket).isEmpty())
                    .findFirst()
                    .ifPresent(route -> put(o, new Slot(bucket, route)));
        }
    }

    /** Whether changing an order makes nobody else later when the book is run anew in rank order. */
    boolean harmless(TwinOrder changed, Configuration configuration, int earliestBucket) {
        PlainTwin without = copy();
        without.openInRankOrder().forEach(o -> {
            o.build = BEYOND;
            o.firstDelivery = OrderTable.NEVER_PROMISED;
        });
        PlainTwin with = without.copy();
        TwinOrder there = with.find(changed.order.id()).orElseThrow();
        Order old = there.order;
        List<TwinOrder> ranked = with.openInRankOrder();
        there.order = new Order(
                old.id(), old.lockedAtMicros(), old.priorityClass(), configuration, earliestBucket, old.depositMinor());
        ranked.forEach(o -> with.date(o, 0));
        without.openInRankOrder().forEach(o -> without.date(o, 0));
        return without.orders.stream().noneMatch(o -> {
            TwinOrder after = with.find(o.order.id()).orElseThrow();
            return o != changed
                    && !o.closed
                    && !o.order.id().equals(changed.order.id())
                    && horizonIfNone(after.build) > horizonIfNone(o.build);
        });
    }

    int horizonIfNone(int build) {
        return build < 0 ? weeks : build;
    }

    List<Shortage> shortages() {
        List<Shortage> found = new ArrayList<>();
        for (int r = 0; r < capacity.length; r++) {
            if (network.resources().get(r).kind().storable()) {
                int first = firstShortPart(r);
                if (first >= 0) {
                    found.add(new Shortage(r, first, -balance(r, 0)));
                }
            } else {
                for (int bucket = 0; bucket < weeks; bucket++) {
                    if (balance(r, bucket) < 0) {
                        found.add(new Shortage(r, bucket, -balance(r, bucket)));
                    }
                }
            }
        }
        return found;
    }

    private int firstShortPart(int resource) {
        long balance = network.resources().get(resource).openingStock();
        for (int s = -LEAD; s <= weeks + LEAD; s++) {
            balance += (s >= 0 && s < weeks ? capacity[resource][s] : 0) - used(resource, s);
            if (balance < 0) {
                return Math.max(0, s);
            }
        }
        return -1;
    }

    int lastShortPart(int resource) {
        long balance = network.resources().get(resource).openingStock();
        int last = -1;
        for (int s = -LEAD; s <= weeks + LEAD; s++) {
            balance += (s >= 0 && s < weeks ? capacity[resource][s] : 0) - used(resource, s);
            if (balance < 0) {
                last = s;
            }
        }
        return last;
    }

    /** Sets capacity and moves orders of lowest rank until nothing is short that can be helped; how many were moved. */
    int setCapacity(List<Level> levels) {
        setLevels(levels);
        return cure();
    }

    private void setLevels(List<Level> levels) {
        for (Level level : levels) {
            capacity[level.resource()][level.bucket()] = level.units();
            refreshOpenPool(level.resource(), level.bucket());
        }
    }

    /** Whether a plan leaves somewhere more short than now. */
    boolean delays(List<Level> levels) {
        PlainTwin under = copy();
        under.setLevels(levels);
        return under.shortages().stream()
                .anyMatch(now -> shortages().stream()
                        .noneMatch(then -> then.resource() == now.resource()
                                && then.units() >= now.units()
                                && (network.resources()
                                                .get(now.resource())
                                                .kind()
                                                .storable()
                                        || then.bucket() == now.bucket())));
    }

    /** Adopts a plan: cures what is short, lets everyone gain by rank, brings equal orders into line. */
    void adopt(List<Level> levels) {
        setLevels(levels);
        List<TwinOrder> never = orders.stream()
                .filter(o -> o.firstDelivery == OrderTable.NEVER_PROMISED)
                .toList();
        Map<String, Integer> before = new TreeMap<>();
        orders.forEach(o -> before.put(o.order.id(), horizonIfNone(o.build)));
        cure();
        List<TwinOrder> movable =
                openInRankOrder().stream().filter(o -> !frozen(o) && !o.held).toList();
        List<Integer> bounds = movable.stream()
                .map(o -> Math.max(before.getOrDefault(o.order.id(), 0), horizonIfNone(o.build)))
                .toList();
        movable.forEach(o -> pull(o, 1));
        for (TwinOrder first : movable) {
            List<Integer> group = IntStream.range(0, movable.size())
                    .filter(i -> equal(movable.get(i), first))
                    .boxed()
                    .toList();
            if (movable.get(group.getFirst()) == first) {
                dealOut(
                        group.stream().map(movable::get).toList(),
                        group.stream().map(bounds::get).toList());
            }
        }
        never.forEach(o ->
                o.firstDelivery = o.build < 0 ? OrderTable.NEVER_PROMISED : o.build + transit(o.order.configuration()));
    }

    static boolean equal(TwinOrder a, TwinOrder b) {
        return a.order.configuration().equals(b.order.configuration())
                && a.order.earliestBucket() == b.order.earliestBucket();
    }

    /** By rank, the earliest slot that leaves each order behind one no later than its bound. */
    private void dealOut(List<TwinOrder> group, List<Integer> bounds) {
        List<TwinOrder> left =
                new ArrayList<>(group.stream().map(TwinOrder::copy).toList());
        if (IntStream.range(1, left.size())
                .allMatch(i -> horizonIfNone(left.get(i - 1).build) <= horizonIfNone(left.get(i).build))) {
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            List<Integer> behind =
                    bounds.subList(i + 1, bounds.size()).stream().sorted().toList();
            TwinOrder mine = group.get(i);
            int bound = bounds.get(i);
            TwinOrder slot = left.stream()
                    .filter(o -> horizonIfNone(o.build) <= bound)
                    .filter(o -> fits(
                            left.stream()
                                    .filter(other -> other != o)
                                    .map(other -> horizonIfNone(other.build))
                                    .sorted()
                                    .toList(),
                            behind))
                    .min(Comparator.comparingInt((TwinOrder o) -> horizonIfNone(o.build))
                            .thenComparing(o -> !o.order.id().equals(mine.order.id())))
                    .orElseThrow();
            left.remove(slot);
            mine.build = slot.build;
            mine.route = slot.route;
        }
    }

    private static boolean fits(List<Integer> slots, List<Integer> bounds) {
        return IntStream.range(0, slots.size()).allMatch(i -> slots.get(i) <= bounds.get(i));
    }

    private int cure() {
        List<TwinOrder> displaced = new ArrayList<>();
        int moved = 0;
        int cured = -1;
        for (Shortage shortage : shortages()) {
            if (shortage.resource() == cured) {
                continue;
            }
            if (alone(shortage.resource())) {
                cured = shortage.resource();
                moved += reassign(cured);
                continue;
            }
            boolean storable =
                    network.resources().get(shortage.resource()).kind().storable();
            for (TwinOrder o : openInRankOrder().reversed()) {
                if (balance(shortage.resource(), shortage.bucket()) >= 0) {
                    break;
                }
                Optional<Need> need = o.build < firstMovable()
                        ? Optional.empty()
                        : o.route.needs().stream()
                                .filter(n -> n.resource() == shortage.resource())
                                .findFirst();
                int at = need.map(n -> o.build + n.offsetWeeks()).orElse(Integer.MAX_VALUE);
                if (storable ? at <= lastShortPart(shortage.resource()) : at == shortage.bucket()) {
                    o.build = BEYOND;
                    displaced.add(o);
                }
            }
        }
        displaced.stream().sorted(RANK).forEach(o -> date(o, firstMovable()));
        return moved + displaced.size();
    }

    /** Whether the resource is all that any open order needs that could use it. */
    private boolean alone(int resource) {
        return !network.resources().get(resource).kind().storable()
                && orders.stream().filter(o -> !o.closed).allMatch(o -> {
                    Buildable plan = (Buildable) network.plan(o.order.configuration());
                    boolean uses = plan.routes().stream().anyMatch(route -> needs(route, resource));
                    return !uses
                            || (plan.routes().size() == 1
                                    && plan.routes().getFirst().needs().size() == 1);
                });
    }

    private static boolean needs(Route route, int resource) {
        return route.needs().stream().anyMatch(need -> need.resource() == resource);
    }

    /** The best re-assignment of the orders of a resource that is all they need; how many moved. */
    private int reassign(int resource) {
        List<TwinOrder> movable = openInRankOrder().stream()
                .filter(o -> !frozen(o))
                .filter(o -> needs(
                        ((Buildable) network.plan(o.order.configuration()))
                                .routes()
                                .getFirst(),
                        resource))
                .toList();
        int[] slots = new int[weeks];
        for (int bucket = firstMovable(); bucket < weeks; bucket++) {
            slots[bucket] = capacity[resource][bucket];
        }
        for (TwinOrder o : orders) {
            if (o.delivered && o.build >= firstMovable() && needs(o.route, resource)) {
                slots[o.build] = Math.max(0, slots[o.build] - 1);
            }
        }
        int[] release = movable.stream()
                .mapToInt(o -> Math.max(
                        Math.max(from(o.order.configuration(), o.order.earliestBucket()), firstMovable()),
                        opens(o.order.configuration())))
                .toArray();
        int[] promise = movable.stream().mapToInt(o -> o.build).toArray();
        int[] weight =
                movable.stream().mapToInt(o -> 2 - o.order.priorityClass()).toArray();
        Reassignment best = Reassignment.solve(new ReassignmentProblem(release, promise, weight, slots));
        int moved = 0;
        for (int i = 0; i < promise.length; i++) {
            TwinOrder o = movable.get(i);
            moved += best.bucket()[i] == promise[i] ? 0 : 1;
            o.build = BEYOND;
            if (best.bucket()[i] >= 0) {
                Route route = ((Buildable) network.plan(o.order.configuration()))
                        .routes()
                        .getFirst();
                put(o, new Slot(best.bucket()[i], route));
            }
        }
        return moved;
    }

    void advance(long nowMicros) {
        asOfBucket = network.horizon().bucket(TimeOfBook.week(nowMicros));
        for (Reservation reservation : network.reservations()) {
            for (int bucket = 0; bucket < Math.min(weeks, network.releaseFence(asOfBucket)); bucket++) {
                refreshOpenPool(reservation.line(), bucket);
            }
        }
    }

    private void refreshOpenPool(int resource, int bucket) {
        for (Reservation reservation : network.reservations()) {
            if (reservation.line() == resource || reservation.openings().contains(resource)) {
                boolean released = bucket < network.releaseFence(asOfBucket);
                int line = capacity[reservation.line()][bucket];
                int reserved = reservation.reserved().get(bucket);
                for (int opening : reservation.openings()) {
                    reserved += capacity[opening][bucket];
                }
                capacity[reservation.openPool()][bucket] = released ? line : Math.max(0, line - reserved);
            }
        }
    }

    /** Ids that must keep their first promise and cannot. */
    List<String> repromise(Command.Repromise request) {
        List<String> exceptions = new ArrayList<>();
        List<TwinOrder> ranked = openInRankOrder();
        int[] before = ranked.stream().mapToInt(o -> o.build).toArray();
        Strategy[] strategies = ranked.stream().map(o -> strategy(o, request)).toArray(Strategy[]::new);
        for (int i = 0; i < strategies.length; i++) {
            boolean keeps = strategies[i] == Strategy.SKIP
                    || strategies[i] == Strategy.GAIN
                    || strategies[i] == Strategy.IMPROVE;
            if (!keeps) {
                ranked.get(i).build = BEYOND;
            }
        }
        int hysteresis = Math.max(1, network.scenario().rules().hysteresisWeeks());
        for (Strategy strategy : Strategy.values()) {
            for (int i = 0; i < strategies.length; i++) {
                TwinOrder o = ranked.get(i);
                if (strategies[i] == strategy) {
                    switch (strategy) {
                        case SKIP -> {}
                        case WIN -> {
                            date(o, firstMovable());
                            int delivery = o.build + transit(o.order.configuration());
                            if (o.firstDelivery != OrderTable.NEVER_PROMISED
                                    && (o.build < 0 || delivery > o.firstDelivery)) {
                                exceptions.add(o.order.id());
                            }
                        }
                        case GAIN -> pull(o, 1);
                        case IMPROVE -> pull(o, hysteresis);
                        case REDISTRIBUTE, LOSE -> date(o, firstMovable());
                        case FILL -> date(o, Math.max(firstMovable(), horizonIfNone(before[i])));
                    }
                }
            }
        }
        return exceptions;
    }

    private Strategy strategy(TwinOrder o, Command.Repromise request) {
        if (frozen(o) || o.held) {
            return Strategy.SKIP;
        }
        return request.assignments().stream()
                .filter(a -> a.matches(o.order.id(), o.order.priorityClass(), o.order.configuration()))
                .map(Command.Assignment::strategy)
                .findFirst()
                .orElse(request.otherwise());
    }
}
