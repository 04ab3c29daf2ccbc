package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Role;
import io.rampline.desk.admission.Admission;
import io.rampline.desk.admission.Rate;
import io.rampline.desk.admission.WaitingRoom;
import io.rampline.desk.http.OpenDesk.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Launch night over HTTP. */
class AdmissionRoutesTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\"}";
    private static final byte[] SEED = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aQuoteIsTheDateThatABookingThenGets() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            OpenDesk.Asking anna = desk.as(Role.CUSTOMER, "anna");
            int before = desk.book.entries().size();
            Told quote = anna.post("/api/v1/quotes", CITY);

            assertThat(quote.status()).isEqualTo(200);
            assertThat(desk.book.entries()).hasSize(before);
            assertThat(quote.body().path("orders_ahead").asInt()).isPositive();
            assertThat(quote.body().path("takes_orders").asBoolean()).isTrue();
            assertThat(quote.body().path("promise").path("wait_weeks").asInt()).isPositive();
            assertThat(anna.put("/api/v1/orders/A-1", CITY).body().path("promise"))
                    .isEqualTo(quote.body().path("promise"));
            assertThat(anna.post("/api/v1/quotes", CITY)
                            .body()
                            .path("orders_ahead")
                            .asInt())
                    .isEqualTo(quote.body().path("orders_ahead").asInt() + 1);
        }
    }

    @Test
    void noMoreOrdersAreTakenForDeliveryAfterAWeek() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            OpenDesk.Asking anna = desk.as(Role.CUSTOMER, "anna");
            Told quote = anna.post("/api/v1/quotes", CITY);
            String week = quote.body().path("promise").path("delivery_week").asText();
            Told set = desk.as(Role.PLANNER)
                    .put(
                            "/api/v1/admission",
                            "{\"order_stops\":[{\"model\":\"City\",\"last_delivery_week\":\"" + week + "\"}]}");
            assertThat(set.status()).isEqualTo(200);
            assertThat(anna.put("/api/v1/orders/A-0", CITY).status()).isEqualTo(201);
            int taken = 1;
            Told told = anna.put("/api/v1/orders/A-" + taken, CITY);
            while (told.status() == 201) {
                taken++;
                told = anna.put("/api/v1/orders/A-" + taken, CITY);
            }

            assertThat(told.problem()).isEqualTo("orders-stopped");
            assertThat(told.body().path("last_delivery_week").asText()).isEqualTo(week);
            assertThat(anna.get("/api/v1/orders/A-" + taken).status()).isEqualTo(404);
            Told late = anna.post("/api/v1/quotes", CITY);
            assertThat(late.body().path("takes_orders").asBoolean()).isFalse();
            assertThat(late.body().path("last_delivery_week").asText()).isEqualTo(week);
            assertThat(anna.put("/api/v1/orders/A-0", CITY).status())
                    .as("what was booked before is still answered")
                    .isEqualTo(200);
            assertThat(anna.post("/api/v1/quotes", "{\"model\":\"Tour\",\"trim\":\"Base\"}")
                            .body()
                            .path("takes_orders")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void customersWaitInTheRoomAndTheHouseDoesNot() {
        long opens = System.currentTimeMillis() * 1000 + 3_600_000_000L;
        Admission admission = new Admission(List.of(), Optional.of(new WaitingRoom(SEED, opens, 10)));
        try (OpenDesk desk = OpenDesk.tiny(settings -> settings.withAdmission(admission))) {
            OpenDesk.Asking anna = desk.as(Role.CUSTOMER, "anna");
            Told early = anna.put("/api/v1/orders/A-1", CITY);
            assertThat(early.status()).isEqualTo(429);
            assertThat(early.problem()).isEqualTo("waiting-room");
            assertThat(anna.post("/api/v1/quotes", CITY).problem()).isEqualTo("waiting-room");
            assertThat(anna.get("/api/v1/waiting-room").body().path("state").asText())
                    .isEqualTo("not_here");
            Told place = anna.post("/api/v1/waiting-room", null);
            assertThat(place.body().path("state").asText()).isEqualTo("before_the_draw");
            assertThat(place.body().path("ask_again_seconds").asInt()).isEqualTo(300);
            assertThat(place.body().path("seed_sha256").asText()).hasSize(64);
            assertThat(desk.as(Role.SALES).put("/api/v1/orders/S-1", CITY).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void onceTheDoorsAreOpenWhoIsAdmittedOrders() {
        Admission admission = new Admission(List.of(), Optional.of(new WaitingRoom(SEED, 1, 1_000_000)));
        try (OpenDesk desk = OpenDesk.tiny(settings -> settings.withAdmission(admission))) {
            OpenDesk.Asking anna = desk.as(Role.CUSTOMER, "anna");
            assertThat(anna.post("/api/v1/waiting-room", "{}")
                            .body()
                            .path("state")
                            .asText())
                    .isEqualTo("admitted");
            assertThat(anna.put("/api/v1/orders/A-1", CITY).status()).isEqualTo(201);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        RequestRates rates =
                new RequestRates(new Rate(0.01, 3), new Rate(1000, 1000), new Rate(1000, 1000), new Rate(0.01, 2), 2);
        try (OpenDesk desk = OpenDesk.tiny(settings -> settings.withRates(rates))) {
            OpenDesk.Asking anna = desk.as(Role.CUSTOMER, "anna");
            for (int i = 0; i < 3; i++) {
                assertThat(anna.post("/api/v1/quotes", CITY).status()).isEqualTo(200);
            }
            Told told = anna.post("/api/v1/quotes", CITY);
            assertThat(told.status()).isEqualTo(429);
            assertThat(told.problem()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(told.header("Retry-After"))).isBetween(40, 100);
            assertThat(desk.as(Role.CUSTOMER, "bert")
                            .post("/api/v1/quotes", CITY)
                            .status())
                    .isEqualTo(200);
            OpenDesk.Asking planner = desk.as(Role.PLANNER);
            assertThat(planner.post("/api/v1/what-if", "{}").status()).isEqualTo(200);
            assertThat(planner.post("/api/v1/what-if", "{}").status()).isEqualTo(200);
            assertThat(planner.post("/api/v1/what-if", "{}").status()).isEqualTo(429);
            assertThat(planner.get("/api/v1/resources").status()).isEqualTo(200);
        }
    }

    @Test
    void guessingTokensIsSlowedDown() {
        try (OpenDesk desk = OpenDesk.tiny()) {
            OpenDesk.Asking guessing = desk.asNobody().with("Authorization", "Bearer rmp_" + "A".repeat(43));
            int refused = 0;
            int slowed = 0;
            for (int i = 0; i < 40; i++) {
                int status = guessing.get("/api/v1/resources").status();
                refused += status == 401 ? 1 : 0;
                slowed += status == 429 ? 1 : 0;
            }
            assertThat(refused + slowed).isEqualTo(40);
            assertThat(slowed).isPositive();
            assertThat(desk.as(Role.SALES).get("/api/v1/resources").status()).isEqualTo(200);
        }
    }
}
