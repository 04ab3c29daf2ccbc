package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Gatekeeper;
import io.rampline.desk.access.Ownership;
import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Role;
import io.rampline.factory.Configuration;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.SwapMenu.Offer;
import io.rampline.promise.TimeOfBook;
import io.rampline.promise.WhySoLate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads orders: what they are promised, how that came about, why so late, and what instead. */
final class ReadDesk {
    private static final int PAGE_DEFAULT = 100;
    private static final int PAGE_MAX = 1_000;
    private static final int OWN_PAGE_MAX = 100;
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final Book book;
    private final PromiseText text;
    private final WindowText windows;
    private final EntryJson entries;

    ReadDesk(Book book, PromiseText text, WindowText windows, EntryJson entries) {
        this.book = book;
        this.text = text;
        this.windows = windows;
        this.entries = entries;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/orders", Permission.LIST_ORDERS, this::list)
                        .asking("market", "model", "trim", "limit", "cursor"),
                Route.get("/api/v1/orders/{order_id}", Permission.SEE_ORDER, this::order)
                        .aboutOrder(),
                Route.get("/api/v1/orders/{order_id}/history", Permission.SEE_ORDER, this::history)
                        .aboutOrder(),
                Route.get("/api/v1/orders/{order_id}/why", Permission.ASK_WHY, this::why)
                        .aboutOrder()
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/orders/{order_id}/alternatives", Permission.ASK_WHY, this::alternatives)
                        .aboutOrder());
    }

    private Reply order(Call call) {
        String id = call.orderId();
        OrderRecord record = book.reader().order(id).orElseThrow(() -> Problem.unknownOrder(id));
        long now = book.now();
        String etag = etag(record.position(), windows.number(), TimeOfBook.day(now));
        if (isKnown(call.header(Head.IF_NONE_MATCH), etag)) {
            return Reply.empty(Reply.NOT_MODIFIED).with(Head.ETAG, etag);
        }
        int nowBucket = text.bucketOf(now);
        int firstBucket = text.bucketOf(book.timeOf(record.bookedAt()));
        boolean isHouse = call.principal().role() != Role.CUSTOMER;
        return Reply.ok(json -> {
                    text.order(json, record.order());
                    json.writeStringField("state", lower(record.state()));
                    json.writeStringField("booked_at", record.bookedAt().toString());
                    json.writeNumberField("moves", record.moves());
                    json.writeNumberField("position", record.position());
                    if (isHouse) {
                        json.writeStringField(
                                "customer", Ownership.owner(record.bookedBy()).orElse(null));
                    }
                    promise(json, "promise", isAlive(record) ? Optional.of(record.now()) : Optional.empty(), nowBucket);
                    text.promise(json, "first_promise", record.first(), firstBucket);
                    if (isOpen(record)) {
                        windows.order(json, record, nowBucket);
                    } else {
                        json.writeNullField("window");
                    }
                })
                .with(Head.ETAG, etag);
    }

    /**
     * What is read changes with the order, with every count of windows, and with the day: waits are counted from it.
     */
    private static String etag(long position, int count, LocalDate day) {
        return "\"" + position + "." + count + "." + day + "\"";
    }

    private void promise(JsonGenerator json, String name, Optional<Promise> promise, int nowBucket) throws IOException {
        if (promise.isPresent()) {
            text.promise(json, name, promise.get(), nowBucket);
        } else {
            json.writeNullField(name);
        }
    }

    static boolean isKnown(String ifNoneMatch, String etag) {
        if (ifNoneMatch.isEmpty()) {
            return false;
        }
        for (String known : ifNoneMatch.split(",", -1)) {
            String tag = known.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private Reply history(Call call) {
        String id = call.orderId();
        List<RecordedEntry> history = book.reader().history(id);
        if (history.isEmpty()) {
            throw Problem.unknownOrder(id);
        }
        boolean isHouse = call.principal().role() != Role.CUSTOMER;
        return Reply.ok(json -> {
            json.writeStringField("order_id", id);
            json.writeArrayFieldStart("entries");
            for (RecordedEntry entry : history) {
                json.writeStartObject();
                // Waits and windows as they were told at the time.
                entries.members(json, entry, isHouse, text.bucketOf(book.timeOf(entry.recordedAt())));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Why the order that the call is about comes when it comes. */
    Reply why(Call call) {
        return aboutOpenOrder(call, (engine, row) -> {
            WhySoLate why = engine.whySoLate(row);
            Promise promise = engine.promiseOf(row);
            int nowBucket = text.bucketOf(book.now());
            return Reply.ok(json -> {
                json.writeStringField("order_id", call.orderId());
                json.writeNumberField("position", engine.position());
                text.promise(json, "promise", promise, nowBucket);
                json.writeArrayFieldStart("stretches");
                for (WhySoLate.Stretch stretch : why.stretches()) {
                    json.writeStartObject();
                    json.writeStringField("from_week", text.week(stretch.fromBucket()));
                    json.writeStringField("to_week", text.week(stretch.toBucket()));
                    json.writeNumberField("weeks", stretch.weeks());
                    json.writeStringField("cause", lower(stretch.cause()));
                    json.writeArrayFieldStart("resources");
                    for (int resource : stretch.resources()) {
                        json.writeString(text.label(resource));
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
                reliefs(json, why);
                json.writeObjectFieldStart("wait_weeks");
                for (WhySoLate.Cause cause : WhySoLate.Cause.values()) {
                    if (why.waitWeeks().containsKey(cause)) {
                        json.writeNumberField(lower(cause), why.waitWeeks().get(cause));
                    }
                }
                json.writeEndObject();
            });
        });
    }

    private void reliefs(JsonGenerator json, WhySoLate why) throws IOException {
        json.writeArrayFieldStart("reliefs");
        for (WhySoLate.Relief relief : why.reliefs()) {
            json.writeStartObject();
            json.writeStringField("resource", text.label(relief.resource()));
            json.writeStringField("week", text.week(relief.bucket()));
            json.writeStringField("build_week", text.week(relief.buildBucket()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What would come sooner than the order that the call is about. */
    Reply alternatives(Call call) {
        return aboutOpenOrder(call, (engine, row) -> {
            List<Offer> offers = engine.alternatives(row);
            Promise promise = engine.promiseOf(row);
            int nowBucket = text.bucketOf(book.now());
            return Reply.ok(json -> {
                json.writeStringField("order_id", call.orderId());
                json.writeNumberField("position", engine.position());
                text.promise(json, "promise", promise, nowBucket);
                json.writeArrayFieldStart("alternatives");
                for (Offer offer : offers) {
                    json.writeStartObject();
                    PromiseText.configuration(json, offer.configuration());
                    json.writeNumberField("weeks_gained", offer.weeksGained());
                    text.promise(json, "promise", offer.promise(), nowBucket);
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
        });
    }

    /** A question about an order's row. */
    private interface RowQuestion {
        Reply ask(PromiseEngine engine, int row);
    }

    private Reply aboutOpenOrder(Call call, RowQuestion question) {
        String id = call.orderId();
        Function<PromiseEngine, Reply> asked = engine -> {
            int row = engine.find(id);
            if (row < 0 || !engine.isOpen(row)) {
                throw row < 0 && book.reader().order(id).isEmpty()
                        ? Problem.unknownOrder(id)
                        : new Problem(ProblemType.REFUSED, "order " + id + " is not open")
                                .with("code", "NO_LONGER_OPEN");
            }
            return question.ask(engine, row);
        };
        return viewWith(book, id, OLDEST).ask(asked);
    }

    /** A copy that has the order, if the book has it: an older one will do for orders that are in it. */
    static Book.View viewWith(Book book, String orderId, Duration oldest) {
        Book.View view = book.view(oldest);
        boolean isKnown = view.ask(engine -> engine.find(orderId)) >= 0;
        return isKnown ? view : book.view(Duration.ZERO);
    }

    private Reply list(Call call) {
        Call.Query query = call.query();
        int limit = query.whole("limit", PAGE_DEFAULT, 1, PAGE_MAX);
        Predicate<Configuration> wanted = configuration -> fits(query.find("market"), configuration.market())
                && fits(query.find("model"), configuration.model())
                && fits(query.find("trim"), configuration.trim());
        long after = query.find("cursor").map(ReadDesk::cursor).orElse(0L);
        return Gatekeeper.ownOnly(call.principal(), Permission.LIST_ORDERS)
                ? ownPage(call.principal().name(), wanted, after, limit)
                : page(wanted, after, limit);
    }

    private static boolean fits(Optional<String> wanted, String found) {
        return wanted.map(found::equals).orElse(true);
    }

    private record Item(Order order, Promise promise) {}

    private Reply page(Predicate<Configuration> wanted, long after, int limit) {
        Function<PromiseEngine, Reply> asked = engine -> {
            List<Item> items = new ArrayList<>();
            int row = (int) Math.min(after, engine.size());
            while (row < engine.size() && items.size() < limit) {
                if (engine.isOpen(row)) {
                    Order order = engine.order(row);
                    if (wanted.test(order.configuration())) {
                        items.add(new Item(order, engine.promiseOf(row)));
                    }
                }
                row++;
            }
            return page(items, row < engine.size() ? Optional.of((long) row) : Optional.empty());
        };
        return book.view(OLDEST).ask(asked);
    }

    /** Few customers have more than one order, so each is looked up by itself. */
    private Reply ownPage(String customer, Predicate<Configuration> wanted, long after, int limit) {
        int most = Math.min(limit, OWN_PAGE_MAX);
        Book.Reader reader = book.reader();
        List<RecordedEntry> brought = reader.broughtFor(customer, after, most);
        List<Item> items = new ArrayList<>();
        for (RecordedEntry entry : brought) {
            Optional<OrderRecord> record = EntryJson.order(entry.entry())
                    .flatMap(order -> reader.order(order.id()))
                    .filter(found -> found.position() >= entry.position() && isOpen(found));
            if (record.isPresent() && wanted.test(record.get().order().configuration())) {
                items.add(new Item(record.get().order(), record.get().now()));
            }
        }
        return page(
                items, brought.size() == most ? Optional.of(brought.getLast().position()) : Optional.empty());
    }

    static boolean isOpen(OrderRecord record) {
        return switch (record.state()) {
            case HELD, BOOKED -> true;
            case DELIVERED, CANCELLED, EXPIRED -> false;
        };
    }

    private static boolean isAlive(OrderRecord record) {
        return isOpen(record) || record.state() == OrderRecord.State.DELIVERED;
    }

    private Reply page(List<Item> items, Optional<Long> next) {
        int nowBucket = text.bucketOf(book.now());
        return Reply.ok(json -> {
            json.writeArrayFieldStart("orders");
            for (Item item : items) {
                json.writeStartObject();
                text.order(json, item.order());
                text.promise(json, "promise", item.promise(), nowBucket);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("next_cursor", next.map(ReadDesk::cursor).orElse(null));
        });
    }

    /** Where the next page begins: for the caller a text without meaning. */
    static String cursor(long after) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("a" + after).getBytes(StandardCharsets.US_ASCII));
    }

    static long cursor(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long after = text.startsWith("a") ? Long.parseLong(text.substring(1)) : -1;
            if (after >= 0) {
                return after;
            }
        } catch (IllegalArgumentException broken) {
            // Said below, as for a cursor of something else.
        }
        throw Problem.parameter("cursor", cursor, "next_cursor of the page before");
    }
}
