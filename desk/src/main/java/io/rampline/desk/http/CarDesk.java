package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.factory.Market;
import io.rampline.orderbook.OrderRecord;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.promise.Entry;
import io.rampline.promise.Promise;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One car as its customer sees it: when it comes, where it stands in line, every date that was told and why it moved,
 * what is paid, and what comes next. By sign-in for own orders, or by a link for the one it opens. Nothing of others,
 * no names, and no reasons that somebody of the house wrote down.
 */
final class CarDesk {
    private final Book book;
    private final PromiseText text;
    private final WindowText windows;
    private final EntryJson entries;
    private final PlaceInLine places;

    CarDesk(Book book, PromiseText text, WindowText windows, EntryJson entries) {
        this.book = book;
        this.text = text;
        this.windows = windows;
        this.entries = entries;
        this.places = new PlaceInLine(book, beyond(book));
    }

    /** A bucket later than any delivery that can be promised. */
    static int beyond(Book book) {
        int transit = book.network().scenario().markets().stream()
                .mapToInt(Market::transitWeeks)
                .max()
                .orElse(0);
        return book.network().horizon().weeks() + transit + 1;
    }

    /** @param read answers why it is late and what would come sooner */
    List<Route> routes(ReadDesk read) {
        return List.of(
                Route.get("/api/v1/orders/{order_id}/car", Permission.SEE_ORDER, this::car)
                        .aboutOrder(),
                Route.get("/api/v1/car", Permission.FOLLOW_LINK, this::car).aboutLinked(),
                Route.get("/api/v1/car/why", Permission.FOLLOW_LINK, read::why)
                        .aboutLinked()
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/car/alternatives", Permission.FOLLOW_LINK, read::alternatives)
                        .aboutLinked());
    }

    private Reply car(Call call) {
        String id = call.orderId();
        OrderRecord record = book.reader().order(id).orElseThrow(() -> Problem.unknownOrder(id));
        List<RecordedEntry> history = book.reader().history(id);
        MoneyOfOrder money = MoneyOfOrder.of(book, history);
        boolean isOpen = ReadDesk.isOpen(record);
        int nowBucket = text.bucketOf(book.now());
        return Reply.ok(json -> {
            text.order(json, record.order());
            json.writeStringField("state", record.state().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("position", record.position());
            json.writeNumberField("moves", record.moves());
            json.writeStringField("scenario", book.network().scenario().name());
            json.writeStringField(
                    "currency", book.network().scenario().currency().code());
            json.writeNumberField(
                    "minor_units", book.network().scenario().currency().minorUnits());
            json.writeStringField("week", text.week(Math.max(0, nowBucket)));
            text.promise(json, "promise", record.now(), nowBucket);
            text.promise(json, "first_promise", record.first(), text.bucketOf(book.timeOf(record.bookedAt())));
            if (isOpen) {
                windows.order(json, record, nowBucket);
            } else {
                json.writeNullField("window");
            }
            place(json, isOpen ? places.of(record) : Optional.empty());
            told(json, history);
            money.write(json);
            next(json, record, history, money, nowBucket);
        });
    }

    private static void place(JsonGenerator json, Optional<PlaceInLine.Place> place) throws IOException {
        if (place.isEmpty()) {
            json.writeNullField("place");
            return;
        }
        json.writeObjectFieldStart("place");
        json.writeNumberField("ahead", place.get().ahead());
        json.writeNumberField("same_week", place.get().sameWeek());
        json.writeNumberField("in_line", place.get().inLine());
        json.writeEndObject();
    }

    /** Every date that was told, as it was told at the time, the first one first. */
    private void told(JsonGenerator json, List<RecordedEntry> history) throws IOException {
        json.writeArrayFieldStart("told");
        for (RecordedEntry recorded : history) {
            switch (recorded.entry()) {
                case Entry.Booked booked -> told(json, recorded, booked.promise(), null);
                case Entry.TakenOver taken -> told(json, recorded, taken.promise(), null);
                case Entry.Held held -> told(json, recorded, held.promise(), null);
                case Entry.Changed changed -> told(json, recorded, changed.promise(), null);
                case Entry.PromiseMoved moved -> told(json, recorded, moved.to(), moved);
                case Entry.HoldConfirmed _,
                        Entry.HoldExpired _,
                        Entry.Cancelled _,
                        Entry.Delivered _,
                        Entry.CapacityChanged _,
                        Entry.PlanAdopted _,
                        Entry.ShortageOpened _,
                        Entry.ShortageClosed _,
                        Entry.Advanced _ -> {}
            }
        }
        json.writeEndArray();
    }

    private void told(JsonGenerator json, RecordedEntry recorded, Promise promise, Entry.@Nullable PromiseMoved moved)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("at", PromiseText.moment(book.timeOf(recorded.recordedAt())));
        json.writeBooleanField("by_customer", recorded.entry() instanceof Entry.Changed);
        if (moved == null) {
            json.writeNullField("why");
        } else {
            entries.why(json, moved.reason());
        }
        // The window as it was told: of that week, not of this one.
        text.promise(json, "promise", promise, text.bucketOf(book.timeOf(recorded.recordedAt())));
        json.writeEndObject();
    }

