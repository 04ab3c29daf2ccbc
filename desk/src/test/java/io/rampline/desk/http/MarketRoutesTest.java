package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.TwoMarkets;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening the second of {@link TwoMarkets}, over HTTP. */
class MarketRoutesTest {
    @TempDir
    Path folder;

    private OpenDesk desk;
    private OpenDesk.Asking planner;

    @BeforeEach
    void open() {
        desk = OpenDesk.of(TwoMarkets.in(folder.resolve("plant")).folder());
        planner = desk.as(Role.PLANNER);
    }

    @AfterEach
    void close() {
        assertThat(desk.book.verify()).isEmpty();
        desk.close();
    }

    /** The stream ends when the search does. */
    private String done(String body) {
        Told begun = planner.post("/api/v1/timetables", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String place = begun.header("Location");
        assertThat(planner.get(place + "/progress").text()).contains("event: end");
        return place;
    }

    @Test
    void theEarliestOpeningIsToldWithItsCertificate() {
        String place = done("""
                {"plan_only": true, "export": {"market": "abroad", "quotas": ["1"], "opens_weeks": ["2026-W12"],
                 "home_waits": [{"weeks": 6}]}}""");

        JsonNode export = planner.get(place).body().at("/timetable/export");

        assertThat(export.at("/earliest/0/opens_week").asText()).isEqualTo("2026-W10");
        assertThat(export.at("/points/0/opens_week").asText()).isEqualTo("2026-W12");
        assertThat(export.at("/points/0/certificate/orders_later").asInt(-1)).isZero();
        assertThat(export.at("/points/0/certificate/repeat").asText()).contains("--opening 'abroad Car=2026-W12:1'");
    }

    @Test
    void severalFuturesShareWhatStartsBeforeTheGate() {
        String place = done("""
                {"futures": {"cases": ["low", "high"], "gate_week": "2026-W12", "late_price": "50",
                 "risk_permille": 500}}""");

        JsonNode told = planner.get(place).body().path("timetable");

        assertThat(told.path("verdict").asText()).isEqualTo("branched");
        assertThat(told.path("tail_weight").asDouble()).isEqualTo(0.5);
        assertThat(told.path("branches")).hasSize(2);
        Told refused = planner.post(place + "/adopt", "{}");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void mistakesAreTold() {
        Told market = planner.post("/api/v1/timetables", "{\"export\": {\"market\": \"moon\"}}");
        assertThat(market.status()).isEqualTo(400);
        assertThat(market.text()).contains("found market moon, expected one that openings.csv says could open: abroad");
        Told field = planner.post("/api/v1/timetables", "{\"export\": {\"market\": \"abroad\", \"when\": \"soon\"}}");
        assertThat(field.status()).isEqualTo(400);
        assertThat(field.text()).contains("export.when");
        Told nothing = planner.post("/api/v1/timetables", "{\"export\": {}}");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text()).contains("export.market");
    }
}
