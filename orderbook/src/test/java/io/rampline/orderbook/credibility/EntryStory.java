package io.rampline.orderbook.credibility;

import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import io.rampline.promise.Binding;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import io.rampline.promise.TimeOfBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Entries of a book as a story: on which day what happened to which order. Weeks are buckets from 2026-W01 on. */
final class EntryStory {
    static final Horizon HORIZON = new Horizon(Week.parse("2026-W01"), 60);
    static final Configuration MAX = new Configuration("home", "YU7", "Max", List.of());
    static final Configuration PRO = new Configuration("home", "YU7", "Pro", List.of());
    static final int NO_DATE = -1;

    /** An entry and when it was recorded. */
    record Told(Entry entry, long atMicros) {}

    final List<Told> told = new ArrayList<>();
    private long position;
    private LocalDate day = LocalDate.of(2026, 1, 1);

    /** From now on it is Monday of a week of the horizon. */
    EntryStory inWeek(int bucket) {
        return on(HORIZON.week(bucket).monday());
    }

    EntryStory on(LocalDate today) {
        day = today;
        return this;
    }

    EntryStory booked(String id, int delivery) {
        return booked(id, MAX, delivery);
    }

    EntryStory booked(String id, Configuration configuration, int delivery) {
        return tell(new Entry.Booked(++position, order(id, configuration), promise(delivery)));
    }

    EntryStory held(String id, int delivery) {
        return tell(new Entry.Held(++position, order(id, MAX), promise(delivery), now() + 1));
    }

    EntryStory confirmed(String id) {
        return tell(new Entry.HoldConfirmed(++position, id));
    }

    EntryStory expired(String id) {
        return tell(new Entry.HoldExpired(++position, id));
    }

    EntryStory takenOver(String id, LocalDate locked, int first, int delivery) {
        Order order = new Order(id, TimeOfBook.startOfDayMicros(locked), 0, MAX, Order.AS_SOON_AS_POSSIBLE, 0);
        return tell(new Entry.TakenOver(
                ++position, order, promise(delivery), first == NO_DATE ? OrderTable.NEVER_PROMISED : first));
    }

    EntryStory moved(String id, int from, int to) {
        return moved(id, from, to, new Reason.Repromised(Strategy.FILL));
    }

    EntryStory pulledForward(String id, int from, int to) {
        return moved(id, from, to, new Reason.PullForward());
    }

    EntryStory moved(String id, int from, int to, Reason reason) {
        return tell(new Entry.PromiseMoved(++position, id, promise(from), promise(to), reason));
    }

    EntryStory changed(String id, Configuration configuration, int delivery) {
        return tell(new Entry.Changed(++position, order(id, configuration), promise(delivery), true));
    }

    EntryStory cancelled(String id) {
        return tell(new Entry.Cancelled(++position, id));
    }

    EntryStory delivered(String id) {
        return tell(new Entry.Delivered(++position, id, now()));
    }

    EntryStory nothingToDoWithOrders() {
        return tell(new Entry.CapacityChanged(++position, 0, 3, 10, 5)).tell(new Entry.Advanced(++position, now()));
    }

    long now() {
        return TimeOfBook.startOfDayMicros(day) + 3_600_000_000L;
    }

    static Promise promise(int delivery) {
        return delivery == NO_DATE
                ? new Promise.BeyondHorizon(Binding.NOTHING)
                : new Promise.Dated("F1", Math.max(0, delivery - 1), delivery, Binding.NOTHING);
    }

    private Order order(String id, Configuration configuration) {
        return new Order(id, now(), 0, configuration, Order.AS_SOON_AS_POSSIBLE, 0);
    }

    private EntryStory tell(Entry entry) {
        told.add(new Told(entry, now()));
        return this;
    }
}
