package io.rampline.desk.admission;

import io.rampline.desk.admission.WaitingRoom.Place;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.Visitors;
import io.rampline.orderbook.Visitors.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The entrance of a waiting room: who comes is written down first and told a place then, so that a restart takes
 * nobody's place away. Many who come at once are written in one go, as bookings are.
 *
 * <p>What is written but not confirmed is written again until it is: writing twice changes nothing, and forgetting it
 * would give a place to somebody the record knows as another. Until then nobody is drawn. Safe for use by several
 * threads.
 */
public final class Entrance {
    private static final int AT_ONCE = 5_000;
    /** More than this many at one moment are told to come back; a browser does that by itself. */
    private static final int UNDER_WAY_MOST = 50_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final WaitingRoom room;
    private final Visitors visitors;
    private final LongSupplier nowMicros;
    private Map<String, CompletableFuture<Place>> coming = new LinkedHashMap<>();
    private boolean isWriting;

    /**
     * An entrance; whoever came before a restart is let in again, where he stood.
     *
     * @param nowMicros wall clock
     */
    public Entrance(WaitingRoom room, Visitors visitors, LongSupplier nowMicros) {
        this.room = room;
        this.visitors = visitors;
        this.nowMicros = nowMicros;
        List<Visitor> before = visitors.of(room.commitment());
        room.let(names(before, true), true);
        List<String> late = names(before, false);
        if (!late.isEmpty()) {
            room.let(late, false);
        }
    }

    private static List<String> names(List<Visitor> visitors, boolean early) {
        return visitors.stream()
                .filter(visitor -> visitor.isEarly() == early)
                .map(Visitor::name)
                .toList();
    }

    /** The room behind it. */
    public WaitingRoom room() {
        return room;
    }

    /**
     * Comes in, or is there already.
     *
     * @throws BookUnavailable when it is not known whether it is written down; coming again tells
     */
    public Place enter(String name) {
        if (room.isHere(name)) {
            return room.place(name, nowMicros.getAsLong());
        }
        CompletableFuture<Place> told = announce(name);
        try {
            return told.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BookUnavailable("the desk closes");
        } catch (ExecutionException failed) {
            throw new BookUnavailable("could not write down who came: "
                    + (failed.getCause() == null
                            ? failed.getMessage()
                            : failed.getCause().getMessage()));
        } catch (TimeoutException late) {
            throw new BookUnavailable("the book does not answer");
        }
    }

    private synchronized CompletableFuture<Place> announce(String name) {
        if (coming.size() >= UNDER_WAY_MOST) {
            throw new BookUnavailable("too many come at this moment");
        }
        CompletableFuture<Place> told = coming.computeIfAbsent(name, _ -> new CompletableFuture<>());
        if (!isWriting) {
            isWriting = true;
            Thread.ofVirtual().name("entrance").start(this::write);
        }
        return told;
    }

    private void write() {
        Map<String, CompletableFuture<Place>> next = next();
        while (!next.isEmpty()) {
            try {
                write(List.copyOf(next.keySet()));
                next.forEach((name, told) -> told.complete(room.place(name, nowMicros.getAsLong())));
            } catch (RuntimeException failed) {
                next.values().forEach(told -> told.completeExceptionally(failed));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                next.values().forEach(told -> told.completeExceptionally(closing));
            }
            next = next();
        }
    }

    private synchronized Map<String, CompletableFuture<Place>> next() {
        Map<String, CompletableFuture<Place>> next = new LinkedHashMap<>();
        Map<String, CompletableFuture<Place>> left = new LinkedHashMap<>();
        coming.forEach((name, told) -> (next.size() < AT_ONCE ? next : left).put(name, told));
        coming = left;
        isWriting = !next.isEmpty();
        return next;
    }

    private void write(List<String> names) throws InterruptedException {
        long now = nowMicros.getAsLong();
        int free = Math.max(0, WaitingRoom.TICKETS_MAX - room.size());
        List<Visitor> batch = new ArrayList<>();
        boolean areEarly = room.expect(now);
        long number = room.size();
        for (String name : names) {
            if (!room.isHere(name) && batch.size() < free) {
                batch.add(new Visitor(number++, name, now, areEarly));
            }
        }
        boolean isWritten = batch.isEmpty();
        try {
            while (!isWritten) {
                isWritten = isWritten(batch);
            }
        } finally {
            // After a fault nobody of them is in, and the draw no longer waits for them.
            room.let(isWritten ? batch.stream().map(Visitor::name).toList() : List.of(), areEarly);
        }
    }

    private boolean isWritten(List<Visitor> batch) throws InterruptedException {
        try {
            visitors.write(room.commitment(), batch);
            return true;
        } catch (BookUnavailable away) {
            Thread.sleep(BETWEEN_TRIES);
            return false;
        }
    }
}
