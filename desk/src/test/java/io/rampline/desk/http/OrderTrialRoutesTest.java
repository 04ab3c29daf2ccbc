package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import org.junit.jupiter.api.Test;

/** What would become of an order, before it is done. */
class OrderTrialRoutesTest {
    @Test
    void aCancellationSaysWhatIsPaidBackAndWhoGainsAndWritesNothing() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            int before = desk.book.entries().size();
            Told tried = desk.as(Role.SALES).post("/api/v1/orders/T-02/cancel-trial", null);

            assertThat(tried.status()).isEqualTo(200);
            assertThat(tried.body().path("after").isNull()).isTrue();
            assertThat(tried.body().path("if_cancelled").path("cause").asText()).isEqualTo("left");
            assertThat(tried.body().path("if_cancelled").path("kept_minor").asLong())
                    .isEqualTo(50_000);
            assertThat(tried.body()
                            .path("gains")
                            .path("first")
                            .get(0)
                            .path("order_id")
                            .asText())
                    .isEqualTo("T-03");
            assertThat(desk.book.entries()).hasSize(before);
        }
    }

    @Test
    void whatATrialSaysOfAChangeIsWhatTheChangeDoes() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            String wish = "{\"model\":\"Tour\",\"trim\":\"Base\"}";
            JsonNode tried = desk.as(Role.SALES)
                    .post("/api/v1/orders/T-02/change-trial", wish)
                    .body();
            JsonNode done =
                    desk.as(Role.SALES).post("/api/v1/orders/T-02/change", wish).body();

            assertThat(tried.path("after")).isEqualTo(done.path("promise"));
            assertThat(tried.path("kept_rank")).isEqualTo(done.path("kept_rank"));
            assertThat(tried.path("terms").path("price_after_minor").asLong()
                            - tried.path("terms").path("price_before_minor").asLong())
                    .isEqualTo(1_000_000);
        }
    }

    @Test
    void theGainOfATrialIsWhatTheBookDoesAfterwards() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            JsonNode first = desk.as(Role.PLANNER)
                    .post("/api/v1/orders/T-02/cancel-trial", null)
                    .body()
                    .path("gains")
                    .path("first")
                    .get(0);
            desk.as(Role.PLANNER).delete("/api/v1/orders/T-02");
            desk.as(Role.PLANNER).post("/api/v1/orders/T-03/pull-forward", "{}");
            JsonNode now = desk.as(Role.PLANNER).get("/api/v1/orders/T-03").body();

            assertThat(first.path("delivery_after").asText())
                    .isEqualTo(now.path("promise").path("delivery_week").asText());
        }
    }

    @Test
    void aCustomerIsToldHowManyGainAndNotWho() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            desk.as(Role.CUSTOMER, "anna").put("/api/v1/orders/own", "{\"model\":\"City\",\"trim\":\"Base\"}");
            desk.as(Role.CUSTOMER, "bert").put("/api/v1/orders/next", "{\"model\":\"City\",\"trim\":\"Base\"}");
            JsonNode house = desk.as(Role.SALES)
                    .post("/api/v1/orders/own/cancel-trial", null)
                    .body();
            JsonNode own = desk.as(Role.CUSTOMER, "anna")
                    .post("/api/v1/orders/own/cancel-trial", null)
                    .body();

            assertThat(own.path("gains").path("orders"))
                    .isEqualTo(house.path("gains").path("orders"));
            assertThat(own.path("gains").path("first")).isEmpty();
            assertThat(own.path("if_cancelled").path("cause").asText()).isEqualTo("cooled_off");
        }
    }

    @Test
    void whatTheBookWouldRefuseTheTrialRefusesInTheSameWords() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            String wish = "{\"options\":[\"WINGS\"]}";
            Told tried = desk.as(Role.SALES).post("/api/v1/orders/T-02/change-trial", wish);
            Told done = desk.as(Role.SALES).post("/api/v1/orders/T-02/change", wish);

            assertThat(tried.status()).isEqualTo(422);
            assertThat(tried.body().path("code")).isEqualTo(done.body().path("code"));
            assertThat(tried.body().path("detail")).isEqualTo(done.body().path("detail"));
            assertThat(desk.as(Role.SALES)
                            .post("/api/v1/orders/none/cancel-trial", null)
                            .problem())
                    .isEqualTo("unknown-order");
            desk.as(Role.SALES).delete("/api/v1/orders/T-05");
            assertThat(desk.as(Role.SALES)
                            .post("/api/v1/orders/T-05/cancel-trial", null)
                            .body()
                            .path("code")
                            .asText())
                    .isEqualTo("NO_LONGER_OPEN");
        }
    }

    @Test
    void theCatalogueHasEveryProductWithItsOptions() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            JsonNode catalogue =
                    desk.as(Role.CUSTOMER, "anna").get("/api/v1/catalogue").body();

            assertThat(catalogue.path("products")).hasSize(3);
            assertThat(catalogue
                            .path("products")
                            .get(0)
                            .path("options")
                            .get(0)
                            .path("name")
                            .asText())
                    .isEqualTo("ROOF");
        }
    }
}
