package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Slots that are free now, offered in rank order to those who would gain at least the hysteresis of the scenario.
 * Whoever wants his asks for it with {@code pull-forward}; nobody is moved unasked.
 */
final class EarlierDateDesk {
    private static final Duration OLDEST = Duration.ofSeconds(1);
    private static final int NAMED_MAX = 200;
    private static final int NAMED = 20;

    private final Book book;
    private final PromiseText text;

    EarlierDateDesk(Book book, PromiseText text) {
        this.book = book;
        this.text = text;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/earlier-dates", Permission.SEARCH_ORDERS, this::offers)
                .asking("most")
                .costing(Route.Cost.TRIAL));
    }

    private Reply offers(Call call) {
        int most = call.query().whole("most", NAMED, 1, NAMED_MAX);
        Book.View view = book.view(OLDEST);
        List<EarlierDate> offers = offers(view.copy(), most, CarDesk.beyond(book));
        return Reply.ok(json -> {
            json.writeNumberField("position", view.position());
            json.writeNumberField(
                    "hysteresis_weeks", book.network().scenario().rules().hysteresisWeeks());
            json.writeArrayFieldStart("offers");
            for (EarlierDate offer : offers) {
                offer.write(json, text);
            }
            json.writeEndArray();
        });
    }

    /** The engine asks each order as if it alone took its offer; here each takes it, so that all can be taken. */
    private static List<EarlierDate> offers(PromiseEngine copy, int most, int beyond) {
        int least = Math.max(1, copy.network().scenario().rules().hysteresisWeeks());
        List<EarlierDate> offers = new ArrayList<>();
        for (String id : copy.earlierDateOffers(most)) {
            int row = copy.find(id);
            int before = copy.deliveryBucket(row);
            if (copy.apply(new Command.PullForward(id)) instanceof Answer.PulledForward) {
                EarlierDate offer = EarlierDate.of(copy, row, before, beyond);
                if (offer.weeks() >= least) {
                    offers.add(offer);
                }
            }
        }
        return offers;
    }
}
