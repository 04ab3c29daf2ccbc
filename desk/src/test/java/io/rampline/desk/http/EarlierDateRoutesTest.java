package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import org.junit.jupiter.api.Test;

class EarlierDateRoutesTest {
    @Test
    void whatACancellationLeavesIsOfferedInRankOrderAndEachOfferCanBeTaken() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            desk.as(Role.PLANNER).delete("/api/v1/orders/T-02");
            desk.as(Role.PLANNER).delete("/api/v1/orders/T-01");
            int before = desk.book.entries().size();
            JsonNode told = desk.as(Role.SALES).get("/api/v1/earlier-dates").body();

            assertThat(told.path("offers")).isNotEmpty();
            assertThat(desk.book.entries()).hasSize(before);
            String last = "";
            for (JsonNode offer : told.path("offers")) {
                String id = offer.path("order_id").asText();
                assertThat(id).isGreaterThan(last);
                assertThat(offer.path("weeks").asInt())
                        .isGreaterThanOrEqualTo(told.path("hysteresis_weeks").asInt());
                JsonNode taken = desk.as(Role.SALES)
                        .post("/api/v1/orders/" + id + "/pull-forward", "{}")
                        .body();
                assertThat(taken.path("promise").path("delivery_week").asText())
                        .isEqualTo(offer.path("delivery_after").asText())
                        .isLessThan(offer.path("delivery_before").asText());
                last = id;
            }
            assertThat(desk.as(Role.SALES).get("/api/v1/earlier-dates").body().path("offers"))
                    .isEmpty();
        }
    }

    @Test
    void noMoreAreNamedThanAskedForAndAnUnreasonableNumberIsRefused() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            desk.as(Role.PLANNER).delete("/api/v1/orders/T-02");
            desk.as(Role.PLANNER).delete("/api/v1/orders/T-01");

            assertThat(desk.as(Role.SALES)
                            .get("/api/v1/earlier-dates?most=1")
                            .body()
                            .path("offers"))
                    .hasSize(1);
            assertThat(desk.as(Role.SALES).get("/api/v1/earlier-dates?most=201").status())
                    .isEqualTo(400);
        }
    }
}
