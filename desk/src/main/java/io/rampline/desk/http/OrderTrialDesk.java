package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Role;
import io.rampline.factory.Configuration;
import io.rampline.orderbook.Outcome;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import io.rampline.treasury.ledger.Contract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would become of an order that is changed or cancelled, tried on a copy of the book: the new date, the money, and
 * whose dates could come forward into the place that becomes free. Nothing is written.
 *
 * <p>Who gains is counted against the book in which everybody has taken the room there is already, so that only what
 * this order leaves behind counts.
 */
final class OrderTrialDesk {
    private static final Duration OLDEST = Duration.ofSeconds(2);
    private static final int NAMED_MAX = 20;

    private final Book book;
    private final PromiseText text;
    private final OrderDesk orders;

    /** What a trial found of the order itself. */
    private record Tried(Order before, Order after, Promise promise, Answer answer) {}

    OrderTrialDesk(Book book, PromiseText text, OrderDesk orders) {
        this.book = book;
        this.text = text;
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/orders/{order_id}/change-trial", Permission.CHANGE_ORDER, this::change)
                        .aboutOrder()
                        .costing(Route.Cost.TRIAL),
                Route.post("/api/v1/orders/{order_id}/cancel-trial", Permission.CANCEL_ORDER, this::cancel)
                        .aboutOrder()
                        .taking(Route.Entity.NONE)
                        .costing(Route.Cost.TRIAL));
    }

    private Reply change(Call call) {
        return attempt(call, orders.changed(call, OrderDesk.changeFields(call), book.now()));
    }

    private Reply cancel(Call call) {
        return attempt(call, new Command.Cancel(call.orderId()));
    }

    private Reply attempt(Call call, Command command) {
        String id = call.orderId();
        Book.View view = ReadDesk.viewWith(book, id, OLDEST);
        PromiseEngine copy = view.copy();
        int row = copy.find(id);
        if (row < 0) {
            throw Problem.unknownOrder(id);
        }
        Order before = copy.order(row);
        Promise promise = copy.promiseOf(row);
        Answer answer = new Answers(book)
                .notRefused(new Outcome.Answered(copy.apply(command), false), command)
                .answer();
        Tried tried = new Tried(before, copy.order(row), promise, answer);
        List<EarlierDate> gainers = gainers(view, copy, row);
        MoneyOfOrder money = MoneyOfOrder.of(book, book.reader().history(id));
        return Reply.ok(json -> {
            json.writeStringField("order_id", id);
            json.writeNumberField("position", view.position());
            outcome(json, tried, money);
            gains(json, gainers, call.principal().role() != Role.CUSTOMER);
        });
    }

    private void outcome(JsonGenerator json, Tried tried, MoneyOfOrder money) throws IOException {
        int nowBucket = text.bucketOf(book.now());
        text.promise(json, "promise", tried.promise(), nowBucket);
        switch (tried.answer()) {
            case Answer.Changed changed -> {
                text.promise(json, "after", changed.promise(), nowBucket);
                json.writeBooleanField("kept_rank", changed.keptRank());
                terms(json, tried);
                json.writeNullField("if_cancelled");
            }
            case Answer.Cancelled _ -> {
                json.writeNullField("after");
                json.writeNullField("kept_rank");
                json.writeNullField("terms");
                money.settlement(json);
            }
            case Answer.Quoted _,
                    Answer.Booked _,
                    Answer.Held _,
                    Answer.Delivered _,
                    Answer.PulledForward _,
                    Answer.CapacitySet _,
                    Answer.PlanAdopted _,
                    Answer.Advanced _,
                    Answer.Repromised _,
                    Answer.Refused _ ->
                throw new IllegalStateException("found " + tried.answer() + ", expected an order changed or cancelled");
        }
    }

    private void terms(JsonGenerator json, Tried tried) throws IOException {
        json.writeObjectFieldStart("terms");
        json.writeNumberField("price_before_minor", price(tried.before().configuration()));
        json.writeNumberField("price_after_minor", price(tried.after().configuration()));
        json.writeNumberField("deposit_before_minor", tried.before().depositMinor());
        json.writeNumberField("deposit_after_minor", tried.after().depositMinor());
        json.writeEndObject();
    }

    private long price(Configuration configuration) {
        return Contract.of(book.network().scenario(), configuration).priceMinor();
    }

    /**
     * Those who come earlier once all free room is taken, with the change and not without it; the greatest gain first.
     */
    private List<EarlierDate> gainers(Book.View view, PromiseEngine changed, int row) {
        PromiseEngine otherwise = view.copy();
        takeFreeRoom(otherwise);
        takeFreeRoom(changed);
        int beyond = CarDesk.beyond(book);
        List<EarlierDate> gainers = new ArrayList<>();
        for (int other = 0; other < otherwise.size(); other++) {
            if (other == row || !changed.isOpen(other)) {
                continue;
            }
            EarlierDate date = EarlierDate.of(changed, other, otherwise.deliveryBucket(other), beyond);
            if (date.weeks() > 0) {
                gainers.add(date);
            }
        }
        gainers.sort(Comparator.comparingInt(EarlierDate::weeks).reversed());
        return gainers;
    }

    private static void takeFreeRoom(PromiseEngine engine) {
        Answers.as(
                Answer.Repromised.class,
                new Outcome.Answered(engine.apply(new Command.Repromise(List.of(), Strategy.GAIN, false)), false));
    }

    /** Customers are told how many gain, not who. */
    private void gains(JsonGenerator json, List<EarlierDate> gainers, boolean isHouse) throws IOException {
        json.writeObjectFieldStart("gains");
        json.writeNumberField("orders", gainers.size());
        json.writeNumberField(
                "most_weeks", gainers.isEmpty() ? 0 : gainers.getFirst().weeks());
        json.writeArrayFieldStart("first");
        for (EarlierDate gainer :
                isHouse ? gainers.subList(0, Math.min(NAMED_MAX, gainers.size())) : List.<EarlierDate>of()) {
            gainer.write(json, text);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
