package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.CarLinks;
import io.rampline.desk.access.LinkStore;
import io.rampline.desk.access.MemoryLinks;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link with which a customer sees one order, and what it does not open. */
class CarLinkRoutesTest {
    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        desk = OpenDesk.tiny();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static JsonNode made(String order) {
        Told made = desk.as(Role.SALES).post("/api/v1/orders/" + order + "/links", "{\"days\":30}");
        assertThat(made.status()).isEqualTo(201);
        return made.body();
    }

    private static String text(JsonNode made) {
        return made.path("path").asText().replace("/#/car/", "");
    }

    private static OpenDesk.Asking with(String text) {
        return desk.asNobody().with("Authorization", "Bearer " + text);
    }

    @Test
    void aLinkShowsItsCarWithDatesPlaceMoneyAndWhatComesNext() {
        Told car = with(text(made("T-02"))).get("/api/v1/car");

        assertThat(car.status()).isEqualTo(200);
        assertThat(car.body().path("order_id").asText()).isEqualTo("T-02");
        assertThat(car.body().path("told")).hasSize(1);
        assertThat(car.body().path("place").path("in_line").asInt()).isGreaterThan(1);
        assertThat(car.body().path("money").path("paid_minor").asLong()).isEqualTo(50_000);
        assertThat(car.body().path("next").findValuesAsText("what"))
                .contains("built", "handed_over")
                .doesNotContain("confirm");
        assertThat(car.header("Cache-Control")).isEqualTo("no-store");
        assertThat(car.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(with(text(made("T-02"))).get("/api/v1/car/why").status()).isEqualTo(200);
        assertThat(with(text(made("T-02"))).get("/api/v1/car/alternatives").status())
                .isEqualTo(200);
    }

    @Test
    void aHoldThatWasChangedIsStillToBeConfirmedInTime() {
        Told held =
                desk.as(Role.SALES).post("/api/v1/orders/H-1/hold?hours=2", "{\"model\":\"City\",\"trim\":\"Base\"}");
        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(desk.as(Role.SALES)
                        .post("/api/v1/orders/H-1/change", "{\"options\":[\"ROOF\"]}")
                        .status())
                .isEqualTo(200);

        JsonNode next = desk.as(Role.SALES).get("/api/v1/orders/H-1/car").body().path("next");

        assertThat(next.findValuesAsText("what")).containsExactly("confirm");
        assertThat(next.get(0).path("day")).isEqualTo(held.body().path("expires_at"));
    }

    @Test
    void nobodyIsToldToHavePaidAheadBeforeTheOrderIsLocked(@TempDir Path folder) throws IOException {
        try (OpenDesk own = tinyUnder(
                "deposit = 500\ncooling_off_days = 7\n[prepayment]\nshare_percent = 30\ndue_days = 90\n", folder)) {
            own.as(Role.SALES)
                    .put("/api/v1/orders/P-1", "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}");
            Map<String, String> days = new TreeMap<>();
            own.as(Role.SALES)
                    .get("/api/v1/orders/P-1/car")
                    .body()
                    .path("next")
                    .forEach(step -> days.put(
                            step.path("what").asText(), step.path("day").asText()));

            assertThat(days).containsKey("cooling_off_ends");
            assertThat(days.get("prepayment")).isEqualTo(days.get("cooling_off_ends"));
        }
    }

    @Test
    void whoHasPaidNothingIsNotToldThatADepositCanBeTakenBack() {
        OpenDesk.Asking sales = desk.as(Role.SALES);
        sales.put("/api/v1/orders/U-1", "{\"model\":\"City\",\"trim\":\"Base\"}");
        sales.put("/api/v1/orders/U-2", "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}");

        JsonNode unpaid = sales.get("/api/v1/orders/U-1/car").body();
        JsonNode paid = sales.get("/api/v1/orders/U-2/car").body();

        assertThat(unpaid.at("/money/paid_minor").asLong()).isZero();
        assertThat(unpaid.at("/money/cooling_off_until").isNull()).isTrue();
        assertThat(unpaid.path("next").findValuesAsText("what")).doesNotContain("cooling_off_ends");
        assertThat(paid.path("next").findValuesAsText("what")).contains("cooling_off_ends");
    }

    @Test
    void aRefundToComeIsNotPaidBackYet(@TempDir Path folder) throws IOException {
        try (OpenDesk own = tinyUnder("deposit = 500\ncooling_off_days = 7\n[refund]\npay_days = 14\n", folder)) {
            OpenDesk.Asking sales = own.as(Role.SALES);
            sales.put("/api/v1/orders/R-1", "{\"model\":\"City\",\"trim\":\"Base\",\"deposit_minor\":50000}");
            sales.delete("/api/v1/orders/R-1");

            JsonNode left = sales.get("/api/v1/orders/R-1/car").body();

            assertThat(left.at("/money/paid_minor").asLong()).isEqualTo(50_000);
            assertThat(left.at("/money/payments").findValuesAsText("what")).containsExactly("deposit_paid");
            JsonNode refund = left.at("/next/0");
            assertThat(refund.path("what").asText()).isEqualTo("paid_back");
            assertThat(refund.path("amount_minor").asLong()).isEqualTo(50_000);
            assertThat(LocalDate.parse(refund.path("day").asText()))
                    .isEqualTo(LocalDate.parse(left.at("/money/payments/0/day").asText())
                            .plusDays(14));
        }
    }

    /** examples/tiny with other terms. */
    private static OpenDesk tinyUnder(String deposits, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples", "tiny"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("deposits.toml"), deposits);
        return OpenDesk.of(folder);
    }

    @Test
    void aLinkSaysNothingOfOthersNorWhoActedNorWhatTheyWrote() {
        desk.as(Role.PLANNER, "ann")
                .put("/api/v1/orders/L-1", "{\"model\":\"City\",\"trim\":\"Base\",\"customer\":\"4711\"}");
        desk.as(Role.PLANNER, "ann")
                .post("/api/v1/orders/L-1/change", "{\"options\":[\"ROOF\"],\"reason\":\"the neighbour has one\"}");
        String car = with(text(made("L-1"))).get("/api/v1/car").text();

        assertThat(car).contains("\"by_customer\":true").doesNotContain("ann", "4711", "neighbour", "T-0");
    }

    @Test
    void aLinkOpensItsCarAndNothingElse() {
        String text = text(made("T-02"));
        for (String path : List.of(
                "/api/v1/orders/T-02",
                "/api/v1/orders/T-03/car",
                "/api/v1/orders",
                "/api/v1/board",
                "/api/v1/session")) {
            assertThat(with(text).get(path).problem()).as(path).isEqualTo("who-are-you");
        }
        assertThat(with(text).delete("/api/v1/orders/T-02").problem()).isEqualTo("who-are-you");
        assertThat(with(text).post("/api/v1/session", "{}").problem()).isEqualTo("who-are-you");
        assertThat(desk.asNobody()
                        .with("Cookie", "rampline=" + text)
                        .get("/api/v1/car")
                        .problem())
                .isEqualTo("who-are-you");
    }

    @Test
    void tamperedForeignExpiredAndRevokedLinksAreRefusedAlike() {
        JsonNode revoked = made("T-02");
        assertThat(desk.as(Role.SALES)
                        .delete("/api/v1/orders/T-02/links/"
                                + revoked.path("link_id").asText())
                        .status())
                .isEqualTo(204);
        String good = text(made("T-02"));
        List<String> bad = new ArrayList<>();
        bad.add(text(revoked));
        bad.add(text(of(desk.links, Instant.now().minusSeconds(7_200))));
        bad.add(text(of(new MemoryLinks(), Instant.now())));
        bad.add(withOrder(good, "T-03"));
        bad.add(good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA"));
        bad.add(good.substring(0, 40));
        bad.add("rmc_");
        bad.add("rmc_" + "A".repeat(600));
        List<String> answers = new ArrayList<>();
        for (String text : bad) {
            Told told = with(text).get("/api/v1/car");
            assertThat(told.status()).as(text).isEqualTo(401);
            answers.add(told.text().replaceAll("\"instance\":\"[^\"]*\"", ""));
        }

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(with(good).get("/api/v1/car").status()).isEqualTo(200);
    }

    /** A link of an hour, made at that moment and kept there. */
    private static CarLinks.Made of(LinkStore kept, Instant at) {
        return new CarLinks(kept, () -> at).make("T-02", Duration.ofHours(1), "sales:test");
    }

    private static String text(CarLinks.Made made) {
        return made.text();
    }

    /** The same link, but for another order. */
    private static String withOrder(String link, String order) {
        byte[] whole = Base64.getUrlDecoder().decode(link.substring(4));
        byte[] other = order.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(other, 0, whole, 24, other.length);
        return "rmc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Test
    void guessingCostsTheStoreNothingAndIsSlowedDown() {
        try (OpenDesk guessed = OpenDesk.tiny()) {
            guessed.as(Role.SALES).post("/api/v1/orders/T-02/links", null);
            OpenDesk.Asking guesser = guessed.asNobody().with("Authorization", "Bearer rmc_" + "Ab1-".repeat(30));
            boolean isSlowed = false;
            for (int i = 0; i < 60 && !isSlowed; i++) {
                isSlowed = guesser.get("/api/v1/car").status() == 429;
            }

            assertThat(isSlowed).isTrue();
            assertThat(guessed.links.asked()).isZero();
        }
    }

    @Test
    void theHouseSeesTheLinksOfAnOrderWithoutTheirTexts() {
        JsonNode made = made("T-04");
        Told listed = desk.as(Role.SALES).get("/api/v1/orders/T-04/links");

        assertThat(listed.body().path("links")).hasSize(1);
        assertThat(listed.text()).contains(made.path("link_id").asText()).doesNotContain(text(made));
        assertThat(desk.as(Role.SALES)
                        .delete("/api/v1/orders/T-05/links/"
                                + made.path("link_id").asText())
                        .status())
                .isEqualTo(404);
        assertThat(desk.as(Role.SALES)
                        .post("/api/v1/orders/T-04/links", "{\"days\":401}")
                        .status())
                .isEqualTo(400);
        assertThat(desk.as(Role.SALES).post("/api/v1/orders/none/links", null).problem())
                .isEqualTo("unknown-order");
    }

    @Test
    void aDateThatMovedIsToldWithItsReasonAndTheWindowsOfThen() {
        try (OpenDesk own = OpenDesk.tiny()) {
            own.as(Role.PLANNER)
                    .post(
                            "/api/v1/capacity",
                            "{\"changes\":[{\"kind\":\"line\",\"name\":\"N1\",\"from_week\":\"2026-W11\",\"to_week\":\"2026-W12\","
                                    + "\"units\":0}],\"reason\":\"a press broke\"}");
            JsonNode told =
                    own.as(Role.SALES).get("/api/v1/orders/T-03/car").body().path("told");

            assertThat(told.size()).isGreaterThan(1);
            assertThat(told.get(0).path("why").isNull()).isTrue();
            assertThat(told.get(1).path("why").path("cause").asText()).isEqualTo("capacity_cut");
            assertThat(told.get(1).path("promise").path("delivery_week").asText())
                    .isGreaterThan(
                            told.get(0).path("promise").path("delivery_week").asText());
        }
    }
}
