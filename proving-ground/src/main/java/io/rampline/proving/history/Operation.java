package io.rampline.proving.history;

import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;

/**
 * Something a client asked, and what it was told.
 *
 * @param request whose actor names this operation and no other, so that the record says who wrote an entry
 * @param begin when it was asked, on a clock that all clients share
 * @param end when the answer was there
 * @param outcome {@link Outcome.Unknown} where no answer came
 */
public record Operation(Request request, long begin, long end, Outcome outcome) {
    String actor() {
        return request.actor();
    }
}
