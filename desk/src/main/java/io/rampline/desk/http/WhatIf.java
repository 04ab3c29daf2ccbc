package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Configuration;
import io.rampline.promise.PromiseEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Who gains and who loses by a change: waits before and after, by product and market. */
final class WhatIf {
    private final PromiseEngine engine;
    private final Map<MarketProduct, Group> groups = new TreeMap<>();
    private final Group all;
    private final int exceptions;

    /** Orders of one product and market. Counts of deliveries by bucket stand for the deliveries themselves. */
    private static final class Group {
        private final int beyond;
        private final int[] before;
        private final int[] after;
        private int orders;
        private int earlier;
        private int later;
        private int lost;
        private int found;
        private int mostGained;
        private int mostLost;

        /** @param beyond first bucket that no delivery within the plan can have */
        Group(int beyond) {
            this.beyond = beyond;
            this.before = new int[beyond + 1];
            this.after = new int[beyond + 1];
        }

        void add(int deliveryBefore, int deliveryAfter) {
            orders++;
            lost += deliveryBefore >= 0 && deliveryAfter < 0 ? 1 : 0;
            found += deliveryBefore < 0 && deliveryAfter >= 0 ? 1 : 0;
            int was = deliveryBefore < 0 ? beyond : Math.min(deliveryBefore, beyond);
            int is = deliveryAfter < 0 ? beyond : Math.min(deliveryAfter, beyond);
            before[was]++;
            after[is]++;
            earlier += is < was ? 1 : 0;
            later += is > was ? 1 : 0;
            mostGained = Math.max(mostGained, was - is);
            mostLost = Math.max(mostLost, is - was);
        }

        /** Bucket of the order at that share of the line; {@code beyond} when it has no date. */
        private int at(int[] counts, double share) {
            long rank = (long) Math.ceil(share * orders);
            long seen = 0;
            for (int bucket = 0; bucket <= beyond; bucket++) {
                seen += counts[bucket];
                if (seen >= rank && seen > 0) {
                    return bucket;
                }
            }
            return beyond;
        }
    }

    private WhatIf(PromiseEngine engine, int exceptions, int beyond) {
        this.engine = engine;
        this.exceptions = exceptions;
        this.all = new Group(beyond);
    }

    static WhatIf of(PromiseEngine engine, int[] before, int exceptions) {
        int beyond = 1
                + Math.max(
                        engine.network().horizon().weeks(),
                        Math.max(
                                Arrays.stream(before).max().orElse(0),
                                Arrays.stream(PlanDesk.deliveries(engine)).max().orElse(0)));
        WhatIf result = new WhatIf(engine, exceptions, beyond);
        // The engine gives the same object for orders of the same configuration.
        IdentityHashMap<Configuration, Group> known = new IdentityHashMap<>();
        for (int row = 0; row < before.length; row++) {
            if (engine.isOpen(row)) {
                known.computeIfAbsent(engine.order(row).configuration(), result::group)
                        .add(before[row], engine.deliveryBucket(row));
                result.all.add(before[row], engine.deliveryBucket(row));
            }
        }
        return result;
    }

    private Group group(Configuration configuration) {
        return groups.computeIfAbsent(MarketProduct.of(configuration), _ -> new Group(all.beyond));
    }

    void write(JsonGenerator json, PromiseText text, int nowBucket) throws IOException {
        counts(json, all);
        json.writeNumberField("exceptions", exceptions);
        json.writeNumberField("open_shortages", engine.openShortages().size());
        json.writeArrayFieldStart("by_product");
        for (Map.Entry<MarketProduct, Group> group : groups.entrySet()) {
            json.writeStartObject();
            json.writeStringField("market", group.getKey().market());
            json.writeStringField("model", group.getKey().model());
            json.writeStringField("trim", group.getKey().trim());
            counts(json, group.getValue());
            json.writeNumberField("most_gained_weeks", group.getValue().mostGained);
            json.writeNumberField("most_lost_weeks", group.getValue().mostLost);
            waits(json, "before", group.getValue(), group.getValue().before, text, nowBucket);
            waits(json, "after", group.getValue(), group.getValue().after, text, nowBucket);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, Group group) throws IOException {
        json.writeNumberField("orders", group.orders);
        json.writeNumberField("earlier", group.earlier);
        json.writeNumberField("later", group.later);
        json.writeNumberField("lost", group.lost);
        json.writeNumberField("found", group.found);
    }

    private static void waits(
            JsonGenerator json, String name, Group group, int[] counts, PromiseText text, int nowBucket)
            throws IOException {
        json.writeObjectFieldStart(name);
        wait(json, "median_weeks", group, group.at(counts, 0.5), nowBucket);
        int last = group.at(counts, 1);
        wait(json, "longest_weeks", group, last, nowBucket);
        json.writeStringField("last_delivery_week", last == group.beyond ? null : text.week(last));
        json.writeNumberField("beyond_horizon", counts[group.beyond]);
        json.writeEndObject();
    }

    private static void wait(JsonGenerator json, String name, Group group, int bucket, int nowBucket)
            throws IOException {
        if (bucket == group.beyond) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, bucket - nowBucket);
        }
    }
}
