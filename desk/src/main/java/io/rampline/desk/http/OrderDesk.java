package io.rampline.desk.http;

import io.rampline.desk.access.Decision;
import io.rampline.desk.access.Gatekeeper;
import io.rampline.desk.access.Ownership;
import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Principal;
import io.rampline.factory.Configuration;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import java.util.List;
import java.util.Optional;

/** Books orders, holds slots, and changes and cancels what was booked. */
final class OrderDesk {
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    private final Book book;
    private final Answers answers;
    private final PromiseText text;
    private final AdmissionDesk admission;

    OrderDesk(Book book, PromiseText text, AdmissionDesk admission) {
        this.book = book;
        this.answers = new Answers(book);
        this.text = text;
        this.admission = admission;
    }

    List<Route> routes() {
        return List.of(
                Route.put("/api/v1/orders/{order_id}", Permission.BOOK_ORDER, this::book),
                Route.post("/api/v1/orders/{order_id}/hold", Permission.BOOK_ORDER, this::hold)
                        .asking("hours"),
                Route.post("/api/v1/orders/{order_id}/confirm", Permission.BOOK_ORDER, this::confirm)
                        .aboutOrder()
                        .taking(Route.Entity.OPTIONAL_JSON),
                Route.post("/api/v1/orders/{order_id}/change", Permission.CHANGE_ORDER, this::change)
                        .aboutOrder(),
                Route.post("/api/v1/orders/{order_id}/pull-forward", Permission.CHANGE_ORDER, this::pullForward)
                        .aboutOrder()
                        .taking(Route.Entity.OPTIONAL_JSON),
                Route.delete("/api/v1/orders/{order_id}", Permission.CANCEL_ORDER, this::cancel)
                        .aboutOrder()
                        .asking("reason"));
    }

    private Reply book(Call call) {
        String id = call.orderId();
        OrderBody body = OrderBody.read(call.body(), true);
        String actor = actor(call, body);
        Order order = body.order(id, book.network());
        mayTake(call, actor, id);
        admission.admit(call, order);
        Outcome.Answered answered =
                answers.answered(new Request(actor, Optional.empty(), Optional.empty(), new Command.Book(order)));
        Answer.Booked booked = Answers.as(Answer.Booked.class, answered);
        if (answered.repeated() && body.customer() != null) {
            mustBelongToSame(actor, id);
        }
        return promised(id, booked.position(), booked.promise(), answered.repeated());
    }

    private Reply hold(Call call) {
        String id = call.orderId();
        int longest = book.network().scenario().rules().holdHours();
        int hours = call.query().whole("hours", longest, 1, longest);
        OrderBody body = OrderBody.read(call.body(), true);
        String actor = actor(call, body);
        Order order = body.order(id, book.network());
        mayTake(call, actor, id);
        Optional<Entry.Held> before = heldBefore(actor, order);
        if (before.isPresent()) {
            return held(
                    id,
                    before.get().position(),
                    before.get().promise(),
                    before.get().expiresAtMicros(),
                    true);
        }
        admission.admit(call, order);
        long expires = book.now() + hours * MICROS_PER_HOUR;
        Answer.Held held = Answers.as(
                Answer.Held.class,
                answers.answered(
                        new Request(actor, Optional.empty(), Optional.empty(), new Command.Hold(order, expires))));
        return held(id, held.position(), held.promise(), held.expiresAtMicros(), false);
    }

    private Reply held(String id, long position, Promise promise, long expiresAtMicros, boolean repeated) {
        int nowBucket = text.bucketOf(book.now());
        return created(id, position, repeated, Json.object(json -> {
            json.writeStringField("order_id", id);
            json.writeStringField("state", "held");
            json.writeNumberField("position", position);
            json.writeBooleanField("repeated", repeated);
            json.writeStringField("expires_at", PromiseText.moment(expiresAtMicros));
            text.promise(json, "promise", promise, nowBucket);
        }));
    }

    /** The same slot held for the same order and customer: asking again is no second hold. */
    private Optional<Entry.Held> heldBefore(String actor, Order order) {
        List<RecordedEntry> history = book.reader().history(order.id());
        if (history.isEmpty() || !(history.getLast().entry() instanceof Entry.Held held)) {
            return Optional.empty();
        }
        boolean isSame = held.order().configuration().equals(order.configuration())
                && held.order().earliestBucket() == order.earliestBucket()
                && held.order().priorityClass() == order.priorityClass()
                && held.order().depositMinor() == order.depositMinor()
                && Ownership.owner(history.getLast().actor()).equals(Ownership.owner(actor));
        return isSame ? Optional.of(held) : Optional.empty();
    }

    /** Books an order that is held, as it is held. */
    private Reply confirm(Call call) {
        call.fields();
        OrderRecord record = record(call);
        Outcome.Answered answered = answers.answered(
                new Request(call.actor(), Optional.empty(), Optional.empty(), new Command.Book(record.order())));
        Answer.Booked booked = Answers.as(Answer.Booked.class, answered);
        return promised(call.orderId(), booked.position(), booked.promise(), answered.repeated());
    }

