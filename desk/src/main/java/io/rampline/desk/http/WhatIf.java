package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.GainsAndLosses.Group;
import io.rampline.promise.MarketProduct;
import java.io.IOException;
import java.util.Map;

/**
 * Who gains and who loses by a change: waits before and after, by product and market.
 *
 * @param exceptions orders that had to keep their first promise and cannot
 * @param openShortages of the changed book
 */
record WhatIf(GainsAndLosses counted, int exceptions, int openShortages) {
    void write(JsonGenerator json, PromiseText text, int nowBucket) throws IOException {
        counts(json, counted.all());
        json.writeNumberField("exceptions", exceptions);
        json.writeNumberField("open_shortages", openShortages);
        writeProducts(json, text, nowBucket);
    }

    void writeProducts(JsonGenerator json, PromiseText text, int nowBucket) throws IOException {
        json.writeArrayFieldStart("by_product");
        for (Map.Entry<MarketProduct, Group> each : counted.groups().entrySet()) {
            Group group = each.getValue();
            json.writeStartObject();
            json.writeStringField("market", each.getKey().market());
            json.writeStringField("model", each.getKey().model());
            json.writeStringField("trim", each.getKey().trim());
            counts(json, group);
            json.writeNumberField("most_gained_weeks", group.mostGained());
            json.writeNumberField("most_lost_weeks", group.mostLost());
            json.writeObjectFieldStart("before");
            waits(json, group.deliveryBefore(0.5), group.deliveryBefore(1), group.beyondBefore(), text, nowBucket);
            json.writeObjectFieldStart("after");
            waits(json, group.deliveryAfter(0.5), group.deliveryAfter(1), group.beyondAfter(), text, nowBucket);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, Group group) throws IOException {
        json.writeNumberField("orders", group.orders());
        json.writeNumberField("earlier", group.earlier());
        json.writeNumberField("later", group.later());
        json.writeNumberField("lost", group.lost());
        json.writeNumberField("found", group.found());
    }

    private static void waits(JsonGenerator json, int median, int last, int beyond, PromiseText text, int nowBucket)
            throws IOException {
        wait(json, "median_weeks", median, nowBucket);
        wait(json, "longest_weeks", last, nowBucket);
        json.writeStringField("last_delivery_week", last < 0 ? null : text.week(last));
        json.writeNumberField("beyond_horizon", beyond);
        json.writeEndObject();
    }

    private static void wait(JsonGenerator json, String name, int bucket, int nowBucket) throws IOException {
        if (bucket < 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, bucket - nowBucket);
        }
    }
}
