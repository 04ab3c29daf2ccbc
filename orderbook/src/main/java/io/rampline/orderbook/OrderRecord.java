package io.rampline.orderbook;

import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the record has it.
 *
 * @param first what it was promised first; never changes
 * @param now what it is promised now, or was last
 * @param position of the last entry about it
 * @param bookedBy who booked or held it
 * @param moves how often its promise was moved
 */
public record OrderRecord(
        Order order,
        State state,
        Promise first,
        Promise now,
        long position,
        String bookedBy,
        Instant bookedAt,
        int moves) {
    /** Life of an order. */
    public enum State {
        HELD,
        BOOKED,
        DELIVERED,
        CANCELLED,
        EXPIRED
    }

    /** Folds the entries about one order, oldest first; empty when there are none. */
    static Optional<OrderRecord> of(List<RecordedEntry> entries) {
        OrderRecord record = null;
        for (RecordedEntry entry : entries) {
            record = next(record, entry);
        }
        return Optional.ofNullable(record);
    }

    private static @Nullable OrderRecord next(@Nullable OrderRecord before, RecordedEntry recorded) {
        return switch (recorded.entry()) {
            case Entry.Booked booked -> fresh(booked.order(), State.BOOKED, booked.promise(), recorded);
            case Entry.TakenOver taken -> fresh(taken.order(), State.BOOKED, taken.promise(), recorded);
            case Entry.Held held -> fresh(held.order(), State.HELD, held.promise(), recorded);
            case Entry.HoldConfirmed _ -> before == null ? null : before.to(State.BOOKED, recorded);
            case Entry.HoldExpired _ -> before == null ? null : before.to(State.EXPIRED, recorded);
            case Entry.Cancelled _ -> before == null ? null : before.to(State.CANCELLED, recorded);
            case Entry.Delivered _ -> before == null ? null : before.to(State.DELIVERED, recorded);
            case Entry.Changed changed ->
                before == null ? null : before.with(changed.order(), changed.promise(), recorded);
            case Entry.PromiseMoved moved -> before == null ? null : before.with(before.order, moved.to(), recorded);
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> before;
        };
    }

    private static OrderRecord fresh(Order order, State state, Promise promise, RecordedEntry recorded) {
        return new OrderRecord(
                order, state, promise, promise, recorded.position(), recorded.actor(), recorded.recordedAt(), 0);
    }

    private OrderRecord to(State next, RecordedEntry recorded) {
        return new OrderRecord(order, next, first, now, recorded.position(), bookedBy, bookedAt, moves);
    }

    private OrderRecord with(Order changed, Promise promise, RecordedEntry recorded) {
        return new OrderRecord(changed, state, first, promise, recorded.position(), bookedBy, bookedAt, moves + 1);
    }
}
