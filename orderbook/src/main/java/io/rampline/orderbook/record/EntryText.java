package io.rampline.orderbook.record;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.promise.Binding;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Shortage;
import java.util.Locale;

/**
 * Entries as text: a kind, the order they are about, and a JSON object with the rest. The text is what the book keeps
 * and what its hash chain is made over, so it never changes for an entry once written; new properties may be added to
 * new entries, and readers pass over properties they do not know.
 *
 * <p>Moments are microseconds since 1970-01-01T00:00 in scenario local time, weeks are ISO weeks, money is in minor
 * units, resources go by their labels. Not for use by several threads.
 */
public final class EntryText {
    /** The kind of entry that adopts a plan. */
    public static final String PLAN_ADOPTED = "plan_adopted";

    private final Names names;
    private final JsonText json = new JsonText();

    public EntryText(Network network) {
        this.names = new Names(network);
    }

    /** The name of an entry's kind in the book. */
    public static String kind(Entry entry) {
        return switch (entry) {
            case Entry.Booked _ -> "booked";
            case Entry.TakenOver _ -> "taken_over";
            case Entry.Held _ -> "held";
            case Entry.HoldConfirmed _ -> "hold_confirmed";
            case Entry.HoldExpired _ -> "hold_expired";
            case Entry.Cancelled _ -> "cancelled";
            case Entry.Delivered _ -> "delivered";
            case Entry.Changed _ -> "changed";
            case Entry.PromiseMoved _ -> "promise_moved";
            case Entry.CapacityChanged _ -> "capacity_changed";
            case Entry.PlanAdopted _ -> PLAN_ADOPTED;
            case Entry.ShortageOpened _ -> "shortage_opened";
            case Entry.ShortageClosed _ -> "shortage_closed";
            case Entry.Advanced _ -> "advanced";
        };
    }

    /** Everything about an entry besides its position, kind and order, as a JSON object. */
    public String body(Entry entry) {
        json.begin();
        switch (entry) {
            case Entry.Booked booked -> orderAndPromise(booked.order(), booked.promise());
            case Entry.TakenOver taken -> {
                orderAndPromise(taken.order(), taken.promise());
                if (taken.firstDelivery() != OrderTable.NEVER_PROMISED) {
                    json.text("first_delivery", names.week(taken.firstDelivery()));
                }
            }
            case Entry.Held held -> {
                orderAndPromise(held.order(), held.promise());
                json.number("expires_at_us", held.expiresAtMicros());
            }
            case Entry.Delivered delivered -> json.number("delivered_at_us", delivered.deliveredAtMicros());
            case Entry.Changed changed -> {
                orderAndPromise(changed.order(), changed.promise());
                json.flag("kept_rank", changed.keptRank());
            }
            case Entry.PromiseMoved moved -> {
                promise("from", moved.from());
                promise("to", moved.to());
                reason(moved.reason());
            }
            case Entry.CapacityChanged changed -> {
                place(changed.resource(), changed.bucket());
                json.number("from", changed.fromUnits());
                json.number("to", changed.toUnits());
            }
            case Entry.PlanAdopted adopted -> {
                json.text("plan", adopted.plan());
                json.text("name", adopted.name());
            }
            case Entry.ShortageOpened opened -> {
                Shortage shortage = opened.shortage();
                place(shortage.resource(), shortage.bucket());
                json.number("units", shortage.units());
            }
            case Entry.ShortageClosed closed -> place(closed.resource(), closed.bucket());
            case Entry.Advanced advanced -> json.number("now_us", advanced.nowMicros());
            case Entry.HoldConfirmed _, Entry.HoldExpired _, Entry.Cancelled _ -> {}
        }
        return json.end();
    }

