package io.rampline.desk.futures;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Configuration;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A count of windows for programs. */
public final class LiveCountJson {
    private static final double PER_TEN_THOUSAND = 1e4;
    private static final int SHARE_DIGITS = 4;

    private LiveCountJson() {}

    /** What a count says of the whole book, as members. */
    public static void summary(JsonGenerator json, LiveCount count) throws IOException {
        json.writeStringField("as_of_week", count.week().toString());
        json.writeNumberField("seed", count.asked().seed());
        json.writeStringField("hash", String.format(Locale.ROOT, "%016x", count.hash()));
        json.writeNumberField("orders_open", count.line().open());
        json.writeNumberField("orders_in_line", count.line().orders().size());
        json.writeNumberField("confidence", share(count.confidence()));
        json.writeNumberField("mean_probability", share(count.meanProbability()));
        share(json, "promised_week_kept_probability", count.meanPromiseKept());
        json.writeArrayFieldStart("orders_by_width");
        long[] orders = count.ordersByWidth();
        for (int width = 0; width < orders.length; width++) {
            if (orders[width] > 0) {
                json.writeStartObject();
                if (width == 0) {
                    json.writeNullField("weeks");
                } else {
                    json.writeNumberField("weeks", width);
                }
                json.writeNumberField("orders", orders[width]);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        products(json, count);
    }

    /** What is told of the orders of a product in a market. */
    private static final class Product {
        private int orders;
        private int dated;
        private double kept;
        private int lastRow;
    }

    private static void products(JsonGenerator json, LiveCount count) throws IOException {
        Map<MarketProduct, Product> products = new TreeMap<>();
        OrderTable orders = count.line().orders();
        for (int row = 0; row < orders.size(); row++) {
            Configuration configuration = orders.configuration(row);
            Product product = products.computeIfAbsent(MarketProduct.of(configuration), _ -> new Product());
            OptionalDouble kept = count.promiseKept(row);
            product.orders++;
            product.dated += kept.isPresent() ? 1 : 0;
            product.kept += kept.orElse(0);
            product.lastRow = row;
        }
        json.writeArrayFieldStart("products");
        for (var product : products.entrySet()) {
            json.writeStartObject();
            json.writeStringField("market", product.getKey().market());
            json.writeStringField("model", product.getKey().model());
            json.writeStringField("trim", product.getKey().trim());
            json.writeNumberField("orders", product.getValue().orders);
            share(
                    json,
                    "promised_week_kept_probability",
                    product.getValue().dated == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(product.getValue().kept / product.getValue().dated));
            Window window = count.window(product.getValue().lastRow);
            json.writeStringField("last_early", week(count, window.earlyBucket()));
            if (window.lateBucket() == Window.BEYOND_HORIZON) {
                json.writeNullField("last_late");
            } else {
                json.writeStringField("last_late", week(count, window.lateBucket()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void share(JsonGenerator json, String name, OptionalDouble share) throws IOException {
        if (share.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, share(share.getAsDouble()));
        }
    }

    private static String week(LiveCount count, int bucket) {
        return count.line().network().horizon().week(bucket).toString();
    }

    /** To four digits. */
    public static BigDecimal share(double share) {
        return BigDecimal.valueOf(Math.round(share * PER_TEN_THOUSAND), SHARE_DIGITS);
    }
}
