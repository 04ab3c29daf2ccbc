package io.rampline.promise;

import io.rampline.factory.Network;
import io.rampline.factory.Network.Reservation;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.Answer.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes capacity, cell by cell or by a plan, and has orders moved until nothing is short ({@link ShortageCure}).
 * Shortages are written to the book when they open and when they close.
 */
final class CapacityDesk {
    private final PromiseEngine engine;
    private List<Shortage> recorded = List.of();

    CapacityDesk(PromiseEngine engine) {
        this.engine = engine;
    }

    Answer set(Command.SetCapacity set) {
        Optional<Refused> refused = malformed(set.levels());
        if (refused.isPresent()) {
            return refused.get();
        }
        change(set.levels());
        noteShortages();
        int moved = new ShortageCure(engine, true).run();
        noteShortages();
        return new Answer.CapacitySet(engine.position(), moved, engine.openShortages());
    }

    Answer adopt(Command.AdoptPlan plan) {
        if (plan.plan().isEmpty()
                || plan.plan().length() > Command.PLAN_LENGTH_MAX
                || plan.name().length() > Command.PLAN_LENGTH_MAX) {
            return new Refused(
                    Refusal.MALFORMED,
                    "a plan's fingerprint has 1 to " + Command.PLAN_LENGTH_MAX + " characters and its name no more");
        }
        Optional<Refused> refused =
                malformed(plan.levels()).or(() -> plan.mayDelay() ? Optional.empty() : delays(plan.levels()));
        if (refused.isPresent()) {
            return refused.get();
        }
        engine.write(new Entry.PlanAdopted(engine.nextPosition(), plan.plan(), plan.name()));
        engine.adopted(new AdoptedPlan(plan.plan(), plan.name(), engine.position()));
        change(plan.levels());
        noteShortages();
        PlanAdoption adoption = new PlanAdoption(engine);
        adoption.run(plan.plan());
        noteShortages();
        return new Answer.PlanAdopted(engine.position(), adoption.earlier(), adoption.later(), engine.openShortages());
    }

    private Optional<Refused> malformed(List<Level> levels) {
        if (levels.isEmpty() || levels.size() > Command.LEVELS_MAX) {
            return refused(
                    Refusal.MALFORMED,
                    "capacity is set for 1 to " + Command.LEVELS_MAX + " resources and weeks, found " + levels.size());
        }
        for (Level level : levels) {
            if (level.resource() < 0
                    || level.resource() >= engine.network.resources().size()) {
                return refused(Refusal.UNKNOWN_RESOURCE, "no resource number " + level.resource());
            }
            if (level.bucket() < 0 || level.bucket() >= engine.buckets.weeks()) {
                return refused(
                        Refusal.UNKNOWN_RESOURCE,
                        "no bucket " + level.bucket() + " in a horizon of " + engine.buckets.weeks());
            }
            if (level.units() < 0) {
                return refused(Refusal.MALFORMED, "capacity is 0 or more, found " + level.units());
            }
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).sameCell(levels.get(i - 1))) {
                return refused(
                        Refusal.MALFORMED,
                        "found two levels of " + name(levels.get(i).resource()) + " in bucket "
                                + levels.get(i).bucket() + ", expected one");
            }
        }
        return Optional.empty();
    }

    private String name(int resource) {
        return engine.network.resources().get(resource).label();
    }

    private static Optional<Refused> refused(Refusal refusal, String detail) {
        return Optional.of(new Refused(refusal, detail));
    }

    /** Whether the levels leave more promised than there is where it was not so before. */
    private Optional<Refused> delays(List<Level> levels) {
        List<Shortage> before = engine.openShortages();
        List<Level> undo = new ArrayList<>();
        for (Level cell : cells(levels)) {
            undo.add(new Level(cell.resource(), cell.bucket(), engine.capacity(cell.resource(), cell.bucket())));
            engine.buckets.setCapacity(cell.resource(), cell.bucket(), cell.units());
        }
        List<Shortage> after = engine.openShortages();
        undo.forEach(cell -> engine.buckets.setCapacity(cell.resource(), cell.bucket(), cell.units()));
        return after.stream()
                .filter(now -> before.stream().noneMatch(then -> isNoWorse(now, then)))
                .findFirst()
                .flatMap(now -> refused(
                        Refusal.PLAN_DELAYS,
                        "the plan leaves " + name(now.resource()) + " short by " + now.units() + " from bucket "
                                + now.bucket() + " on; maybe allow it to delay orders"));
    }

    private boolean isNoWorse(Shortage now, Shortage then) {
        return now.resource() == then.resource()
                && now.units() <= then.units()
                && (engine.buckets.storable(now.resource()) || now.bucket() == then.bucket());
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
                change(openPool(reservation, bucket, Map.of()));
            }
        }
    }

    /** @param cells what else is set with it */
    private Level openPool(Reservation reservation, int bucket, Map<Long, Level> cells) {
        boolean released = bucket < engine.network.releaseFence(engine.asOfBucket());
        long reserved = reservation.reserved().get(bucket);
        for (int opening : reservation.openings()) {
            reserved += units(opening, bucket, cells);
        }
        int kept = (int) Math.min(WeeklyUnits.UNLIMITED, reserved);
        int units = Network.openUnits(units(reservation.line(), bucket, cells), kept, released);
        return new Level(reservation.openPool(), bucket, units);
    }

    private int units(int resource, int bucket, Map<Long, Level> cells) {
        Level set = cells.get(key(resource, bucket));
        return set == null ? engine.capacity(resource, bucket) : set.units();
    }

    /** The levels with the open pools that follow from them, each cell once, in the order in which they are set. */
    private Collection<Level> cells(List<Level> levels) {
        Map<Long, Level> cells = new LinkedHashMap<>();
        for (Level level : levels) {
            put(cells, level);
            for (Reservation reservation : engine.network.reservations()) {
                if (reservation.line() == level.resource()
                        || reservation.openings().contains(level.resource())) {
                    put(cells, openPool(reservation, level.bucket(), cells));
                }
            }
        }
        return cells.values();
    }

    private static void put(Map<Long, Level> cells, Level level) {
        cells.put(key(level.resource(), level.bucket()), level);
    }

    private static long key(int resource, int bucket) {
        return (long) resource << 32 | bucket;
    }

    private void change(List<Level> levels) {
        cells(levels).forEach(this::change);
    }

    private void change(Level level) {
        int before = engine.capacity(level.resource(), level.bucket());
        if (before != level.units()) {
            engine.buckets.setCapacity(level.resource(), level.bucket(), level.units());
            engine.write(new Entry.CapacityChanged(
                    engine.nextPosition(), level.resource(), level.bucket(), before, level.units()));
        }
    }
}