    private Reply change(Call call) {
        Fields fields = changeFields(call);
        Command.Change change = changed(call, fields, DurableBook.NOW);
        Outcome.Answered answered = answers.answered(call, fields.findText("reason"), change);
        Answer.Changed changed = Answers.as(Answer.Changed.class, answered);
        int nowBucket = text.bucketOf(book.now());
        return Reply.ok(json -> {
                    json.writeStringField("order_id", call.orderId());
                    json.writeNumberField("position", changed.position());
                    json.writeBooleanField("repeated", answered.repeated());
                    json.writeBooleanField("kept_rank", changed.keptRank());
                    text.promise(json, "promise", changed.promise(), nowBucket);
                })
                .with(Head.ETAG, etag(changed.position()));
    }

    static Fields changeFields(Call call) {
        return call.fields("market", "model", "trim", "options", "earliest_week", "reason");
    }

    /** What the customer wants instead; what is not said stays as it is. */
    Command.Change changed(Call call, Fields fields, long atMicros) {
        Order order = record(call).order();
        Configuration now = order.configuration();
        return new Command.Change(
                call.orderId(),
                new Configuration(
                        fields.findText("market").orElse(now.market()),
                        fields.findText("model").orElse(now.model()),
                        fields.findText("trim").orElse(now.trim()),
                        fields.has("options") ? fields.texts("options") : now.options()),
                fields.findWeek("earliest_week")
                        .map(week -> PromiseText.earliestBucket(
                                "earliest_week", week, book.network().horizon()))
                        .orElse(order.earliestBucket()),
                atMicros);
    }

    private Reply pullForward(Call call) {
        Fields fields = call.fields("reason");
        Outcome.Answered answered =
                answers.answered(call, fields.findText("reason"), new Command.PullForward(call.orderId()));
        Answer.PulledForward pulled = Answers.as(Answer.PulledForward.class, answered);
        return Reply.ok(json -> {
                    json.writeStringField("order_id", call.orderId());
                    json.writeNumberField("position", pulled.position());
                    json.writeBooleanField("repeated", answered.repeated());
                    text.promise(json, "promise", pulled.promise(), text.bucketOf(book.now()));
                })
                .with(Head.ETAG, etag(pulled.position()));
    }

    private Reply cancel(Call call) {
        Optional<String> reason = call.query().find("reason");
        Outcome.Answered answered = answers.answered(call, reason, new Command.Cancel(call.orderId()));
        Answer.Cancelled cancelled = Answers.as(Answer.Cancelled.class, answered);
        return Reply.ok(json -> {
            json.writeStringField("order_id", call.orderId());
            json.writeStringField("state", "cancelled");
            json.writeNumberField("position", cancelled.position());
            json.writeBooleanField("repeated", answered.repeated());
        });
    }

    private OrderRecord record(Call call) {
        String id = call.orderId();
        return book.reader().order(id).orElseThrow(() -> Problem.unknownOrder(id));
    }

    /** Who stands in the book for the order, when whoever asks may say all that the body says. */
    private static String actor(Call call, OrderBody body) {
        Principal principal = call.principal();
        may(principal, Permission.STATE_TERMS, body.statesTerms(), "priority or deposit_minor");
        may(principal, Permission.STATE_LOCK_TIME, body.statesLockTime(), "locked_at");
        String customer = body.customer();
        if (customer == null) {
            return call.actor();
        }
        may(principal, Permission.ORDER_FOR_OTHERS, true, "customer");
        if (!Principal.isName(customer)) {
            throw Problem.field("customer", customer, "visible characters without blanks");
        }
        return Ownership.actorFor(principal, customer);
    }

    private static void may(Principal principal, Permission permission, boolean isAsked, String field) {
        if (isAsked
                && !(Gatekeeper.decide(Optional.of(principal), permission, Gatekeeper.BOOK)
                        instanceof Decision.Allowed)) {
            throw new Problem(
                            ProblemType.NOT_ALLOWED,
                            "the role " + principal.role().label() + " may not say " + field)
                    .with("field", field);
        }
    }

    /** Whoever has only own orders must not get hold of another's by its id. */
    private void mayTake(Call call, String actor, String orderId) {
        if (Gatekeeper.ownOnly(call.principal(), Permission.BOOK_ORDER)) {
            mustBelongToSame(actor, orderId);
        }
    }

    private void mustBelongToSame(String actor, String orderId) {
        Optional<OrderRecord> known = book.reader().order(orderId);
        if (known.isPresent() && !Ownership.owner(known.get().bookedBy()).equals(Ownership.owner(actor))) {
            throw new Problem(ProblemType.ORDER_ID_IN_USE, "order " + orderId + " is in the book with other content")
                    .with("code", io.rampline.promise.Refusal.DUPLICATE_ID.name());
        }
    }

    private Reply promised(String id, long position, Promise promise, boolean repeated) {
        int nowBucket = text.bucketOf(book.now());
        return created(id, position, repeated, Json.object(json -> {
            json.writeStringField("order_id", id);
            json.writeNumberField("position", position);
            json.writeBooleanField("repeated", repeated);
            text.promise(json, "promise", promise, nowBucket);
        }));
    }

    private static Reply created(String id, long position, boolean repeated, byte[] body) {
        Reply.Whole reply =
                new Reply.Whole(repeated ? Reply.OK : Reply.CREATED, Reply.JSON, body).with(Head.ETAG, etag(position));
        return repeated ? reply : reply.with(Head.LOCATION, "/api/v1/orders/" + Encoded.segment(id));
    }

    static String etag(long position) {
        return "\"" + position + "\"";
    }
}
