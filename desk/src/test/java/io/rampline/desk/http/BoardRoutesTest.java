package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The board and the search, held against the plain list of orders. */
class BoardRoutesTest {
    private static OpenDesk desk;
    private static List<JsonNode> orders;

    @BeforeAll
    static void open() {
        desk = OpenDesk.tiny();
        orders = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Told page = desk.as(Role.PLANNER)
                    .get("/api/v1/orders?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body().path("orders").forEach(orders::add);
            cursor = page.body().path("next_cursor").asText(null);
        }
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static int wait(JsonNode order) {
        return order.path("promise").path("wait_weeks").asInt(Integer.MAX_VALUE);
    }

    @Test
    void theBoardSaysWhatTheListOfOrdersSays() {
        JsonNode board = desk.as(Role.SALES).get("/api/v1/board").body();

        assertThat(board.path("open").asInt()).isEqualTo(orders.size()).isPositive();
        for (JsonNode line : board.path("lines")) {
            List<Integer> waits = new ArrayList<>();
            for (JsonNode order : orders) {
                if (List.of("market", "model", "trim").stream()
                        .allMatch(name -> order.path(name).equals(line.path(name)))) {
                    waits.add(wait(order));
                }
            }
            Collections.sort(waits);
            String label = line.toString();
            assertThat(line.path("orders").asInt()).as(label).isEqualTo(waits.size());
            if (!waits.isEmpty()) {
                assertThat(line.path("median_weeks").asInt(Integer.MAX_VALUE))
                        .as(label)
                        .isEqualTo(waits.get((waits.size() + 1) / 2 - 1));
                assertThat(line.path("longest_weeks").asInt())
                        .as(label)
                        .isEqualTo(waits.stream()
                                .filter(weeks -> weeks < Integer.MAX_VALUE)
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
            }
        }
    }

    @Test
    void everyOrderWithADateIsBuiltInOneWeekOfTheBoard() {
        JsonNode board = desk.as(Role.SALES).get("/api/v1/board").body();
        int built = 0;
        for (JsonNode output : board.path("outputs")) {
            for (JsonNode week : output.path("orders")) {
                built += week.asInt();
            }
        }
        int bound = 0;
        for (JsonNode week : board.path("bindings")) {
            bound += week.path("built").asInt();
        }

        assertThat(built)
                .isEqualTo(bound)
                .isEqualTo(board.path("open").asInt()
                        - board.path("beyond_horizon").asInt());
    }

    @Test
    void aBoardThatHasNotChangedIsNotSentAgain() {
        Told first = desk.as(Role.SALES).get("/api/v1/board");
        Told again =
                desk.as(Role.SALES).with("If-None-Match", first.header("ETag")).get("/api/v1/board");

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void theSearchFiltersSortsAndCountsAsOneWouldByHand() {
        for (String sort : List.of("locked", "delivery")) {
            Told told = desk.as(Role.SALES).get("/api/v1/order-search?limit=500&model=City&sort=" + sort);
            List<JsonNode> expected = new ArrayList<>(orders.stream()
                    .filter(order -> order.path("model").asText().equals("City"))
                    .toList());
            expected.sort(
                    sort.equals("locked")
                            ? Comparator.comparing(
                                    order -> order.path("locked_at").asText())
                            : Comparator.comparingInt(BoardRoutesTest::wait));

            assertThat(told.body().path("total").asInt()).isEqualTo(expected.size());
            assertThat(ids(told.body().path("orders")))
                    .isEqualTo(ids(expected.subList(0, Math.min(500, expected.size()))));
        }
    }

    @Test
    void anyStretchOfWhatIsFoundCanBeAskedFor() {
        Told whole = desk.as(Role.SALES).get("/api/v1/order-search?limit=500&sort=delivery");
        Told part = desk.as(Role.SALES).get("/api/v1/order-search?offset=3&limit=2&sort=delivery");
        Told backward = desk.as(Role.SALES).get("/api/v1/order-search?offset=0&limit=1&sort=delivery&descending=true");

        assertThat(ids(part.body().path("orders")))
                .isEqualTo(ids(whole.body().path("orders")).subList(3, 5));
        Told last = desk.as(Role.SALES)
                .get("/api/v1/order-search?limit=1&sort=delivery&offset="
                        + (whole.body().path("total").asInt() - 1));
        assertThat(ids(backward.body().path("orders")))
                .isEqualTo(ids(last.body().path("orders")));
    }

    @Test
    void anOrderIsFoundByPartOfItsNumber() {
        String id = orders.get(orders.size() / 2).path("order_id").asText();
        Told told = desk.as(Role.SALES)
                .get("/api/v1/order-search?limit=500&find=" + id.substring(1).toLowerCase(Locale.ROOT));

        assertThat(ids(told.body().path("orders"))).contains(id);
        assertThat(told.body().path("total").asInt()).isLessThan(orders.size());
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        assertThat(desk.as(Role.SALES)
                        .get("/api/v1/order-search?from_week=soon")
                        .text())
                .contains("from_week");
        assertThat(desk.as(Role.SALES).get("/api/v1/order-search?sort=colour").status())
                .isEqualTo(400);
    }

    private static List<String> ids(Iterable<JsonNode> orders) {
        List<String> ids = new ArrayList<>();
        orders.forEach(order -> ids.add(order.path("order_id").asText()));
        return ids;
    }
}
