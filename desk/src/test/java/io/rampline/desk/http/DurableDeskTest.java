package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.BookTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.access.TokenRecord;
import io.rampline.desk.admission.Admission;
import io.rampline.desk.admission.WaitingRoom;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.audit.BookAudit;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.TimeOfBook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk over the durable book on a real server. */
class DurableDeskTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\"}";

    @Test
    void ordersTokensAndAnswersOutliveTheDesk(@TempDir Path folder) throws Exception {
        PromisedBook promised = SmallScenario.bookOf(SmallScenario.example("tiny"));
        Network network = promised.engine().network();
        try (RunningServer server = EmbeddedPostgres.start(folder, _ -> {});
                BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner())) {
            database.make(network, new TreeMap<>(), promised.orders(), offset(network));
            BookTokens tokens = new BookTokens(database);
            TokenMint mint = new TokenMint(tokens);
            TokenMint.Minted shop = mint.mint("shop", new Principal("shop", Role.SALES), Optional.empty());
            TokenMint.Minted anna = mint.mint("anna's phone", new Principal("anna", Role.CUSTOMER), Optional.empty());
            Told booked = firstEvening(database, network, shop.secret(), anna.secret());
            secondEvening(database, network, anna, booked);
            assertThat(tokens.all()).extracting(TokenRecord::name).containsExactly("shop", "anna's phone");
            assertThat(tokens.revoke(shop.token().id(), Instant.now())).isTrue();
            assertThat(tokens.revoke(shop.token().id(), Instant.now())).isFalse();
            assertThat(tokens.find(shop.token().hash()).orElseThrow().isValidAt(Instant.now()))
                    .isFalse();
        }
    }

    private static Told firstEvening(BookDatabase database, Network network, String shopSecret, String annaSecret)
            throws Exception {
        try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                OpenDesk desk = OpenDesk.over(book, new BookTokens(database))) {
            OpenDesk.Asking shop = desk.asNobody().with("Authorization", "Bearer " + shopSecret);
            OpenDesk.Asking anna = desk.asNobody().with("Authorization", "Bearer " + annaSecret);
            Told quote = anna.post("/api/v1/quotes", CITY);
            Told booked = anna.put("/api/v1/orders/A-1", CITY);
            assertThat(booked.status()).isEqualTo(201);
            assertThat(booked.body().path("promise")).isEqualTo(quote.body().path("promise"));
            assertThat(anna.put("/api/v1/orders/A-1", CITY).status()).isEqualTo(200);
            assertThat(anna.get("/api/v1/orders/A-1/why").status()).isEqualTo(200);
            assertThat(anna.get("/api/v1/orders/T-10").status()).isEqualTo(404);
            assertThat(shop.put("/api/v1/orders/S-1", "{\"model\":\"Tour\",\"trim\":\"Base\",\"customer\":\"anna\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(shop.put("/api/v1/orders/S-2", CITY).status()).isEqualTo(201);
            assertThat(anna.get("/api/v1/orders").body().path("orders")).hasSize(2);
            assertThat(shop.post("/api/v1/orders/H-1/hold?hours=1", CITY).status())
                    .isEqualTo(201);
            assertThat(shop.post("/api/v1/orders/H-1/hold?hours=2", CITY).status())
                    .isEqualTo(200);
            assertThat(shop.post("/api/v1/orders/H-1/confirm", null).status()).isEqualTo(201);
            OpenDesk.Asking once = shop.with("Idempotency-Key", "k");
            Told changed = once.post("/api/v1/orders/S-2/change", "{\"options\":[\"ROOF\"]}");
            Told again = once.post("/api/v1/orders/S-2/change", "{\"options\":[\"ROOF\"]}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(again.body().path("repeated").asBoolean()).isTrue();
            assertThat(again.body().path("position")).isEqualTo(changed.body().path("position"));
            assertThat(shop.get("/metrics").text()).contains("rampline_book_serving 1\n");
            return booked;
        }
    }

    private static void secondEvening(BookDatabase database, Network network, TokenMint.Minted anna, Told booked)
            throws Exception {
        try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                OpenDesk desk = OpenDesk.over(book, new BookTokens(database))) {
            OpenDesk.Asking asking = desk.asNobody().with("Authorization", "Bearer " + anna.secret());
            Told again = asking.put("/api/v1/orders/A-1", CITY);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body().path("promise")).isEqualTo(booked.body().path("promise"));
            assertThat(again.body().path("position")).isEqualTo(booked.body().path("position"));
            assertThat(asking.get("/api/v1/orders/A-1/history").body().path("entries"))
                    .hasSize(1);
            assertThat(asking.delete("/api/v1/orders/A-1").status()).isEqualTo(200);
        }
    }

    @Test
    void orderStopsAndPlacesInTheRoomOutliveTheDesk(@TempDir Path folder) throws Exception {
        PromisedBook promised = SmallScenario.bookOf(SmallScenario.example("tiny"));
        Network network = promised.engine().network();
        try (RunningServer server = EmbeddedPostgres.start(folder, _ -> {});
                BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner())) {
            database.make(network, new TreeMap<>(), promised.orders(), 0);
            String admission;
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                    OpenDesk desk = OpenDesk.over(book, new BookTokens(database), room())) {
                String rules =
                        "{\"reason\":\"packs\",\"order_stops\":[{\"model\":\"City\",\"last_delivery_week\":\"2026-W12\"}]}";
                Told set = desk.as(Role.PLANNER, "pat").put("/api/v1/admission", rules);
                assertThat(set.status()).isEqualTo(200);
                assertThat(set.body().path("set_by").asText()).isEqualTo("planner:pat");
                assertThat(set.body().path("reason").asText()).isEqualTo("packs");
                admission = set.text();
                assertThat(state(desk, "anna")).isEqualTo("not_here");
                desk.as(Role.CUSTOMER, "anna").post("/api/v1/waiting-room", null);
                assertThat(state(desk, "anna")).isEqualTo("before_the_draw");
            }
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                    OpenDesk desk = OpenDesk.over(book, new BookTokens(database), room())) {
                assertThat(desk.as(Role.PLANNER, "pat").get("/api/v1/admission").text())
                        .isEqualTo(admission);
                assertThat(state(desk, "anna")).isEqualTo("before_the_draw");
                assertThat(state(desk, "bert")).isEqualTo("not_here");
                try (DurableBook other = DurableBook.open(database, network, BookSettings.USUAL)) {
                    assertThat(desk.as(Role.PLANNER, "pat")
                                    .put("/api/v1/admission", "{\"order_stops\":[]}")
                                    .status())
                            .as("a desk whose book went to another engine sets nothing")
                            .isEqualTo(503);
                    assertThat(other.notices().all())
                            .extracting(Notice::kind)
                            .containsExactly("waiting-room", "order-stops");
                }
            }
        }
    }

    @Test
    void aProposedPlanIsApprovedAndUndoneByDesksThatOpenLater(@TempDir Path folder) throws Exception {
        PromisedBook promised = SmallScenario.bookOf(SmallScenario.example("tiny"));
        Network network = promised.engine().network();
        try (RunningServer server = EmbeddedPostgres.start(folder, _ -> {});
                BookDatabase database = BookDatabase.open(server.jdbcUrl(), server.owner())) {
            database.make(network, new TreeMap<>(), promised.orders(), offset(network));
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                    OpenDesk desk = OpenDesk.over(book, new BookTokens(database))) {
                assertThat(desk.as(Role.PLANNER, "ann")
                                .post("/api/v1/proposals", "{\"starts\":[\"battery contract=2026-W11\"]}")
                                .status())
                        .isEqualTo(201);
            }
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                    OpenDesk desk = OpenDesk.over(book, new BookTokens(database))) {
                OpenDesk.Asking bob = desk.as(Role.PLANNER, "bob");
                String seen = bob.get("/api/v1/proposals/1")
                        .body()
                        .at("/effect_now/seen")
                        .asText();
                Told approved = bob.post("/api/v1/proposals/1/approve", "{\"seen\":\"" + seen + "\"}");
                assertThat(approved.status()).as(approved.text()).isEqualTo(200);
            }
            try (DurableBook book = DurableBook.open(database, network, BookSettings.USUAL);
                    OpenDesk desk = OpenDesk.over(book, new BookTokens(database))) {
                OpenDesk.Asking ann = desk.as(Role.PLANNER, "ann");
                long position =
                        ann.get("/api/v1/adoption").body().at("/plan/position").asLong();
                Told undone = ann.post("/api/v1/adoption/undo", "{\"position\":" + position + ",\"dry_run\":false}");
                assertThat(undone.status()).as(undone.text()).isEqualTo(200);
                assertThat(ann.get("/api/v1/proposals/1").body().path("state").asText())
                        .isEqualTo("undone");
                assertThat(book.notices().all().stream().map(notice -> notice.kind() + " " + notice.actor()))
                        .containsExactly(
                                "plan-proposed planner:ann",
                                "plan-decided planner:bob",
                                "plan-decided planner:bob",
                                "plan-decided planner:ann");
            }
            try (Connection connection = database.reader()) {
                assertThat(BookAudit.run(connection, network, List.of(), (_, _) -> {})
                                .clean())
                        .isTrue();
            }
        }
    }

    private static long offset(Network network) {
        return TimeOfBook.startOfDayMicros(network.scenario().asOf())
                - ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static String state(OpenDesk desk, String name) {
        return desk.as(Role.CUSTOMER, name)
                .get("/api/v1/waiting-room")
                .body()
                .path("state")
                .asText();
    }

    private static UnaryOperator<HttpSettings> room() {
        byte[] seed = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        long opens = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2126-01-01T00:00:00Z"));
        return settings ->
                settings.withAdmission(new Admission(List.of(), Optional.of(new WaitingRoom(seed, opens, 10))));
    }
}
