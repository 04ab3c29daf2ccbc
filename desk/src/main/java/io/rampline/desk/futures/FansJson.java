package io.rampline.desk.futures;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.window.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a count says week by week, as fans: eight of ten futures lie between the low and the high line. */
public final class FansJson {
    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;
    private static final List<String> NAMES = List.of("low", "middle", "high");
    private static final List<Double> SHARES = List.of(LOW, MIDDLE, HIGH);

    private FansJson() {}

    /** As the member {@code fans}. */
    public static void write(JsonGenerator json, LiveCount count) throws IOException {
        json.writeObjectFieldStart("fans");
        output(json, count);
        waits(json, count);
        guarantees(json, count);
        json.writeEndObject();
    }

    private static void output(JsonGenerator json, LiveCount count) throws IOException {
        Tally tally = count.tally();
        int first = tally.line().firstBucket();
        int end = horizon(count).weeks();
        while (end > first && Math.round(tally.outputQuantile(end - 1, HIGH)) == 0) {
            end--;
        }
        json.writeObjectFieldStart("output");
        json.writeArrayFieldStart("weeks");
        for (int bucket = first; bucket < end; bucket++) {
            json.writeString(horizon(count).week(bucket).toString());
        }
        json.writeEndArray();
        for (int line = 0; line < NAMES.size(); line++) {
            json.writeArrayFieldStart(NAMES.get(line));
            for (int bucket = first; bucket < end; bucket++) {
                json.writeNumber(Math.round(tally.outputQuantile(bucket, SHARES.get(line))));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static Horizon horizon(LiveCount count) {
        return count.line().network().horizon();
    }

    /** The last group of each product and week of order: who ordered first in a week waits no longer. */
    private static Map<MarketProduct, SortedMap<Integer, Integer>> lines(LiveCount count) {
        OrderTable orders = count.line().orders();
        Map<MarketProduct, SortedMap<Integer, Integer>> lines = new TreeMap<>();
        for (int row = 0; row < orders.size(); row++) {
            int group = count.tally().line().groupOfRow(row);
            int locked = count.tally().line().locked(group);
            lines.computeIfAbsent(MarketProduct.of(orders.configuration(row)), _ -> new TreeMap<>())
                    .merge(locked, group, Math::max);
        }
        return lines;
    }

    private static void waits(JsonGenerator json, LiveCount count) throws IOException {
        json.writeArrayFieldStart("waits");
        for (var line : lines(count).entrySet()) {
            json.writeStartObject();
            json.writeStringField("market", line.getKey().market());
            json.writeStringField("model", line.getKey().model());
            json.writeStringField("trim", line.getKey().trim());
            json.writeArrayFieldStart("weeks");
            for (int locked : line.getValue().keySet()) {
                json.writeString(horizon(count).week(locked).toString());
            }
            json.writeEndArray();
            for (int name = 0; name < NAMES.size(); name++) {
                json.writeArrayFieldStart(NAMES.get(name));
                for (var week : line.getValue().entrySet()) {
                    wait(json, count, week.getKey(), week.getValue(), SHARES.get(name));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void wait(JsonGenerator json, LiveCount count, int locked, int group, double share)
            throws IOException {
        int build = count.tally().buildQuantile(group, share);
        if (build >= horizon(count).weeks()) {
            json.writeNull();
        } else {
            json.writeNumber(build + count.tally().line().transitWeeks(group) - locked);
        }
    }

    private static void guarantees(JsonGenerator json, LiveCount count) throws IOException {
        Tally tally = count.tally();
        List<Guarantee> all = tally.guarantees().list();
        json.writeArrayFieldStart("guarantees");
        for (int number = 0; number < all.size(); number++) {
            Guarantee guarantee = all.get(number);
            json.writeStartObject();
            json.writeStringField("market", guarantee.market().orElse(null));
            json.writeStringField("model", guarantee.model().orElse(null));
            json.writeNumberField("wait_weeks", guarantee.waitWeeks());
            json.writeStringField(
                    "from_week", horizon(count).week(guarantee.fromBucket()).toString());
            if (tally.guarantees().isAsked(number)) {
                json.writeNumberField("probability", share(tally.kept(number), tally));
            } else {
                json.writeNullField("probability");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (all.isEmpty()) {
            json.writeNullField("all_guarantees_probability");
        } else {
            json.writeNumberField("all_guarantees_probability", share(tally.allKept(), tally));
        }
    }

    private static BigDecimal share(long kept, Tally tally) {
        return LiveCountJson.share((double) kept / Math.max(1, tally.futures()));
    }

    /** As the member {@code reliability}. */
    public static void reliability(JsonGenerator json, StatedReliability reliability) throws IOException {
        json.writeObjectFieldStart("reliability");
        json.writeNumberField("weeks", reliability.weeks());
        json.writeNumberField("statements", reliability.statements());
        json.writeNumberField("windows", reliability.windows());
        json.writeNumberField("windows_held", reliability.windowsHeld());
        json.writeArrayFieldStart("bins");
        for (int bin = 0; bin < reliability.bins().size(); bin++) {
            StatedReliability.Bin counted = reliability.bins().get(bin);
            json.writeStartObject();
            json.writeNumberField("from", LiveCountJson.share((double) bin / StatedReliability.BINS));
            json.writeNumberField("to", LiveCountJson.share((bin + 1.0) / StatedReliability.BINS));
            json.writeNumberField("statements", counted.statements());
            json.writeNumberField("stated", LiveCountJson.share(counted.stated()));
            json.writeNumberField("came", counted.came());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
