package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.promise.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What planners and plants ask. */
class PlanRoutesTest {
    private OpenDesk desk;
    private OpenDesk.Asking planner;

    @BeforeEach
    void open() {
        desk = OpenDesk.tiny();
        planner = desk.as(Role.PLANNER);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    @Test
    void bucketsAddUpToThePromises() {
        Told buckets = planner.get("/api/v1/buckets?kind=line");
        int promised = 0;
        for (JsonNode bucket : buckets.body().path("buckets")) {
            promised += bucket.path("promised").asInt();
        }

        assertThat(planner.get("/api/v1/resources").body().path("resources")).isNotEmpty();
        assertThat(promised).isEqualTo(10);
        assertThat(planner.with("If-None-Match", buckets.header("ETag"))
                        .get("/api/v1/buckets?kind=line")
                        .status())
                .isEqualTo(304);
        assertThat(planner.get("/api/v1/buckets?kind=line&name=N1&from_week=2026-W10&to_week=2026-W11")
                        .body()
                        .path("buckets"))
                .hasSize(2);
        assertThat(planner.get("/api/v1/buckets?kind=engine").status()).isEqualTo(400);
        assertThat(planner.get("/api/v1/buckets?from_week=2030-W01").status()).isEqualTo(400);
    }

    @Test
    void aCutMovesOrdersAndTellsSo() {
        Told cut =
                planner.put("/api/v1/resources/line/S1/weeks/2026-W13", "{\"units\":0,\"reason\":\"press is down\"}");
        Told unknown = planner.put("/api/v1/resources/line/S9/weeks/2026-W13", "{\"units\":0,\"reason\":\"x\"}");
        Told noReason = planner.put("/api/v1/resources/line/S1/weeks/2026-W13", "{\"units\":0}");

        assertThat(cut.status()).isEqualTo(200);
        assertThat(cut.body().path("moved").asInt()).isPositive();
        assertThat(unknown.body().path("code").asText()).isEqualTo("UNKNOWN_RESOURCE");
        assertThat(noReason.body().path("field").asText()).isEqualTo("reason");
        assertThat(desk.book.entries().getLast().reason()).isEqualTo("press is down");
    }

    @Test
    void manyWeeksAreSetAtOnceAndAnswerOnce() {
        String closed = "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W10\","
                + "\"to_week\":\"2026-W14\",\"units\":0},{\"kind\":\"line\",\"name\":\"S1\","
                + "\"from_week\":\"2026-W12\",\"units\":1}],\"reason\":\"rebuilding the hall\"}";
        int before = desk.book.entries().size();
        Told set = planner.with("Idempotency-Key", "many-1").post("/api/v1/capacity", closed);
        Told again = planner.with("Idempotency-Key", "many-1").post("/api/v1/capacity", closed);
        Told none = planner.post("/api/v1/capacity", "{\"changes\":[],\"reason\":\"x\"}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().path("levels").asInt()).isEqualTo(5);
        assertThat(set.body().path("moved").asInt()).isPositive();
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(none.body().path("code").asText()).isEqualTo("MALFORMED");
        assertThat(desk.book.entries().stream()
                        .skip(before)
                        .map(entry -> entry.entry())
                        .filter(Entry.CapacityChanged.class::isInstance)
                        .map(entry -> ((Entry.CapacityChanged) entry).toUnits()))
                .contains(1);
        assertThat(desk.book.verify()).isEmpty();
    }

    @Test
    void whatIfSaysWhoGainsAndLosesAndLeavesTheBookAlone() {
        int before = desk.book.entries().size();
        Told cut = planner.post(
                "/api/v1/what-if",
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W13\",\"units\":0}]}");
        Told more = planner.post(
                "/api/v1/what-if",
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"S1\",\"from_week\":\"2026-W10\",\"to_week\":\"2026-W21\","
                        + "\"units\":9}],\"strategy\":\"gain\",\"assign\":[{\"strategy\":\"skip\",\"market\":\"NO\"}]}");

        assertThat(cut.body().path("orders").asInt()).isEqualTo(10);
        assertThat(cut.body().path("later").asInt()).isPositive();
        assertThat(more.body().path("earlier").asInt()).isPositive();
        assertThat(more.body().path("later").asInt()).isZero();
        int orders = 0;
        for (JsonNode product : more.body().path("by_product")) {
            orders += product.path("orders").asInt();
            assertThat(product.path("after").path("longest_weeks").asInt())
                    .isLessThanOrEqualTo(
                            product.path("before").path("longest_weeks").asInt());
        }
        assertThat(orders).isEqualTo(10);
        assertThat(desk.book.entries()).hasSize(before);
        assertThat(planner.post("/api/v1/what-if", "{\"strategy\":\"hope\"}").status())
                .isEqualTo(400);
    }

    @Test
    void promisingAgainOnlySaysWhatWouldChangeUnlessItIsMeant() {
        planner.put("/api/v1/resources/line/N1/weeks/2026-W10", "{\"units\":20,\"reason\":\"more\"}");
        int before = desk.book.entries().size();
        Told dry = planner.post("/api/v1/re-promise", "{\"strategy\":\"gain\"}");
        assertThat(desk.book.entries()).hasSize(before);
        Told noReason = planner.post("/api/v1/re-promise", "{\"strategy\":\"gain\",\"dry_run\":false}");
        assertThat(noReason.status()).isEqualTo(400);
        Told done = planner.post(
                "/api/v1/re-promise", "{\"strategy\":\"gain\",\"dry_run\":false,\"reason\":\"more capacity\"}");

        assertThat(dry.body().path("earlier").asInt()).isPositive();
        assertThat(done.body().path("earlier")).isEqualTo(dry.body().path("earlier"));
        assertThat(done.body().path("moves")).isEqualTo(dry.body().path("moves"));
        assertThat(desk.book.entries().size()).isGreaterThan(before);
    }

    @Test
    void deliveriesAreReportedAndThoseThatCannotBeAreNamed() {
        Told told = desk.as(Role.PLANT)
                .post(
                        "/api/v1/deliveries",
                        "{\"deliveries\":[{\"order_id\":\"T-01\",\"delivered_on\":\"2026-03-01\"},"
                                + "{\"order_id\":\"T-99\",\"delivered_on\":\"2026-03-01\"}]}");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("delivered").asInt()).isEqualTo(1);
        assertThat(told.body().path("not_delivered").get(0).path("code").asText())
                .isEqualTo("UNKNOWN_ORDER");
        assertThat(planner.get("/api/v1/orders/T-01").body().path("state").asText())
                .isEqualTo("delivered");
        assertThat(desk.as(Role.PLANT)
                        .post(
                                "/api/v1/deliveries",
                                "{\"deliveries\":[{\"order_id\":\"T-02\",\"delivered_on\":\"soon\"}]}")
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("deliveries[0].delivered_on");
    }

    @Test
    void theRecordOfPromisesCountsKeptAndBroken() {
        desk.as(Role.PLANT)
                .post(
                        "/api/v1/deliveries",
                        "{\"deliveries\":[{\"order_id\":\"T-01\",\"delivered_on\":\"2026-03-01\"}]}");
        Told first = planner.get("/api/v1/promise-record?group=market,model");
        desk.as(Role.PLANT)
                .post(
                        "/api/v1/deliveries",
                        "{\"deliveries\":[{\"order_id\":\"T-02\",\"delivered_on\":\"2026-09-01\"}]}");
        Told then = planner.get("/api/v1/promise-record?group=lock_week&grace_weeks=2");

        assertThat(first.body().path("whole").path("kept").asInt()).isEqualTo(1);
        assertThat(first.body().path("whole").path("orders").asInt()).isEqualTo(10);
        int orders = 0;
        for (JsonNode cohort : first.body().path("cohorts")) {
            orders += cohort.path("orders").asInt();
            assertThat(cohort.path("market").asText()).isNotEmpty();
        }
        assertThat(orders).isEqualTo(10);
        assertThat(then.body().path("whole").path("broken").asInt()).isEqualTo(1);
        assertThat(then.body().path("position").asInt())
                .isEqualTo(first.body().path("position").asInt() + 1);
        assertThat(planner.get("/api/v1/promise-record?group=colour").status()).isEqualTo(400);
    }

    @Test
    void theMoneyMovesWithTheBook() {
        OpenDesk.Asking finance = desk.as(Role.FINANCE);
        Told first = finance.get("/api/v1/money");
        planner.put("/api/v1/orders/M-1", "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}");
        Told then = finance.get("/api/v1/money");

        assertThat(first.body().path("trial_balance_total").decimalValue()).isZero();
        assertThat(first.body().path("now").path("deposits_held").asDouble()).isEqualTo(5_000);
        assertThat(then.body().path("now").path("deposits_held").asDouble()).isEqualTo(5_500);
        assertThat(then.body().path("now").path("claimable_cooling_off").asDouble())
                .isEqualTo(500);
        assertThat(finance.get("/api/v1/money?as_of=2026-01-01")
                        .body()
                        .path("contract_liability")
                        .asDouble())
                .as("before the first order")
                .isZero();
        assertThat(finance.get("/api/v1/money?as_of=2036-01-01").status()).isEqualTo(400);
        assertThat(finance.get("/api/v1/money?as_of=soon").status()).isEqualTo(400);
    }

    @Test
    void metricsCountByRouteAndStatusAndByRefusal() {
        planner.put("/api/v1/orders/N-1", "{\"model\":\"Rocket\",\"trim\":\"Base\"}");
        planner.get("/nothing");
        String text = planner.get("/metrics").text();

        assertThat(text)
                .contains(
                        "rampline_requests_total{method=\"PUT\",route=\"/api/v1/orders/{order_id}\",status=\"422\"} 1\n")
                .contains("rampline_requests_total{method=\"none\",route=\"none\",status=\"404\"} 1\n")
                .contains("rampline_refusals_total{code=\"unknown_product\"} 1\n")
                .contains("rampline_request_seconds_count 2\n")
                .contains("rampline_book_queue_length 0\n")
                .contains("rampline_book_position 10\n")
                .contains("rampline_book_serving 1\n");
        for (String line : text.lines().toList()) {
            assertThat(line).matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[^}]*(\\{[a-z_]+\\}[^}]*)*\\})? [0-9.]+");
        }
    }

    @Test
    void readyMeansThatTheBookTakesOrders() {
        OpenDesk.Asking anybody = desk.asNobody();
        assertThat(anybody.get("/healthz").status()).isEqualTo(200);
        assertThat(anybody.get("/readyz").status()).isEqualTo(200);
        desk.book.condition = new io.rampline.orderbook.BookState.Condition.Fenced();
        assertThat(anybody.get("/readyz").problem()).isEqualTo("unavailable");
        assertThat(anybody.get("/healthz").status()).isEqualTo(200);
        assertThat(anybody.get("/metrics").status()).isEqualTo(401);
        assertThat(anybody.get("/openapi.yaml").text()).startsWith("openapi: 3.1");
    }
}
