package io.rampline.promise;

import io.rampline.factory.Network;
import io.rampline.factory.Network.Reservation;
import io.rampline.promise.Answer.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes capacity. After a cut, orders are moved until nothing is short. Where the short resource is all that its
 * orders need, the best re-assignment is taken ({@link SingleBottleneck}). Otherwise orders of lowest rank that use the
 * short bucket are moved until nothing is short, then dated anew in rank order; orders in the frozen zone stay.
 * Shortages are written to the book when they open and when they close.
 */
final class CapacityDesk {
    private final PromiseEngine engine;
    private List<Shortage> recorded = List.of();

    CapacityDesk(PromiseEngine engine) {
        this.engine = engine;
    }

    Answer set(Command.SetCapacity set) {
        if (set.resource() < 0 || set.resource() >= engine.network.resources().size()) {
            return new Refused(Refusal.UNKNOWN_RESOURCE, "no resource number " + set.resource());
        }
        if (set.bucket() < 0 || set.bucket() >= engine.buckets.weeks()) {
            return new Refused(
                    Refusal.UNKNOWN_RESOURCE,
                    "no bucket " + set.bucket() + " in a horizon of " + engine.buckets.weeks());
        }
        if (set.units() < 0) {
            return new Refused(Refusal.MALFORMED, "capacity is 0 or more, found " + set.units());
        }
        change(set.resource(), set.bucket(), set.units());
        openPoolOf(set.resource(), set.bucket());
        noteShortages();
        int moved = cure();
        noteShortages();
        return new Answer.CapacitySet(engine.position(), moved, engine.openShortages());
    }

    /** Past the release fence a line's open pool is the whole line. */
    void releaseReservations() {
        int fence = Math.min(engine.buckets.weeks(), engine.network.releaseFence(engine.asOfBucket()));
        for (Reservation reservation : engine.network.reservations()) {
            for (int bucket = 0; bucket < fence; bucket++) {
                openPoolOf(reservation.line(), bucket);
            }
        }
    }

    /** Writes what opened and what closed since it was last asked. */
    void noteShortages() {
        List<Shortage> open = engine.openShortages();
        for (Shortage before : recorded) {
            if (open.stream()
                    .noneMatch(now -> now.resource() == before.resource() && now.bucket() == before.bucket())) {
                engine.write(new Entry.ShortageClosed(engine.nextPosition(), before.resource(), before.bucket()));
            }
        }
        for (Shortage now : open) {
            if (!recorded.contains(now)) {
                engine.write(new Entry.ShortageOpened(engine.nextPosition(), now));
            }
        }
        recorded = open;
    }

    /** Takes over what the book says was short. */
    void remember(List<Shortage> shortages) {
        recorded = List.copyOf(shortages);
    }

    List<Shortage> recorded() {
        return recorded;
    }

    private void openPoolOf(int resource, int bucket) {
        for (Reservation reservation : engine.network.reservations()) {
            if (reservation.line() == resource) {
                boolean released = bucket < engine.network.releaseFence(engine.asOfBucket());
                int open = Network.openUnits(
                        engine.capacity(resource, bucket),
                        reservation.reserved().get(bucket),
                        released);
                change(reservation.openPool(), bucket, open);
            }
        }
    }

    private void change(int resource, int bucket, int units) {
        int before = engine.capacity(resource, bucket);
        if (before != units) {
            engine.buckets.setCapacity(resource, bucket, units);
            engine.write(new Entry.CapacityChanged(engine.nextPosition(), resource, bucket, before, units));
        }
    }

    private int cure() {
        List<Displaced> displaced = new ArrayList<>();
        int moved = 0;
        int cured = -1;
        for (Shortage shortage : engine.openShortages()) {
            if (shortage.resource() == cured) {
                continue;
            }
            if (SingleBottleneck.holds(engine, shortage.resource())) {
                cured = shortage.resource();
                moved += SingleBottleneck.cure(engine, cured, shortage.bucket());
            } else {
                displace(shortage, displaced);
            }
        }
        displaced.sort((a, b) -> engine.orders.compareRank(a.row(), b.row()));
        for (Displaced order : displaced) {
            engine.promiseAgain(order.row(), engine.firstMovableBucket());
            engine.write(new Entry.PromiseMoved(
                    engine.nextPosition(),
                    engine.orders.id[order.row()],
                    order.before(),
                    engine.promiseOf(order.row()),
                    new Reason.CapacityCut(
                            order.shortage().resource(), order.shortage().bucket())));
        }
        return moved + displaced.size();
    }

    /** An order that lost its slot to a cut. */
    private record Displaced(int row, Promise before, Shortage shortage) {}

    private void displace(Shortage shortage, List<Displaced> displaced) {
        int resource = shortage.resource();
        int bucket = shortage.bucket();
        List<Integer> candidates = new ArrayList<>();
        for (int row = 0; row < engine.orders.size; row++) {
            if (engine.orders.open(row)
                    && engine.orders.build[row] >= engine.firstMovableBucket()
                    && uses(row, resource)) {
                candidates.add(row);
            }
        }
        candidates.sort((a, b) -> engine.orders.compareRank(b, a));
        for (int row : candidates) {
            if (engine.balance(resource, bucket) >= 0) {
                return;
            }
            if (helps(row, resource, bucket)) {
                displaced.add(new Displaced(row, engine.promiseOf(row), shortage));
                engine.release(row);
            }
        }
    }

    private boolean uses(int row, int resource) {
        return engine.routeOf(row).needOf(resource) >= 0;
    }

    /**
     * Whether taking the order away adds to the balance of the bucket, for a part: to the deepest point of its balance.
     */
    private boolean helps(int row, int resource, int bucket) {
        CompiledRoute route = engine.routeOf(row);
        int needBucket = engine.orders.build[row] + route.shift[route.needOf(resource)] - Buckets.LEAD;
        if (!engine.buckets.storable(resource)) {
            return needBucket == bucket;
        }
        return needBucket <= engine.buckets.balances().lastShortBucket(resource);
    }
}
