package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.orderbook.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order's life over HTTP. */
class OrderRoutesTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\"}";
    private static final String TOUR = "{\"model\":\"Tour\",\"trim\":\"Long\"}";

    private OpenDesk desk;
    private OpenDesk.Asking shop;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny();
        shop = desk.as(Role.SALES);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    @Test
    void anOrderIsBookedOnceHoweverOftenItIsAsked() {
        Told first = shop.put("/api/v1/orders/N-1", CITY);
        Told again = shop.put("/api/v1/orders/N-1", CITY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/orders/N-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(first.body().path("promise").path("delivery_week").asText()).matches("2026-W\\d\\d");
        assertThat(again.body().path("promise")).isEqualTo(first.body().path("promise"));
        assertThat(again.body().path("position")).isEqualTo(first.body().path("position"));
        assertThat(first.body().path("repeated").asBoolean()).isFalse();
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        shop.put("/api/v1/orders/N-1", CITY);
        Told other = shop.put("/api/v1/orders/N-1", TOUR);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("order-id-in-use");
        assertThat(other.body().path("code").asText()).isEqualTo("DUPLICATE_ID");
    }

    @Test
    void whatIsNotOfferedIsRefusedWithItsCode() {
        Told refused = shop.put("/api/v1/orders/N-1", "{\"model\":\"Rocket\",\"trim\":\"Base\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asText()).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(shop.get("/api/v1/orders/N-1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "\"model\":\"Tuor\",\"trim\":\"base\" => found product Tuor base, expected a known product, maybe Tour Base, City Base, Tour Long",
                "\"model\":\"Tour\",\"trim\":\"Base\",\"market\":\"HOMES\" => found market HOMES, expected a known market, maybe HOME, NO",
                "\"model\":\"City\",\"trim\":\"Base\",\"options\":[\"ROOV\"] => found option ROOV for City Base, expected a known option that is offered for it, maybe ROOF"
            })
    void whatIsNotOfferedIsAnsweredWithWhatIs(String asked, String detail) {
        Told quoted = shop.post("/api/v1/quotes", "{" + asked + "}");
        Told booked = shop.put("/api/v1/orders/N-1", "{" + asked + "}");

        assertThat(List.of(quoted, booked)).allSatisfy(told -> {
            assertThat(told.status()).isEqualTo(422);
            assertThat(told.body().path("detail").asText()).isEqualTo(detail);
        });
    }

    @Test
    void anOrderIsReadWithItsPositionAsTagAndNotSentTwice() {
        shop.put(
                "/api/v1/orders/N-1",
                "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000,"
                        + "\"options\":[\"ROOF\"],\"priority\":\"fleet\",\"earliest_week\":\"2026-W11\",\"market\":\"HOME\"}");
        Told read = shop.get("/api/v1/orders/N-1");

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("deposit_minor").asLong()).isEqualTo(50_000);
        assertThat(read.body().path("priority").asText()).isEqualTo("fleet");
        assertThat(read.body().path("options").get(0).asText()).isEqualTo("ROOF");
        assertThat(read.body().path("earliest_week").asText()).isEqualTo("2026-W11");
        assertThat(read.body().path("first_promise")).isEqualTo(read.body().path("promise"));
        assertThat(shop.with("If-None-Match", read.header("ETag"))
                        .get("/api/v1/orders/N-1")
                        .status())
                .isEqualTo(304);
        assertThat(shop.with("If-None-Match", "\"0\"").get("/api/v1/orders/N-1").status())
                .isEqualTo(200);
    }

    @Test
    void anOrderIsSentAgainOnAnotherDayBecauseItsWaitIsShorter() {
        shop.put("/api/v1/orders/N-1", CITY);
        Told read = shop.get("/api/v1/orders/N-1");
        desk.book.advance(Duration.ofDays(7));

        Told later = shop.with("If-None-Match", read.header("ETag")).get("/api/v1/orders/N-1");

        assertThat(later.status()).isEqualTo(200);
        assertThat(later.body().at("/promise/wait_weeks").asInt())
                .isEqualTo(read.body().at("/promise/wait_weeks").asInt() - 1);
    }

    @Test
    void aCancelledOrderIsCancelledAndItsHistoryTellsByWhomAndWhy() {
        shop.put("/api/v1/orders/N-1", CITY);
        Told cancelled = shop.delete("/api/v1/orders/N-1?reason=moved%20abroad");
        Told history = shop.get("/api/v1/orders/N-1/history");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(shop.get("/api/v1/orders/N-1").body().path("state").asText()).isEqualTo("cancelled");
        assertThat(history.body().path("entries")).hasSize(2);
        assertThat(history.body()
                        .path("entries")
                        .get(0)
                        .path("promise")
                        .path("wait_weeks")
                        .asInt())
                .isPositive();
        assertThat(history.body().path("entries").get(1).path("kind").asText()).isEqualTo("cancelled");
        assertThat(history.body().path("entries").get(1).path("actor").asText()).isEqualTo("sales:sales");
        assertThat(history.body().path("entries").get(1).path("reason").asText())
                .isEqualTo("moved abroad");
        assertThat(shop.delete("/api/v1/orders/N-1").body().path("code").asText())
                .isEqualTo("NO_LONGER_OPEN");
    }

    @Test
    void anIdempotencyKeyMakesCancellingTwiceOneCancellation() {
        shop.put("/api/v1/orders/N-1", CITY);
        shop.put("/api/v1/orders/N-2", CITY);
        OpenDesk.Asking once = shop.with("Idempotency-Key", "k-1");
        Told first = once.delete("/api/v1/orders/N-1");
        Told again = once.delete("/api/v1/orders/N-1");
        Told other = once.delete("/api/v1/orders/N-2");

        assertThat(first.body().path("repeated").asBoolean()).isFalse();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(again.body().path("position")).isEqualTo(first.body().path("position"));
        assertThat(other.problem()).isEqualTo("request-id-reused");
    }

    @Test
    void aHeldSlotIsConfirmedAndKeepsItsDate() {
        Told held = shop.post("/api/v1/orders/H-1/hold?hours=2", CITY);
        Told confirmed = shop.post("/api/v1/orders/H-1/confirm", null);
        Told again = shop.post("/api/v1/orders/H-1/confirm", "{}");

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body().path("expires_at").asText()).isEqualTo("2026-03-01T02:00:00");
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(confirmed.body().path("promise")).isEqualTo(held.body().path("promise"));
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void aChangeSaysWhetherThePlaceInLineIsKept() {
        shop.put("/api/v1/orders/N-1", CITY);
        Told changed = shop.post("/api/v1/orders/N-1/change", "{\"options\":[\"ROOF\"],\"reason\":\"wants light\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().has("kept_rank")).isTrue();
        assertThat(shop.get("/api/v1/orders/N-1").body().path("options")).hasSize(1);
        assertThat(shop.get("/api/v1/orders/N-1").body().path("model").asText()).isEqualTo("City");
    }

    @Test
    void anEarlierDateThatBecameFreeIsTaken() {
        Told before = shop.put("/api/v1/orders/N-1", CITY);
        assertThat(shop.post("/api/v1/orders/N-1/pull-forward", null)
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("NOTHING_TO_GAIN");
        Told set = desk.as(Role.PLANNER)
                .put("/api/v1/resources/line/N1/weeks/2026-W10", "{\"units\":20,\"reason\":\"extra shift\"}");
        assertThat(set.status()).isEqualTo(200);
        Told after = shop.post("/api/v1/orders/N-1/pull-forward", "{\"reason\":\"asked by phone\"}");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().path("promise").path("wait_weeks").asInt())
                .isLessThan(before.body().path("promise").path("wait_weeks").asInt());
    }

    @Test
    void whyAndAlternativesNameWeeksAndResources() {
        Told why = shop.get("/api/v1/orders/T-10/why");
        Told alternatives = shop.get("/api/v1/orders/T-10/alternatives");

        assertThat(why.status()).isEqualTo(200);
        assertThat(why.body().path("stretches")).isNotEmpty();
        assertThat(alternatives.status()).isEqualTo(200);
        assertThat(shop.get("/api/v1/orders/T-99/why").status()).isEqualTo(404);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        StringBuilder seen = new StringBuilder();
        String cursor = "";
        int pages = 0;
        do {
            Told page = shop.get("/api/v1/orders?limit=3" + cursor);
            page.body()
                    .path("orders")
                    .forEach(order ->
                            seen.append(order.path("order_id").asText()).append(' '));
            cursor = page.body().path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.body().path("next_cursor").asText();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(4);
        assertThat(seen.toString().split(" ")).hasSize(10).doesNotHaveDuplicates();
        assertThat(shop.get("/api/v1/orders?market=NO").body().path("orders").size())
                .isBetween(1, 9);
    }

    @Test
    void anIdMayHoldWhatMustBeEncoded() {
        Told booked = shop.put("/api/v1/orders/a%2Fb%20%C3%BC", CITY);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.body().path("order_id").asText()).isEqualTo("a/b ü");
        assertThat(shop.get(booked.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void whatTheBookCannotDoNowIsSaidWithWhetherAnythingWasDone() {
        desk.book.instead = new Outcome.Busy(5000);
        assertThat(shop.put("/api/v1/orders/N-1", CITY).problem()).isEqualTo("busy");
        desk.book.instead = new Outcome.Unavailable("the database is away");
        Told away = shop.put("/api/v1/orders/N-1", CITY);
        assertThat(away.problem()).isEqualTo("unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
        desk.book.instead = new Outcome.Unknown("the commit got no answer");
        Told unknown = shop.put("/api/v1/orders/N-1", CITY);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.problem()).isEqualTo("outcome-unknown");
    }
}
