package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Role;
import io.rampline.desk.admission.Admission;
import io.rampline.desk.admission.Entrance;
import io.rampline.desk.admission.OrderStop;
import io.rampline.desk.admission.OrderStops;
import io.rampline.desk.admission.RoomNotice;
import io.rampline.desk.admission.WaitingRoom;
import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The door on launch night: quotes, the waiting room, and when no more orders are taken.
 *
 * <p>Whether an order would come too late is asked before it is booked, of the same engine. Between question and
 * booking others may book, so a limit may be passed by those few; they keep the date they were told.
 */
final class AdmissionDesk {
    private final Book book;
    private final Answers answers;
    private final PromiseText text;
    private final WindowText windows;
    private final Admission admission;
    private final LineAhead ahead;
    private final InstantSource clock;
    private final Optional<Entrance> entrance;
    /** The notice that the stops in force come from; empty when nobody ever set any. */
    private volatile Optional<Notice> stopsNotice;

    AdmissionDesk(Book book, PromiseText text, WindowText windows, Admission admission, InstantSource clock) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
        this.windows = windows;
        this.admission = admission;
        this.ahead = new LineAhead(book);
        this.clock = clock;
        this.entrance = admission
                .waitingRoom()
                .map(room -> RoomNotice.opened(room, book.notices(), book.visitors(), this::nowMicros));
        this.stopsNotice = book.notices().latest(NoticeKind.ORDER_STOPS);
        stopsNotice.map(OrderStops::read).ifPresent(admission::setStops);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/quotes", Permission.QUOTE, this::quote),
                Route.get("/api/v1/admission", Permission.SEE_ADMISSION, this::see),
                Route.put("/api/v1/admission", Permission.SET_ADMISSION, this::set),
                Route.post("/api/v1/waiting-room", Permission.WAIT_IN_ROOM, this::enter)
                        .taking(Route.Entity.OPTIONAL_JSON),
                Route.get("/api/v1/waiting-room", Permission.WAIT_IN_ROOM, this::place));
    }

    /** Throws when it is not this customer's turn, or when the order would come too late to be taken. */
    void admit(Call call, Order order) {
        mustBeAdmitted(call);
        Optional<Week> last = admission.lastDeliveryWeek(order.configuration());
        if (last.isEmpty()) {
            return;
        }
        Promise promise = quoted(call, order.configuration(), order.earliestBucket());
        // What is booked already is not taken now: asking again gives its answer.
        if (!isInTime(promise, last.get()) && book.reader().order(order.id()).isEmpty()) {
            throw new Problem(
                            ProblemType.ORDERS_STOPPED,
                            "no more orders of " + order.configuration().product() + " for "
                                    + order.configuration().market() + " are taken for delivery after " + last.get())
                    .with("code", "ORDERS_STOPPED")
                    .with("last_delivery_week", last.get().toString());
        }
    }

    private void mustBeAdmitted(Call call) {
        Optional<WaitingRoom> room = admission.waitingRoom();
        if (room.isEmpty() || call.principal().role() != Role.CUSTOMER) {
            return;
        }
        WaitingRoom.Place place = room.get().place(call.principal().name(), nowMicros());
        if (!(place instanceof WaitingRoom.Place.Admitted)) {
            throw new Problem(
                            ProblemType.WAITING_ROOM,
                            "come to /api/v1/waiting-room first, and wait until it is your turn")
                    .retryAfter(TimeUnit.MICROSECONDS.toNanos(microsLeft(place)));
        }
    }

    private boolean isInTime(Promise promise, Week last) {
        return switch (promise) {
            case Promise.Dated dated ->
                dated.deliveryBucket() <= book.network().horizon().bucket(last);
            case Promise.BeyondHorizon _ -> false;
        };
    }

    private Promise quoted(Call call, Configuration configuration, int earliestBucket) {
        return Answers.as(
                        Answer.Quoted.class,
                        answers.answered(new Request(
                                call.actor(),
                                Optional.empty(),
                                Optional.empty(),
                                new Command.Quote(configuration, earliestBucket))))
                .promise();
    }

    private Reply quote(Call call) {
        OrderBody body = OrderBody.read(call.body(), false);
        Configuration configuration = body.configuration(book.network());
        int earliest = body.earliestBucket(book.network());
        mustBeAdmitted(call);
        Promise promise = quoted(call, configuration, earliest);
        Optional<Week> last = admission.lastDeliveryWeek(configuration);
        LineAhead.Count count = ahead.of(configuration);
        int nowBucket = text.bucketOf(book.now());
        return Reply.ok(json -> {
            PromiseText.configuration(json, configuration);
            json.writeStringField("as_of_week", text.week(nowBucket));
            text.promise(json, "promise", promise, nowBucket);
            windows.quote(json, configuration, promise);
            json.writeNumberField("orders_ahead", count.orders());
            json.writeNumberField("position", count.position());
            json.writeBooleanField(
                    "takes_orders", last.map(week -> isInTime(promise, week)).orElse(true));
            if (last.isPresent()) {
                json.writeStringField("last_delivery_week", last.get().toString());
            } else {
                json.writeNullField("last_delivery_week");
            }
        });
    }

    private Reply see(Call call) {
        return Reply.ok(json -> {
            json.writeArrayFieldStart("order_stops");
            for (OrderStop stop : admission.stops()) {
                json.writeStartObject();
                json.writeStringField("market", stop.market().orElse(null));
                json.writeStringField("model", stop.model().orElse(null));
                json.writeStringField("trim", stop.trim().orElse(null));
                json.writeStringField(
                        "last_delivery_week", stop.lastDeliveryWeek().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            Optional<Notice> from = stopsNotice;
            json.writeStringField("set_by", from.map(Notice::actor).orElse(null));
            json.writeStringField(
                    "set_at", from.map(notice -> notice.recordedAt().toString()).orElse(null));
            json.writeStringField("reason", from.map(Notice::reason).orElse(null));
            json.writeBooleanField("waiting_room", admission.waitingRoom().isPresent());
        });
    }

    private Reply set(Call call) {
        List<OrderStop> stops = new ArrayList<>();
        Fields body = call.fields("order_stops", "reason");
        if (!body.has("order_stops")) {
            throw body.missing("order_stops");
        }
        for (Fields stop : body.objects(
                "order_stops", Admission.STOPS_MAX, Set.of("market", "model", "trim", "last_delivery_week"))) {
            stops.add(new OrderStop(
                    stop.findText("market"),
                    stop.findText("model"),
                    stop.findText("trim"),
                    stop.findWeek("last_delivery_week").orElseThrow(() -> stop.missing("last_delivery_week"))));
        }
        set(stops, call.actor(), body.findText("reason").orElse(""));
        return see(call);
    }

    /** One at a time, so that what is in force is what was noted last. */
    private synchronized void set(List<OrderStop> stops, String actor, String reason) {
        try {
            book.notices().post(actor, reason, List.of(OrderStops.draft(stops)));
        } catch (BookUnavailable failed) {
            throw new Problem(
                            ProblemType.OUTCOME_UNKNOWN,
                            failed.getMessage() + "; what was in force stays so. Ask again: the last rules count")
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
        stopsNotice = book.notices().latest(NoticeKind.ORDER_STOPS);
        admission.setStops(stops);
    }

    private Reply enter(Call call) {
        call.fields();
        room();
        try {
            return place(entrance.orElseThrow().enter(call.principal().name()));
        } catch (BookUnavailable failed) {
            throw new Problem(
                            ProblemType.OUTCOME_UNKNOWN,
                            failed.getMessage() + "; come again: who is written down already keeps the place")
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
    }

    private Reply place(Call call) {
        return place(room().place(call.principal().name(), nowMicros()));
    }

    private WaitingRoom room() {
        return admission
                .waitingRoom()
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "there is no waiting room; come straight in"));
    }

    private Reply place(WaitingRoom.Place place) {
        String state = switch (place) {
            case WaitingRoom.Place.NotHere _ -> "not_here";
            case WaitingRoom.Place.BeforeTheDraw _ -> "before_the_draw";
            case WaitingRoom.Place.InLine _ -> "in_line";
            case WaitingRoom.Place.Admitted _ -> "admitted";
            case WaitingRoom.Place.Full _ -> "full";
        };
        return Reply.ok(json -> {
            json.writeStringField("state", state);
            if (place instanceof WaitingRoom.Place.InLine inLine) {
                json.writeNumberField("place", inLine.place());
            } else {
                json.writeNullField("place");
            }
            json.writeNumberField("ask_again_seconds", Math.max(1, (microsLeft(place) + 999_999) / 1_000_000));
            json.writeStringField("seed_sha256", room().commitment());
        });
    }

    /** When it is worth asking again; those far back need not ask often. */
    private static long microsLeft(WaitingRoom.Place place) {
        long left = switch (place) {
            case WaitingRoom.Place.NotHere _, WaitingRoom.Place.Admitted _ -> 0;
            case WaitingRoom.Place.BeforeTheDraw before -> before.opensInMicros();
            case WaitingRoom.Place.InLine inLine -> inLine.admittedInMicros();
            case WaitingRoom.Place.Full _ -> TimeUnit.HOURS.toMicros(1);
        };
        return Math.min(left, TimeUnit.MINUTES.toMicros(5));
    }

    private long nowMicros() {
        return TimeUnit.MILLISECONDS.toMicros(clock.millis());
    }
}
