package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.http.LiveWindows.Counted;
import io.rampline.desk.http.LiveWindows.Progress;
import io.rampline.factory.Configuration;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The windows of the whole book: asked for, watched, summed up. */
final class WindowsDesk {
    private final LiveWindows windows;
    private final WindowText text;
    private final PromiseText promises;
    private final EventStream events;

    WindowsDesk(LiveWindows windows, WindowText text, PromiseText promises, Door door) {
        this.windows = windows;
        this.text = text;
        this.promises = promises;
        this.events = new EventStream("windows", door);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/windows", Permission.SEE_WINDOWS, this::see),
                Route.post("/api/v1/windows", Permission.COUNT_WINDOWS, this::count)
                        .taking(Route.Entity.OPTIONAL_JSON)
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/windows/progress", Permission.SEE_WINDOWS, this::watch)
                        .producing(Reply.EVENTS));
    }

    private Reply count(Call call) {
        call.fields();
        windows.begin();
        return new Reply.Whole(Reply.ACCEPTED, Reply.JSON, Json.object(this::progress))
                .with(Head.LOCATION, "/api/v1/windows");
    }

    private Reply watch(Call call) {
        return events.of(() -> windows.progress().isCounting(), this::progress);
    }

    private void progress(JsonGenerator json) throws IOException {
        Progress now = windows.progress();
        json.writeStringField(
                "state",
                now.isCounting()
                        ? "counting"
                        : windows.last().isPresent() ? "counted" : now.why().isEmpty() ? "not_yet_counted" : "failed");
        json.writeNumberField("done", now.done());
        json.writeNumberField("most", now.most());
        json.writeStringField("why", now.why());
    }

    private Reply see(Call call) {
        Optional<Counted> last = windows.last();
        return Reply.ok(json -> {
            progress(json);
            text.age(json, last);
            LearntText.write(json, windows.stated().last());
            json.writeFieldName("summary");
            if (last.isEmpty()) {
                json.writeNull();
            } else {
                json.writeStartObject();
                summary(json, last.get());
                json.writeEndObject();
            }
        });
    }

    private void summary(JsonGenerator json, Counted last) throws IOException {
        LiveCount count = last.count();
        json.writeStringField("as_of_week", count.week().toString());
        json.writeNumberField("took_milliseconds", last.took().toMillis());
        json.writeNumberField("seed", count.asked().seed());
        json.writeStringField("hash", String.format(Locale.ROOT, "%016x", count.hash()));
        json.writeNumberField("orders_open", count.line().open());
        json.writeNumberField("orders_in_line", count.line().orders().size());
        json.writeNumberField("confidence", WindowText.share(count.confidence()));
        json.writeNumberField("mean_probability", WindowText.share(count.meanProbability()));
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

    private void products(JsonGenerator json, LiveCount count) throws IOException {
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
            json.writeStringField("last_early", promises.week(window.earlyBucket()));
            if (window.lateBucket() == Window.BEYOND_HORIZON) {
                json.writeNullField("last_late");
            } else {
                json.writeStringField("last_late", promises.week(window.lateBucket()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void share(JsonGenerator json, String name, OptionalDouble share) throws IOException {
        if (share.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, WindowText.share(share.getAsDouble()));
        }
    }
}