    /** What comes next, in the order of time. */
    private void next(
            JsonGenerator json, OrderRecord record, List<RecordedEntry> history, MoneyOfOrder money, int nowBucket)
            throws IOException {
        json.writeArrayFieldStart("next");
        if (record.state() == OrderRecord.State.HELD) {
            step(json, "confirm", null, PromiseText.moment(heldUntilMicros(history)), 0);
        } else if (record.state() == OrderRecord.State.BOOKED) {
            Optional<LocalDate> coolingOff = money.coolingOffUntil();
            if (coolingOff.isPresent()) {
                step(json, "cooling_off_ends", null, coolingOff.get().toString(), 0);
            }
            if (record.now() instanceof Promise.Dated dated) {
                dated(json, dated, money, nowBucket);
            } else {
                step(json, "gets_a_date", null, null, 0);
            }
        }
        for (MoneyOfOrder.Payment refund : money.toCome()) {
            step(json, "paid_back", null, refund.day().toString(), -refund.amountMinor());
        }
        json.writeEndArray();
    }

    /** A hold that was changed, or came forward, ends when it would have. */
    private static long heldUntilMicros(List<RecordedEntry> history) {
        return history.reversed().stream()
                .map(RecordedEntry::entry)
                .filter(Entry.Held.class::isInstance)
                .map(Entry.Held.class::cast)
                .findFirst()
                .orElseThrow()
                .expiresAtMicros();
    }

    private void dated(JsonGenerator json, Promise.Dated dated, MoneyOfOrder money, int nowBucket) throws IOException {
        int frozenWeeks = book.network().scenario().rules().frozenWeeks();
        int lastChange = dated.buildBucket() - 1 - frozenWeeks;
        if (lastChange >= nowBucket) {
            step(json, "may_change_until", text.week(lastChange), null, 0);
        }
        if (money.prepaymentDueMinor() > 0) {
            LocalDate due = money.prepaymentDay(
                    book.network().horizon().week(dated.deliveryBucket()).monday());
            step(json, "prepayment", null, due.toString(), money.prepaymentDueMinor());
        }
        if (dated.buildBucket() > nowBucket) {
            step(json, "built", text.week(dated.buildBucket()), null, 0);
        }
        if (dated.deliveryBucket() > dated.buildBucket()) {
            step(json, "on_its_way", text.week(Math.max(nowBucket, dated.buildBucket() + 1)), null, 0);
        }
        step(
                json,
                "handed_over",
                text.week(dated.deliveryBucket()),
                null,
                money.balanceMinor() - money.prepaymentDueMinor());
    }

    private static void step(
            JsonGenerator json, String what, @Nullable String week, @Nullable String day, long amountMinor)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("what", what);
        json.writeStringField("week", week);
        json.writeStringField("day", day);
        json.writeNumberField("amount_minor", amountMinor);
        json.writeEndObject();
    }
}
