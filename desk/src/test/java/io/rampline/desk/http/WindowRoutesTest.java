package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.factory.Uncertainty;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** examples/tiny, lived through in 200 futures. */
class WindowRoutesTest {
    private static final String CAR = "{\"model\":\"City\",\"trim\":\"Base\"}";

    private OpenDesk desk;
    private OpenDesk.Asking planner;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny(settings -> settings.withWindows(new WindowSettings(Uncertainty.ASSUMED, 200, false)));
        planner = desk.as(Role.PLANNER);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    /** The stream ends when the count does. */
    private JsonNode counted() {
        assertThat(planner.post("/api/v1/windows", "{}").status()).isEqualTo(202);
        assertThat(planner.get("/api/v1/windows/progress").text()).contains("event: end");
        return planner.get("/api/v1/windows").body();
    }

    private String openOrder() {
        for (JsonNode order : planner.get("/api/v1/orders?limit=1000").body().path("orders")) {
            if (!order.at("/promise/beyond_horizon").asBoolean()) {
                return "/api/v1/orders/" + order.path("order_id").asText();
            }
        }
        throw new AssertionError("found no order with a date");
    }

    @Test
    void beforeTheFirstCountAWindowSaysThatItIsNotCounted() {
        JsonNode window = planner.get(openOrder()).body().path("window");
        JsonNode quoted = planner.post("/api/v1/quotes", CAR).body().path("window");

        assertThat(window.path("state").asText()).isEqualTo("not_yet_counted");
        assertThat(window.path("as_of_entry").isNull()).isTrue();
        assertThat(quoted.path("state").asText()).isEqualTo("not_yet_counted");
        assertThat(planner.get("/api/v1/windows").body().path("state").asText()).isEqualTo("not_yet_counted");
    }

    @Test
    void aCountGivesEveryOrderInLineAWindowWithItsProbabilities() {
        JsonNode told = counted();

        assertThat(told.path("state").asText()).isEqualTo("counted");
        assertThat(told.path("futures").asInt()).isEqualTo(200);
        assertThat(told.path("as_of_entry").asLong())
                .isEqualTo(desk.book.state().position());
        assertThat(told.at("/summary/mean_probability").asDouble()).isBetween(0.8, 1.0);
        int seen = 0;
        for (JsonNode listed : planner.get("/api/v1/orders?limit=1000").body().path("orders")) {
            JsonNode order = planner.get(
                            "/api/v1/orders/" + listed.path("order_id").asText())
                    .body();
            JsonNode window = order.path("window");
            assertThat(window.path("state").asText()).isEqualTo("counted");
            assertThat(window.path("calibrated").asBoolean()).isFalse();
            if (!order.at("/promise/beyond_horizon").asBoolean()
                    && !window.path("late").isNull()) {
                assertThat(window.path("early").asText())
                        .isLessThanOrEqualTo(window.path("late").asText());
                assertThat(window.path("probability").asDouble()).isGreaterThan(0.5);
                assertThat(window.path("probability_of_promised_week").asDouble())
                        .isBetween(0.0, 1.0);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(5);
        assertThat(told.at("/summary/orders_in_line").asInt()).isGreaterThanOrEqualTo(seen);
    }

    @Test
    void aQuoteHasTheWindowOfItsPlaceAndANewOrderWaitsForTheNextCount() {
        counted();

        JsonNode quote = planner.post("/api/v1/quotes", CAR).body();
        planner.put("/api/v1/orders/NEW-1", CAR);
        Told fresh = planner.get("/api/v1/orders/NEW-1");

        assertThat(quote.at("/window/state").asText()).isEqualTo("counted");
        assertThat(quote.at("/window/early").asText()).isNotEmpty();
        assertThat(fresh.body().at("/window/state").asText()).isEqualTo("not_yet_counted");
        assertThat(fresh.body().at("/window/entries_since").asInt()).isEqualTo(1);
        assertThat(fresh.body().at("/window/as_of_entry").asLong())
                .isEqualTo(desk.book.state().position() - 1);
        counted();
        Told again = planner.with("If-None-Match", fresh.header("ETag")).get("/api/v1/orders/NEW-1");
        assertThat(again.body().at("/window/state").asText()).isEqualTo("counted");
    }

    @Test
    void aCountIsStatedOnceAWeekForGood() {
        JsonNode told = counted();
        counted();

        List<Notice> stated = desk.book.house.all().stream()
                .filter(notice -> notice.is(NoticeKind.WINDOWS_STATED))
                .toList();
        assertThat(stated).hasSize(1);
        assertThat(stated.getFirst().subject())
                .isEqualTo(told.at("/summary/as_of_week").asText());
        assertThat(stated.getFirst().body()).contains("\"T-01/\",\"2026-W10\"");
        assertThat(told.at("/calibration/says").asText()).isEqualTo("not calibrated: no history");
        assertThat(told.path("revision").isNull()).isTrue();
        assertThat(planner.get("/metrics").text()).contains("rampline_windows_counted 1", "rampline_stated_weeks 0");
    }

    @Test
    void aDeliveredOrderHasNoWindowAndTheSameBookGivesTheSameFutures() {
        String order = openOrder();
        String hash = counted().at("/summary/hash").asText();
        assertThat(counted().at("/summary/hash").asText()).isEqualTo(hash);

        planner.delete(order);

        assertThat(planner.get(order).body().path("window").isNull()).isTrue();
        assertThat(counted().at("/summary/hash").asText()).isNotEqualTo(hash);
    }

    @Test
    void lessCapacityBringsLaterWindows() {
        String before = counted().at("/summary/products/0/last_early").asText();
        planner.post(
                "/api/v1/capacity",
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"N1\",\"from_week\":\"2026-W10\",\"to_week\":\"2026-W21\",\"units\":0}],"
                        + "\"reason\":\"flood\"}");

        String after = counted().at("/summary/products/0/last_early").asText();

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void unaskedItCountsByItselfAndIsGoneWithTheDesk() {
        try (OpenDesk alone =
                OpenDesk.tiny(settings -> settings.withWindows(new WindowSettings(Uncertainty.ASSUMED, 50, true)))) {
            OpenDesk.Asking asking = alone.as(Role.PLANNER);
            String state = "";
            for (long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                    !state.equals("counted") && System.nanoTime() < until; ) {
                asking.get("/api/v1/windows/progress");
                state = asking.get("/api/v1/windows").body().path("state").asText();
            }
            assertThat(state).isEqualTo("counted");
        }
    }
}
