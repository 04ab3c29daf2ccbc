package io.rampline.desk.admission;

import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What is in force at the door now. Safe for use by several threads. */
public final class Admission {
    /** Rules at once: one for each product and market, with room to spare. */
    public static final int STOPS_MAX = 1_000;

    private final AtomicReference<List<OrderStop>> stops;
    private final Optional<WaitingRoom> waitingRoom;

    /**
     * A door.
     *
     * @param waitingRoom empty when customers may come straight in
     */
    public Admission(List<OrderStop> stops, Optional<WaitingRoom> waitingRoom) {
        this.stops = new AtomicReference<>(checked(stops));
        this.waitingRoom = waitingRoom;
    }

    /** Nothing is in force. */
    public static Admission open() {
        return new Admission(List.of(), Optional.empty());
    }

    public List<OrderStop> stops() {
        return stops.get();
    }

    /** From now on these are in force, and no others. */
    public void setStops(List<OrderStop> now) {
        stops.set(checked(now));
    }

    public Optional<WaitingRoom> waitingRoom() {
        return waitingRoom;
    }

    /** The earliest week after which orders of this configuration are no longer taken; empty when there is none. */
    public Optional<Week> lastDeliveryWeek(Configuration configuration) {
        List<OrderStop> now = stops.get();
        return now.isEmpty()
                ? Optional.empty()
                : now.stream()
                        .filter(stop -> stop.isFor(configuration))
                        .map(OrderStop::lastDeliveryWeek)
                        .min(Week::compareTo);
    }

    private static List<OrderStop> checked(List<OrderStop> stops) {
        if (stops.size() > STOPS_MAX) {
            throw new IllegalArgumentException("found " + stops.size() + " rules, expected at most " + STOPS_MAX);
        }
        return List.copyOf(stops);
    }
}