    /**
     * The entry that a row of the book says.
     *
     * @throws IllegalArgumentException when the row is not what {@link #kind}, {@link Entry#orderId} and {@link #body}
     *     write
     */
    public Entry read(long position, String kind, String orderId, String body) {
        EntryBody read = EntryBody.read(body, names);
        return switch (kind) {
            case "booked" -> new Entry.Booked(position, read.order(orderId), read.promise());
            case "taken_over" ->
                new Entry.TakenOver(
                        position,
                        read.order(orderId),
                        read.promise(),
                        read.has("first_delivery") ? read.bucket("first_delivery") : OrderTable.NEVER_PROMISED);
            case "held" -> new Entry.Held(position, read.order(orderId), read.promise(), read.number("expires_at_us"));
            case "hold_confirmed" -> new Entry.HoldConfirmed(position, orderId);
            case "hold_expired" -> new Entry.HoldExpired(position, orderId);
            case "cancelled" -> new Entry.Cancelled(position, orderId);
            case "delivered" -> new Entry.Delivered(position, orderId, read.number("delivered_at_us"));
            case "changed" -> new Entry.Changed(position, read.order(orderId), read.promise(), read.flag("kept_rank"));
            case "promise_moved" ->
                new Entry.PromiseMoved(position, orderId, read.promise("from"), read.promise("to"), read.reason());
            case "capacity_changed" ->
                new Entry.CapacityChanged(
                        position,
                        read.resource(),
                        read.bucket("week"),
                        Math.toIntExact(read.number("from")),
                        Math.toIntExact(read.number("to")));
            case PLAN_ADOPTED -> new Entry.PlanAdopted(position, read.text("plan"), read.text("name"));
            case "shortage_opened" ->
                new Entry.ShortageOpened(
                        position, new Shortage(read.resource(), read.bucket("week"), read.number("units")));
            case "shortage_closed" -> new Entry.ShortageClosed(position, read.resource(), read.bucket("week"));
            case "advanced" -> new Entry.Advanced(position, read.number("now_us"));
            default ->
                throw new IllegalArgumentException("found entry " + position + " of kind \"" + kind
                        + "\", expected one of those this version knows; maybe a newer one wrote it");
        };
    }

    private void orderAndPromise(Order order, Promise promise) {
        Configuration configuration = order.configuration();
        json.text("market", configuration.market());
        json.text("model", configuration.model());
        json.text("trim", configuration.trim());
        if (!configuration.options().isEmpty()) {
            json.texts("options", configuration.options());
        }
        json.number("locked_at_us", order.lockedAtMicros());
        json.number("priority", order.priorityClass());
        if (order.earliestBucket() != Order.AS_SOON_AS_POSSIBLE) {
            json.text("earliest", names.week(order.earliestBucket()));
        }
        json.number("deposit_minor", order.depositMinor());
        promise("promise", promise);
    }

    private void promise(String name, Promise promise) {
        json.open(name);
        if (promise instanceof Promise.Dated dated) {
            json.text("line", dated.line());
            json.text("build", names.week(dated.buildBucket()));
            json.text("delivery", names.week(dated.deliveryBucket()));
        }
        Binding binding = promise.binding();
        json.text("cause", binding.cause().name().toLowerCase(Locale.ROOT));
        if (binding.cause() == Binding.Cause.RESOURCE) {
            json.texts("binding", binding.resources().stream().map(names::label).toList());
            json.text("binding_week", names.week(binding.bucket()));
        }
        json.close();
    }

    private void reason(Reason reason) {
        switch (reason) {
            case Reason.FirstPromise _ -> json.text("why", "first_promise");
            case Reason.CustomerChange _ -> json.text("why", "customer_change");
            case Reason.PullForward _ -> json.text("why", "pull_forward");
            case Reason.CapacityCut cut -> {
                json.text("why", "capacity_cut");
                place(cut.resource(), cut.bucket());
            }
            case Reason.PlanAdopted adopted -> {
                json.text("why", "plan_adopted");
                json.text("plan", adopted.plan());
            }
            case Reason.Repromised repromised -> {
                json.text("why", "repromised");
                json.text("strategy", repromised.strategy().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void place(int resource, int bucket) {
        json.text("resource", names.label(resource));
        json.text("week", names.week(bucket));
    }
}
