package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Ownership;
import io.rampline.factory.WeeklyUnits;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.record.EntryText;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Entries of the book as objects. */
final class EntryJson {
    private final PromiseText text;

    EntryJson(PromiseText text) {
        this.text = text;
    }

    /** @param withActor whether to say who it was, and not only in which role */
    void members(JsonGenerator json, RecordedEntry recorded, boolean withActor, int nowBucket) throws IOException {
        json.writeNumberField("position", recorded.position());
        json.writeStringField("recorded_at", recorded.recordedAt().toString());
        json.writeStringField("kind", EntryText.kind(recorded.entry()));
        json.writeStringField("actor", withActor ? recorded.actor() : Ownership.roleOf(recorded.actor()));
        json.writeStringField("reason", recorded.reason().isEmpty() ? null : recorded.reason());
        switch (recorded.entry()) {
            case Entry.Booked booked -> order(json, booked.order(), booked.promise(), nowBucket);
            case Entry.TakenOver taken -> order(json, taken.order(), taken.promise(), nowBucket);
            case Entry.Held held -> {
                order(json, held.order(), held.promise(), nowBucket);
                json.writeStringField("expires_at", PromiseText.moment(held.expiresAtMicros()));
            }
            case Entry.HoldConfirmed confirmed -> json.writeStringField("order_id", confirmed.orderId());
            case Entry.HoldExpired expired -> json.writeStringField("order_id", expired.orderId());
            case Entry.Cancelled cancelled -> json.writeStringField("order_id", cancelled.orderId());
            case Entry.Delivered delivered -> {
                json.writeStringField("order_id", delivered.orderId());
                json.writeStringField("delivered_at", PromiseText.moment(delivered.deliveredAtMicros()));
            }
            case Entry.Changed changed -> {
                order(json, changed.order(), changed.promise(), nowBucket);
                json.writeBooleanField("kept_rank", changed.keptRank());
            }
            case Entry.PromiseMoved moved -> {
                json.writeStringField("order_id", moved.orderId());
                text.promise(json, "from", moved.from(), nowBucket);
                text.promise(json, "promise", moved.to(), nowBucket);
                why(json, moved.reason());
            }
            case Entry.CapacityChanged changed -> {
                bucket(json, changed.resource(), changed.bucket());
                units(json, "from_units", changed.fromUnits());
                units(json, "units", changed.toUnits());
            }
            case Entry.PlanAdopted adopted -> {
                json.writeStringField("plan", adopted.plan());
                json.writeStringField("name", adopted.name());
            }
            case Entry.ShortageOpened opened -> {
                bucket(json, opened.shortage().resource(), opened.shortage().bucket());
                json.writeNumberField("units", opened.shortage().units());
            }
            case Entry.ShortageClosed closed -> bucket(json, closed.resource(), closed.bucket());
            case Entry.Advanced advanced -> json.writeStringField("now", PromiseText.moment(advanced.nowMicros()));
        }
    }

    /** The order that an entry brings into the book. */
    static Optional<Order> order(Entry entry) {
        return switch (entry) {
            case Entry.Booked booked -> Optional.of(booked.order());
            case Entry.TakenOver taken -> Optional.of(taken.order());
            case Entry.Held held -> Optional.of(held.order());
            case Entry.HoldConfirmed _,
                    Entry.HoldExpired _,
                    Entry.Cancelled _,
                    Entry.Delivered _,
                    Entry.Changed _,
                    Entry.PromiseMoved _,
                    Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> Optional.empty();
        };
    }

    private void order(JsonGenerator json, Order order, Promise promise, int nowBucket) throws IOException {
        text.order(json, order);
        text.promise(json, "promise", promise, nowBucket);
    }

    /** Why a promise was made or moved, as the member {@code why}. */
    void why(JsonGenerator json, Reason reason) throws IOException {
        json.writeObjectFieldStart("why");
        switch (reason) {
            case Reason.FirstPromise _ -> json.writeStringField("cause", "first_promise");
            case Reason.CapacityCut cut -> {
                json.writeStringField("cause", "capacity_cut");
                bucket(json, cut.resource(), cut.bucket());
            }
            case Reason.CustomerChange _ -> json.writeStringField("cause", "customer_change");
            case Reason.PullForward _ -> json.writeStringField("cause", "pull_forward");
            case Reason.PlanAdopted adopted -> {
                json.writeStringField("cause", "plan_adopted");
                json.writeStringField("plan", adopted.plan());
            }
            case Reason.Repromised again -> {
                json.writeStringField("cause", "promised_again");
                json.writeStringField("strategy", again.strategy().name().toLowerCase(Locale.ROOT));
            }
        }
        json.writeEndObject();
    }

    private void bucket(JsonGenerator json, int resource, int bucket) throws IOException {
        json.writeStringField("resource", text.label(resource));
        json.writeStringField("week", text.week(bucket));
    }

    /** Null where there is no limit. */
    static void units(JsonGenerator json, String name, int units) throws IOException {
        if (units == WeeklyUnits.UNLIMITED) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, units);
        }
    }
}
