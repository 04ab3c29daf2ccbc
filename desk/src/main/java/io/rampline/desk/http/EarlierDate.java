package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Configuration;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;

/**
 * A date that an order could have instead of the one it has.
 *
 * @param before bucket of the delivery promised, -1 beyond the horizon
 * @param after bucket of the delivery it could have
 * @param weeks how much earlier that is, the end of the horizon taken for what lies beyond it
 */
record EarlierDate(String orderId, Configuration configuration, int before, int after, int weeks) {
    /** The date that an order has in a book in which it has come forward, beside the one it had. */
    static EarlierDate of(PromiseEngine engine, int row, int before, int beyond) {
        int after = engine.deliveryBucket(row);
        int weeks = (before < 0 ? beyond : before) - (after < 0 ? beyond : after);
        return new EarlierDate(engine.order(row).id(), engine.order(row).configuration(), before, after, weeks);
    }

    void write(JsonGenerator json, PromiseText text) throws IOException {
        json.writeStartObject();
        json.writeStringField("order_id", orderId);
        PromiseText.configuration(json, configuration);
        json.writeStringField("delivery_before", before < 0 ? null : text.week(before));
        json.writeStringField("delivery_after", after < 0 ? null : text.week(after));
        json.writeNumberField("weeks", weeks);
        json.writeEndObject();
    }
}
