package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.factory.Market;
import io.rampline.factory.Option;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import java.io.IOException;
import java.util.List;

/** What can be ordered, at which price: for forms in which somebody chooses. */
final class CatalogueDesk {
    private final byte[] catalogue;

    CatalogueDesk(Scenario scenario) {
        this.catalogue = Json.object(json -> write(json, scenario));
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/catalogue", Permission.QUOTE, this::catalogue));
    }

    private Reply catalogue(Call call) {
        return new Reply.Whole(Reply.OK, Reply.JSON, catalogue);
    }

    private static void write(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeStringField("home_market", scenario.homeMarket());
        json.writeArrayFieldStart("markets");
        for (Market market : scenario.markets()) {
            json.writeString(market.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("products");
        for (Product product : scenario.products()) {
            json.writeStartObject();
            json.writeStringField("model", product.model());
            json.writeStringField("trim", product.trim());
            json.writeNumberField("price_minor", product.priceMinor());
            json.writeArrayFieldStart("options");
            for (Option option : scenario.options()) {
                if (option.products().matches(product.model(), product.trim())) {
                    json.writeStartObject();
                    json.writeStringField("name", option.name());
                    json.writeNumberField("price_minor", option.priceMinor());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
